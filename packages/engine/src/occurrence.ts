import type { CarePlan } from './care-plan.ts'
import { isOpen } from './status.ts'
import type { Planner } from './planner.ts'
import { zoneAt } from './session.ts'
import type { Task } from './task.ts'
import { addToDate, daysBetween, type Instant, instantOf, localDate } from './time.ts'
import { assess } from './verdict.ts'

/** One time at which a routine is due. */
export interface Occurrence {
  readonly task: string
  readonly dueAt: Instant
}

/**
 * The routine tasks due in `[from, until)`, in time order: at the protocol's clock times in the zone the person is in
 * that day, each day counted from the task's first. A task is left out while its subject is not open.
 */
export function occurrencesOf(
  planner: Planner,
  plan: CarePlan,
  span: { readonly from: Instant; readonly until: Instant },
): readonly Occurrence[] {
  const due = plan.tasks.flatMap((task) => taskOccurrences(planner, plan, task, span))
  return due.sort((a, b) => a.dueAt - b.dueAt || (a.task < b.task ? -1 : 1))
}

function taskOccurrences(
  planner: Planner,
  plan: CarePlan,
  task: Task,
  span: { from: Instant; until: Instant },
): readonly Occurrence[] {
  const routine = planner.shelves[0]?.compiled.protocol.routine
  if (!task.times || !routine) return []
  const start = Math.max(task.from ?? span.from, span.from)
  const end = Math.min(task.until ?? span.until, span.until)
  const zone = zoneAt(plan.zone, plan.events, start)
  const anchor = localDate(task.from ?? start, zone)
  const every = task.everyDays ?? 1
  const found: Occurrence[] = []
  // The first day may be the one before: another zone is up to a day away.
  const first = Math.max(0, Math.floor((daysBetween(anchor, localDate(start, zone)) - 1) / every))
  for (let n = first; ; n++) {
    const date = addToDate(anchor, { kind: 'days', days: every }, n)
    const dues = task.times.map((time) => dueOn(plan, date, routine[time]))
    if (Math.min(...dues) >= end) return found
    for (const dueAt of dues) {
      if (dueAt >= start && dueAt < end && mayBeDone(plan, task, dueAt))
        found.push({ task: task.task, dueAt })
    }
  }
}

/** The clock time on that date in the zone the person is in then. */
function dueOn(plan: CarePlan, date: string, clock: string): Instant {
  const guess = instantOf(date, clock, plan.zone)
  return instantOf(date, clock, zoneAt(plan.zone, plan.events, guess))
}

function mayBeDone(plan: CarePlan, task: Task, at: Instant): boolean {
  return task.subject === undefined || isOpen(assess(plan, task.subject, at).status)
}
