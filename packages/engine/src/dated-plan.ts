import type { CarePlan } from './care-plan.ts'
import type { Status } from './codes.ts'
import { type Rest, shiftedRest } from './rest.ts'
import type { Change, SubjectWindows } from './subject-windows.ts'
import type { Reason } from './reason.ts'
import type { Instant } from './time.ts'

/** A plan put on the clock: the same value with every window, course, task and milestone at its instants. */
export interface DatedPlan extends Omit<CarePlan, 'windows'>, Rest {
  readonly windows: readonly DatedWindows[]
}

export interface DatedWindows {
  readonly subject: string
  readonly steps: readonly DatedStep[]
  readonly reasons: readonly Reason[]
}

/** `[start, end)`; the last step has no end. */
export interface DatedStep {
  readonly start: Instant
  readonly end: Instant | null
  readonly status: Status
  readonly governing: string | null
  readonly changedBy: readonly Change[]
  readonly procedure?: string
}

/** Puts a plan on the clock, for whoever looks at all of it: a screen, a sheet, a file, a receipt. */
export function datePlan(plan: CarePlan): DatedPlan {
  return {
    ...plan,
    windows: plan.windows.map((windows) => datedWindows(windows, plan.anchor)),
    ...shiftedRest(plan, { by: plan.anchor }),
  }
}

function datedWindows({ subject, steps, reasons }: SubjectWindows, anchor: Instant): DatedWindows {
  return {
    subject,
    steps: steps.map((step, k) => {
      const next = steps[k + 1]
      return { ...step, start: anchor + step.start, end: next ? anchor + next.start : null }
    }),
    reasons,
  }
}
