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

/** Day n is the task's first day plus n times its interval; the day before the span is tried too: zones differ. */
function duesIn(
  plan: CarePlan,
  task: Task,
  span: Span & { readonly clocks: readonly string[] },
): readonly Instant[] {
  if (span.clocks.length === 0 || span.from >= span.until) return []
  const zone = zoneAt(plan.zone, plan.events, span.from)
  const anchor = localDate(task.from ?? span.from, zone)
  const every = task.everyDays ?? 1
  const found: Instant[] = []
  for (
    let n = Math.max(0, Math.floor((daysBetween(anchor, localDate(span.from, zone)) - 1) / every));
    ;
    n++
  ) {
    const date = addToDate(anchor, { kind: 'days', days: every }, n)
    const dues = span.clocks.map((clock) => dueOn(plan, date, clock))
    if (Math.min(...dues) >= span.until) return found
    found.push(...dues.filter((due) => due >= span.from && due < span.until))
  }
}

/** The clock time on that date in the zone the person is in then. */
function dueOn(plan: CarePlan, date: string, clock: string): Instant {
  const guess = instantOf(date, clock, plan.zone)
  return instantOf(date, clock, zoneAt(plan.zone, plan.events, guess))
}
