import type { SignCourse } from './course.ts'
import type { Milestone } from './milestone.ts'
import type { Elapsed } from './subject-windows.ts'
import type { Task } from './task.ts'

/** What a procedure brings besides windows. */
export interface Rest {
  readonly course: readonly SignCourse[]
  readonly tasks: readonly Task[]
  readonly milestones: readonly Milestone[]
}

export interface Shift {
  /** Added to every time. */
  readonly by: number
  /** Named on every entry, where there is one to name. */
  readonly procedure?: string
}

/** The same entries counted from another point, each naming its procedure. */
export function shiftedRest({ course, tasks, milestones }: Rest, { by, procedure }: Shift): Rest {
  const named = procedure === undefined ? {} : { procedure }
  const span = ({ from, until }: Pick<Task, 'from' | 'until'>) => ({
    from: later(from, by),
    until: later(until, by),
  })
  return {
    course: course.map((sign) => ({
      ...sign,
      typicalEnd: sign.typicalEnd + by,
      outerEnd: sign.outerEnd + by,
      severeUntil: sign.severeUntil + by,
      after: sign.after + by,
      ...named,
    })),
    tasks: tasks.map((task) => ({ ...task, ...span(task), ...named })),
    milestones: milestones.map((milestone) => ({ ...milestone, ...span(milestone), ...named })),
  }
}

function later(elapsed: Elapsed | null, by: number): Elapsed | null {
  return elapsed === null ? null : elapsed + by
}
