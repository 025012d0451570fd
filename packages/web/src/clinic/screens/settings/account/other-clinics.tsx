import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { goTo, hrefTo } from '../../../../app/route.ts'
import { Button } from '../../../../components/button.tsx'
import { chooseClinic } from '../../../api/auth.ts'
import { useConsole, useStaff } from '../../../app/console-context.ts'
import { useAsking } from '../../../components/use-asking.ts'

/** The other clinics that one belongs to; nothing where there is one alone. */
export function OtherClinics(): JSX.Element | null {
  const { i18n } = useApp()
  const { account, renewAccount } = useConsole()
  const { clinicId } = useStaff()
  const { ask, error, isBusy } = useAsking()
  const others = account.clinics.filter((one) => one.clinicId !== clinicId)
  if (others.length === 0) return null
  const open = async () => {
    goTo(hrefTo('today'))
    await renewAccount()
  }
  return (
    <section class="stack">
      <h2>{i18n._({ id: 'you.clinics', message: 'Your other clinics' })}</h2>
      <ul class="settings-lines">
        {others.map((one) => (
          <li class="settings-line" key={one.clinicId}>
            <p>
              <bdi>{one.clinicName}</bdi>
            </p>
            <div>
              <Button disabled={isBusy} onClick={() => ask(() => chooseClinic(one.clinicId), open)}>
                {i18n._({
                  id: 'you.clinics.open',
                  message: 'Work in {clinic}',
                  values: { clinic: one.clinicName },
                })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {error === null ? null : (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </section>
  )
}
