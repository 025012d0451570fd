import type { JSX } from 'preact'
import { useApp } from '../../../app/app-context.ts'
import { hrefTo } from '../../../app/route.ts'
import type { ClinicCard } from '../../api/clinic.ts'
import { reachedHereOnly } from './reached-here-only.ts'

/** What would fail the patient who takes this plan home: no number to call, a link that no phone can open. */
export function GiveNotes({ card }: { readonly card: ClinicCard }): JSX.Element | null {
  const { i18n } = useApp()
  const isHereOnly = reachedHereOnly(location.hostname)
  if (card.phone !== null && !isHereOnly) return null
  return (
    <div class="give-notes stack-s">
      {card.phone === null ? (
        <p>
          {i18n._({
            id: 'sheet-page.no-phone',
            message: 'There is no phone number of yours on it: the patient cannot call you.',
          })}{' '}
          <a href={hrefTo('settings', 'reach')}>
            {i18n._({ id: 'sheet-page.no-phone.set', message: 'Set the number' })}
          </a>
        </p>
      ) : null}
      {isHereOnly ? (
        <p>
          {i18n._({
            id: 'sheet-page.here-only',
            message:
              'The link and its code name {host}, which opens on this computer alone. A phone cannot reach it. Whoever runs the server sets its address, AFTERGLOW_URL.',
            values: { host: location.hostname },
          })}
        </p>
      ) : null}
    </div>
  )
}
