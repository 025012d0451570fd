import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import {
  type CalendarFeed,
  makeCalendar,
  readCalendarsOf,
  revokeCalendar,
} from '../../../api/access.ts'
import { useConsole } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { CopyButton } from '../../../components/copy-button.tsx'
import { Show } from '../../../components/loaded.tsx'
import { timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'
import { useTelling } from '../use-telling.ts'

/** Calendars that their phone subscribes to. The address is the secret: it is shown once. */
export function CalendarsCard(): JSX.Element {
  const { i18n } = useApp()
  const { patient, renew } = usePatient()
  const { patientId } = patient
  const telling = useTelling({ isForm: false })
  const [address, setAddress] = useState<string | null>(null)
  const calendars = useQuery(['patients', patientId, 'calendars'], () => readCalendarsOf(patientId))
  const make = async () => {
    const made = await telling.tell((key) => makeCalendar(patientId, false, key))
    if (!made) return
    setAddress(made.value.url)
    await renew()
  }
  return (
    <Card title={i18n._({ id: 'patient.calendars', message: 'Calendar' })}>
      <Show loaded={calendars}>
        {(all) => <Calendars calendars={all.filter(({ revokedAt }) => revokedAt === null)} />}
      </Show>
      {address === null ? (
        <div class="quiet-start">
          <Button kind="quiet" onClick={() => void make()} disabled={telling.isBusy}>
            {i18n._({ id: 'patient.calendars.make', message: 'New calendar address' })}
          </Button>
        </div>
      ) : (
        <div class="stack-s">
          <p role="status">
            {i18n._({
              id: 'patient.calendars.once',
              message: 'Shown this once. Its titles tell nothing of the treatment.',
            })}
          </p>
          <p class="link-text" dir="ltr">
            {address}
          </p>
          <CopyButton text={address} />
        </div>
      )}
    </Card>
  )
}

function Calendars({ calendars }: { readonly calendars: readonly CalendarFeed[] }): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { say, sayProblem } = useConsole()
  const { patient, renew } = usePatient()
  const revoke = async (feedId: string) => {
    const reply = await revokeCalendar(patient.patientId, feedId)
    if (!reply.ok) return sayProblem(reply.problem)
    await renew()
    say(i18n._({ id: 'patient.calendars.revoked', message: 'The address is good no longer.' }))
  }
  if (calendars.length === 0)
    return (
      <p class="quiet">
        {i18n._({
          id: 'patient.calendars.none',
          message: 'None yet. It keeps what opens when in the calendar of their phone.',
        })}
      </p>
    )
  return (
    <ul class="deliveries">
      {calendars.map(({ feedId, createdAt }) => (
        <li key={feedId} class="delivery">
          <span>{timeText(app, createdAt)}</span>
          <Button kind="quiet" onClick={() => void revoke(feedId)}>
            {i18n._({ id: 'patient.calendars.revoke', message: 'Withdraw' })}
          </Button>
        </li>
      ))}
    </ul>
  )
}
