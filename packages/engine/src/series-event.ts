import { DAY_MS } from './duration.ts'
import {
  clockOf,
  factsOf,
  type Planner,
  type Shelf,
  subjectWindowsOf,
  zoneTableOf,
} from './planner.ts'
import { readLength, requireDuration } from './protocol.ts'
import type { SeriesRequest } from './series.ts'
import { isOpen } from './status.ts'
import { knownOf } from './part.ts'
import type { SubjectWindows } from './subject-windows.ts'
import { addToDate } from './time.ts'

/** How an event bounds the last session before it. */
export interface EventDates {
  readonly kind: string
  readonly date: string
  /** Whether the protocol has this kind of event. */
  readonly known: boolean
  /** After this day the skin may not have settled, or what the event asks for may not be open. */
  readonly lastSessionBy: string
  /** A last session by this day shows its full effect at the event. */
  readonly fullEffectFrom: string
}

/** Works back from the event's day: settled by the outer recovery end, and what the event asks for open the day before. */
export function eventDatesOf(
  planner: Planner,
  shelf: Shelf,
  request: SeriesRequest,
): EventDates | null {
  if (!request.event) return null
  const { kind, date } = request.event
  const { series } = shelf.compiled.protocol
  const rule = series.events.find((one) => one.id === kind)
  const clock = clockOf(shelf, zoneTableOf(planner, 'UTC', request.at), request.at)
  const settled = clock.instants[shelf.compiled.outerRecoveryEnd] ?? 0
  const opened = openings(
    shelf,
    rule?.subjects ?? [],
    subjectWindowsOf(shelf, knownOf(shelf.compiled, clock, unknownFacts(shelf))),
  )
  const days = Math.ceil(Math.max(settled, ...opened) / DAY_MS) + 1
  const effect = requireDuration(readLength(series.effect.until, shelf.compiled.protocol))
  return {
    kind,
    date,
    known: rule !== undefined,
    lastSessionBy: addToDate(date, { kind: 'days', days: -days }),
    fullEffectFrom: addToDate(date, effect, -1),
  }
}

/** How long after a session each subject opens by time alone; a subject that waits for a clinician gives no figure. */
function openings(
  shelf: Shelf,
  subjects: readonly string[],
  windows: readonly SubjectWindows[],
): readonly number[] {
  const wanted = (code: string, broader: readonly string[]) =>
    [code, ...broader].some((one) => subjects.includes(one))
  return shelf.compiled.subjects.flatMap((subject, k) => {
    if (subject.group || !wanted(subject.code, subject.broader)) return []
    return windows[k]?.steps.find((step) => step.start >= 0 && isOpen(step.status))?.start ?? []
  })
}

function unknownFacts(shelf: Shelf) {
  return factsOf(shelf, { id: '', code: '', endedAt: 0 }, {})
}
