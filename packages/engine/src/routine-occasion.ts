import type { CarePlan } from './care-plan.ts'
import { createOccasion, type Occasion, type OccasionRequest } from './occasion.ts'
import { occurrencesOf } from './occurrence.ts'
import { isOpen } from './status.ts'
import type { Task } from './task.ts'
import type { Instant } from './time.ts'
import { assess } from './verdict.ts'
import { nextShowing, offsetsOf } from './wall-clock.ts'

/** How long after its time a routine is still worth a word. */
export const ROUTINE_USE_MS = 4 * 3_600_000

/** Each time a routine task falls due, once where several procedures bring it. */
export function routineOccasions({ planner, plan, span }: OccasionRequest): readonly Occasion[] {
  const routine = planner.shelves[0]?.compiled.protocol.routine
  if (!routine) return []
  const offsetAt = offsetsOf(planner, plan)
  const found = occurrencesOf(planner, plan, span).map(({ task, dueAt }) => {
    const tasks = tasksNamed(plan, task)
    const clocks = tasks.flatMap(({ times = [] }) => times.map((time) => routine[time]))
    const nexts = clocks.map((clock) => nextShowing(dueAt + 1, clock, offsetAt))
    const subject = tasks.find((one) => one.subject !== undefined)?.subject
    return createOccasion('routine', {
      ...(subject !== undefined && { subject }),
      task,
      nominalAt: dueAt,
      expiresAt: Math.min(dueAt + ROUTINE_USE_MS, ...nexts),
    })
  })
  return [...new Map(found.map((one) => [one.id, one])).values()]
}

/** Whether the task is still to be done at `at`, and its subject open. */
export function isRoutineDue(plan: CarePlan, { task, subject }: Occasion, at: Instant): boolean {
  const goesOn = tasksNamed(plan, task).some(
    ({ until }) => until === null || at < plan.anchor + until,
  )
  return goesOn && (subject === undefined || isOpen(assess(plan, subject, at).status))
}

function tasksNamed({ tasks }: CarePlan, name: string | undefined): readonly Task[] {
  return tasks.filter(({ task }) => task === name)
}
