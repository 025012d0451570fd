import type { JSX } from 'preact'
import { useApp } from '../../app/app-context.ts'
import { copyTime, oldFrom } from '../../app/copy-age.ts'
import { ClinicCall } from '../../components/clinic-call.tsx'
import type { ClinicLink } from '../../store/clinic-link.ts'
import '../linked.css'

/** Where nothing has come from the clinic for a day: of when it is what is shown here. */
export function OldCopy({ clinic }: { readonly clinic: ClinicLink }): JSX.Element | null {
  const { i18n, format, at } = useApp()
  const time = copyTime(clinic)
  if (time === null || at < oldFrom(clinic)) return null
  return (
    <div class="clinic-notice clinic-notice-trouble" role="status">
      <p>
        <b>
          {i18n._({
            id: 'copy.old',
            message: 'This is your plan as it was on {when}.',
            values: { when: format.dayTime(time, at) },
          })}
        </b>{' '}
        {i18n._({
          id: 'copy.old-do',
          message:
            'This device has not heard from your clinic since. Your plan, their number or their hours may have changed. If you are not sure, call them.',
        })}
      </p>
      <ClinicCall />
    </div>
  )
}
