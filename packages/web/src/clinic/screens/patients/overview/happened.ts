import { type EventActor, type PatientEvent, textIn } from '../../../api/events.ts'
import { dayOf } from '../event-words.ts'

/** One thing that happened, and who took it back where somebody did. */
export interface Happened {
  readonly event: PatientEvent
  readonly undone: Undone | null
}

interface Undone {
  readonly at: string
  readonly by: EventActor
  readonly reason: string
}

/** What happened on one day. */
export interface HappenedDay {
  /** The local date. */
  readonly date: string
  readonly events: readonly Happened[]
}

/** Everything that happened, by the day where the patient is, the latest first; what took something back stands with it. */
export function happenedOf(events: readonly PatientEvent[], zone: string): readonly HappenedDay[] {
  const undoings = new Map(
    events.filter(({ type }) => type === 'undone').map((one) => [textIn(one, 'event'), one]),
  )
  const days = new Map<string, Happened[]>()
  const told = events.filter(({ type }) => type !== 'undone')
  for (const event of told.toSorted(latestFirst)) {
    const date = dayOf(happenedAt(event), zone)
    const happened = { event, undone: undoneBy(undoings.get(event.eventId)) }
    days.set(date, [...(days.get(date) ?? []), happened])
  }
  return [...days].map(([date, happened]) => ({ date, events: happened }))
}

/** When it happened: of what was told of a time to come, when it was told. */
export function happenedAt({ at, recordedAt }: PatientEvent): string {
  return isPlanned({ at, recordedAt }) ? recordedAt : at
}

/** Told of a time to come: a session as it is planned. */
function isPlanned({ at, recordedAt }: Pick<PatientEvent, 'at' | 'recordedAt'>): boolean {
  return Date.parse(at) > Date.parse(recordedAt)
}

function latestFirst(a: PatientEvent, b: PatientEvent): number {
  const [one, other] = [a, b].map((event) => Date.parse(happenedAt(event)))
  return (other ?? 0) - (one ?? 0) || Date.parse(b.recordedAt) - Date.parse(a.recordedAt)
}

function undoneBy(undoing: PatientEvent | undefined): Undone | null {
  if (undoing === undefined) return null
  const { recordedAt, actor } = undoing
  return { at: recordedAt, by: actor, reason: textIn(undoing, 'reason') }
}

/** What was sent, given or consented to happened: it is taken back by other means, or not at all. */
const NOT_UNDONE: ReadonlySet<string> = new Set([
  'message',
  'photo',
  'consent',
  'acknowledgement',
  'adverse-event',
  'answer',
])

/** Whether somebody may take it back: what opens and closes no window anybody may, all else a clinician. */
export function mayUndo({ event: { type }, undone }: Happened, isClinician: boolean): boolean {
  return undone === null && !NOT_UNDONE.has(type) && (isClinician || type === 'done')
}
