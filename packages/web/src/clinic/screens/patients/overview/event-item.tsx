import type { TriageAnswer } from '@afterglow/engine'
import type { JSX } from 'preact'
import { useApp } from '../../../../app/app-context.ts'
import { textIn } from '../../../api/events.ts'
import { againstOf } from '../../inbox/against.ts'
import { againstWords } from '../../inbox/against-words.ts'
import { eventDetail, eventTitle, timeText } from '../event-words.ts'
import { usePatient } from '../page/patient-context.ts'
import { CheckInSigns } from './check-in-signs.tsx'
import { type Happened, happenedAt } from './happened.ts'
import { KeptLevel, OpenText } from './kept-level.tsx'
import { type KeptCheckIn, type LeftOpen, leftOpenOf } from './left-open.ts'

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
  const judged = undone === null ? answer : null
  const open = judged && leftOpenOf(app, { at: event.at, data: toldIn(event), answer: judged })
  return (
    <li class={undone ? 'event event-undone' : 'event'}>
      <span class="event-time">{clockOf(timeText(app, happenedAt(event)))}</span>
      <div class="event-body">
        <p class="event-head">
          {undone ? <s>{title}</s> : <b>{title}</b>}
          {judged ? <KeptLevel disposition={judged.disposition} open={open} /> : null}
          <span class="quiet">{nameOf(event.actor)}</span>
        </p>
        <Detail happened={happened} answer={judged} open={open} />
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

/** Written from a parsed check-in. */
function toldIn({ data }: Happened['event']): KeptCheckIn['data'] {
  return { ...data, signs: (data['signs'] ?? []) as KeptCheckIn['data']['signs'] }
}

interface DetailProps extends Pick<EventItemProps, 'happened' | 'answer'> {
  readonly open: LeftOpen | null
}

function Detail({ happened, answer, open }: DetailProps): JSX.Element | null {
  const app = useApp()
  const { event, undone } = happened
  if (event.type === 'check-in') return <CheckInDetail {...{ happened, answer, open }} />
  const detail = eventDetail(app, event)
  if (detail === '') return null
  return <p class="event-detail">{undone ? <s>{detail}</s> : <bdi dir="auto">{detail}</bdi>}</p>
}

function CheckInDetail({ happened: { event }, answer, open }: DetailProps): JSX.Element {
  const app = useApp()
  const notes = textIn(event, 'notes')
  const against =
    answer && open === null
      ? againstWords(app, againstOf(app.planner, { reasons: answer.reasons, procedure: null }))
      : ''
  return (
    <>
      <CheckInSigns
        signs={toldIn(event).signs}
        reasons={answer?.reasons ?? []}
        isOpen={open !== null || answer === null}
      />
      {notes === '' ? null : (
        <blockquote class="event-words" dir="auto">
          {notes}
        </blockquote>
      )}
      {open === null ? null : <OpenText open={open} isShort />}
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
