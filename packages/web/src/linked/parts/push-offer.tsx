import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app-context.ts'
import { hrefTo } from '../../app/route.ts'
import { whenLoaded } from '../../app/when-loaded.ts'
import type { ClinicLink } from '../../store/clinic-link.ts'
import { type PushState, pushState } from '../push.ts'

/** After a check-in, and never before: that this device can remind. The browser is asked on the page it leads to. */
export function PushOffer({ clinic }: { readonly clinic: ClinicLink }): JSX.Element | null {
  const { i18n } = useApp()
  const [state, setState] = useState<PushState | null>(null)
  useEffect(() => whenLoaded(pushState(), setState), [clinic.patientId])
  if (state !== 'off') return null
  return (
    <p>
      <a href={hrefTo('my-clinic', 'reminders')}>
        {i18n._({
          id: 'push.offer',
          message: 'Be reminded on this device when the next one is due',
        })}
      </a>
    </p>
  )
}
