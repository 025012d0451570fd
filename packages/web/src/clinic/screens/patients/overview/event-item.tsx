import type { SignReport, TriageAnswer } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { textIn } from '../../../api/events.ts'
import { againstOf } from '../../inbox/against.ts'
import { againstWords } from '../../inbox/against-words.ts'
import { LevelPill } from '../../inbox/level-pill.tsx'
import { eventDetail, eventTitle, timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'
import { CheckInSigns } from './check-in-signs.tsx'
import { type Happened, happenedAt } from './happened.ts'

interface EventItemProps {
  readonly happened: Happened
  /** Of a check-in, what was answered. */
  readonly answer: TriageAnswer | null
  /** Null where it is not for this reader to take back. */
  readonly onUndo: (() => void) | null
}

/** One thing that happened: when, what, by whom, and whether it was taken back. */
export function EventItem({ happened, answer, onUndo }: EventItemProps): JSX.Element {
  const app = useApp()
  const { i18n } = app
  const { nameOf } = usePatient()
  const { event, undone } = happened
  const title = eventTitle(app, event)
  return (
    <li class={undone ? 'event event-undone' : 'event'}>
      <span class="event-time">{clockOf(timeText(app, happenedAt(event)))}</span>
      <div class="event-body">
        <p class="event-head">
          {undone ? <s>{title}</s> : <b>{title}</b>}
          {answer && undone === null ? <LevelPill disposition={answer.disposition} /> : null}
          <span class="quiet">{nameOf(event.actor)}</span>
        </p>
        <Detail happened={happened} answer={answer} />
        <ToldLate happened={happened} />
        {undone === null ? null : <UndoneText happened={happened} />}
        {onUndo === null ? null : (
          <button type="button" class="event-undo" onClick={onUndo}>
            {i18n._({ id: 'patient.undo', message: 'Take back' })}
            <span class="unseen">{title}</span>
          </button>
        )}
      </div>
    </li>
  )
}

/** The day stands over the list: the time alone. */
function clockOf(when: string): string {
  return /\d{1,2}:\d{2}.*$/.exec(when)?.[0] ?? when
}

function Detail({
  happened: { event, undone },
  answer,
}: Pick<EventItemProps, 'happened' | 'answer'>): JSX.Element | null {
  const app = useApp()
  if (event.type === 'check-in')
    return <CheckInDetail event={event} answer={undone ? null : answer} />
  const detail = eventDetail(app, event)
  if (detail === '') return null
  return <p class="event-detail">{undone ? <s>{detail}</s> : <bdi dir="auto">{detail}</bdi>}</p>
}

function CheckInDetail({
  event: { data },
  answer,
}: {
  readonly event: Happened['event']
  readonly answer: TriageAnswer | null
}): JSX.Element {
  const app = useApp()
  // Written from a parsed check-in.
  const signs = (data['signs'] ?? []) as readonly SignReport[]
  const notes = textIn({ data }, 'notes')
  const against = answer
    ? againstWords(app, againstOf(app.planner, { reasons: answer.reasons, procedure: null }))
    : ''
  return (
    <>
      <CheckInSigns signs={signs} reasons={answer?.reasons ?? []} />
      {notes === '' ? null : (
        <blockquote class="event-words" dir="auto">
          {notes}
        </blockquote>
      )}
      {against === '' ? null : <p class="quiet">{against}</p>}
    </>
  )
}

const LATE_MS = 10 * 60_000

/** What was told long after it happened says when it was told. */
function ToldLate({ happened: { event } }: Pick<EventItemProps, 'happened'>): JSX.Element | null {
  const app = useApp()
  const late = Date.parse(event.recordedAt) - Date.parse(event.at)
  if (late < LATE_MS) return null
  return (
    <p class="small">
      {app.i18n._({
        id: 'patient.event.recorded',
        message: 'Recorded {when}',
        values: { when: timeText(app, event.recordedAt) },
      })}
    </p>
  )
}

function UndoneText({ happened: { undone } }: Pick<EventItemProps, 'happened'>): JSX.Element {
  const app = useApp()
  const { nameOf } = usePatient()
  return (
    <p class="quiet">
      {app.i18n._({
        id: 'patient.event.undone',
        message: 'Taken back by {who}, {when}: {reason}',
        values: {
          who: undone ? nameOf(undone.by) : '',
          when: timeText(app, undone?.at),
          reason: undone?.reason ?? '',
        },
      })}
    </p>
  )
}
