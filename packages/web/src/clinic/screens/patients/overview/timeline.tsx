import { localDate } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../../../../app/app-context.ts'
import { Button } from '../../../../components/button.tsx'
import { Card } from '../../../../components/card.tsx'
import { readCheckInsOf } from '../../../api/check-ins.ts'
import { readPatientEvents } from '../../../api/events.ts'
import { useStaff } from '../../../app/console-context.ts'
import { useQuery } from '../../../app/query.ts'
import { Empty } from '../../../components/empty.tsx'
import { Show } from '../../../components/loaded.tsx'
import { usePatient } from '../page/patient-context.ts'
import { EventItem } from './event-item.tsx'
import { type Happened, type HappenedDay, happenedOf, mayUndo } from './happened.ts'
import { UndoSheet } from './undo-sheet.tsx'

/** What is neither of the plan nor a word of anybody: shown when it is asked for. */
const ASIDE: ReadonlySet<string> = new Set(['consent', 'photo', 'acknowledgement'])

/** Everything that happened, the latest first; what was taken back is struck out and stays. */
export function Timeline(): JSX.Element {
  const { i18n, zone } = useApp()
  const { patientId } = usePatient().patient
  const [isAll, setAll] = useState(false)
  const events = useQuery(['patients', patientId, 'events'], () => readPatientEvents(patientId))
  return (
    <Card title={i18n._({ id: 'patient.timeline', message: 'What happened' })}>
      <label class="check-line">
        <input
          type="checkbox"
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        {i18n._({ id: 'patient.timeline.all', message: 'Also consents and photos' })}
      </label>
      <Show loaded={events}>
        {(all) => (
          <Days
            days={happenedOf(
              all.filter(({ type }) => isAll || !ASIDE.has(type)),
              zone,
            )}
          />
        )}
      </Show>
    </Card>
  )
}

/** So many at first. */
const DAYS = 7

function Days({ days }: { readonly days: readonly HappenedDay[] }): JSX.Element {
  const { i18n, format, at, zone } = useApp()
  const { may } = useStaff()
  const { patientId } = usePatient().patient
  const [undoing, setUndoing] = useState<Happened | null>(null)
  const [shown, setShown] = useState(DAYS)
  const told = useQuery(['patients', patientId, 'check-ins'], () => readCheckInsOf(patientId))
  const answers = new Map(
    told.state === 'there' ? told.value.map(({ eventId, answer }) => [eventId, answer]) : [],
  )
  const today = localDate(at, zone)
  if (days.length === 0) return <Nothing />
  return (
    <>
      {days.slice(0, shown).map(({ date, events }) => (
        <section key={date} class="events-day">
          <h3 class="events-date">
            {date === today
              ? i18n._({ id: 'patient.timeline.today', message: 'Today' })
              : format.date(date)}
          </h3>
          <ol class="events">
            {events.map((one) => (
              <EventItem
                key={one.event.eventId}
                happened={one}
                answer={answers.get(one.event.eventId) ?? null}
                onUndo={mayUndo(one, may('clinician')) ? () => setUndoing(one) : null}
              />
            ))}
          </ol>
        </section>
      ))}
      {days.length > shown ? (
        <div class="quiet-start">
          <Button kind="quiet" onClick={() => setShown(days.length)}>
            {i18n._({ id: 'patient.timeline.earlier', message: 'Show what was before' })}
          </Button>
        </div>
      ) : null}
      <UndoSheet happened={undoing} onClose={() => setUndoing(null)} />
    </>
  )
}

function Nothing(): JSX.Element {
  const { i18n } = useApp()
  return (
    <Empty title={i18n._({ id: 'patient.timeline.none', message: 'Nothing yet' })}>
      <p>
        {i18n._({
          id: 'patient.timeline.none.text',
          message: 'Sessions, check-ins, messages and everything that changes the plan stand here.',
        })}
      </p>
    </Empty>
  )
}
