import type { CarePlan } from './care-plan.ts'
import { isOpen } from './status.ts'
import type { Planner } from './planner.ts'
import { shiftedRest } from './rest.ts'
import { zoneAt } from './session.ts'
import type { Task } from './task.ts'
import { addToDate, daysBetween, type Instant, instantOf, localDate } from './time.ts'
import { assess } from './verdict.ts'

/** One time at which a routine is due. */
export interface Occurrence {
  readonly task: string
  readonly dueAt: Instant
}

export interface Span {
  readonly from: Instant
  /** Exclusive. */
  readonly until: Instant
}

/**
 * The routine tasks due in a span, in time order: at the protocol's clock times in the zone the person is in that day,
 * each day counted from the task's first. A task is left out while its subject is not open.
 */
export function occurrencesOf(planner: Planner, plan: CarePlan, span: Span): readonly Occurrence[] {
  const routine = planner.shelves[0]?.compiled.protocol.routine
  if (!routine) return []
  const { tasks } = shiftedRest(plan, { by: plan.anchor })
  const due = tasks.flatMap((task) => {
    const clocks = (task.times ?? []).map((time) => routine[time])
    const own = {
      from: Math.max(task.from ?? span.from, span.from),
      until: Math.min(task.until ?? span.until, span.until),
    }
    return duesIn(plan, task, { ...own, clocks })
      .filter((at) => task.subject === undefined || isOpen(assess(plan, task.subject, at).status))
      .map((dueAt) => ({ task: task.task, dueAt }))
  })
  return due.sort((a, b) => a.dueAt - b.dueAt || (a.task < b.task ? -1 : 1))
}

/** Day n is the task's first day plus n times its interval, whatever span is asked for. */
function duesIn(
  plan: CarePlan,
  task: Task,
  span: Span & { readonly clocks: readonly string[] },
): readonly Instant[] {
  if (span.clocks.length === 0 || span.from >= span.until) return []
  const first = task.from ?? span.from
  const anchor = localDate(first, zoneAt(plan.zone, plan.events, first))
  const every = task.everyDays ?? 1
  // No zone is a day from UTC: a day more at either end, and one for journeys, leaves none out.
  const begin = daysBetween(anchor, localDate(span.from, 'UTC')) - 2
  const end = daysBetween(anchor, localDate(span.until, 'UTC')) + 2
  const found: Instant[] = []
  for (let n = Math.max(0, Math.ceil(begin / every)); n * every <= end; n++) {
    const date = addToDate(anchor, { kind: 'days', days: every }, n)
    const dues = span.clocks.map((clock) => dueOn(plan, date, clock))
    found.push(...dues.filter((due) => due >= span.from && due < span.until))
  }
  return found
}

/**
 * When the person's own clock shows that time on that date: the first time, where a journey west shows it twice. Where a
 * journey east skips it, the time by the clock they left, as in a DST gap: never an instant before they came.
 */
function dueOn({ zone, events }: CarePlan, date: string, clock: string): Instant {
  const moves = events.flatMap((event) => (event.type === 'moved' ? [event] : []))
  let due = instantOf(date, clock, zone)
  for (const move of [...moves].sort((a, b) => a.at - b.at)) {
    if (due < move.at) return due
    const there = instantOf(date, clock, move.zone)
    if (there >= move.at) due = there
  }
  return due
}
