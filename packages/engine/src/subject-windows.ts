import type { Status } from './codes.ts'
import { type Outlook, outlooksOf } from './outlook.ts'
import type { Reason } from './reason.ts'

/** Milliseconds of elapsed time after a plan's anchor; negative before it. */
export type Elapsed = number

/** From `start` (inclusive) until the next step's start (exclusive) one answer holds, for one reason; the last one stays. */
export interface Step {
  readonly start: Elapsed
  readonly status: Status
  /** The id of the reason that decides; null where nothing binds. */
  readonly governing: string | null
  /** What would change the answer. */
  readonly changedBy: readonly Change[]
  /** The procedure that governs, where the plan holds more than one. */
  readonly procedure?: string
}

export type Change = 'time' | 'report' | 'clearance' | 'fact'

/** The answers on one subject over time. Before the first step no procedure has ended: `unknown`. */
export interface SubjectWindows {
  readonly subject: string
  /** In time order; empty for a pure group, which answers per narrower subject. */
  readonly steps: readonly Step[]
  /** Every position that speaks of the subject for this person, in ledger order. */
  readonly reasons: readonly Reason[]
  /** When each step starts. With the outlooks, made ready once for every plan of this shape and each question about it. */
  readonly starts: readonly Elapsed[]
  /** The outlook before the first step, then one for each step. */
  readonly outlooks: readonly Outlook[]
}

export function createWindows(
  subject: string,
  steps: readonly Step[],
  reasons: readonly Reason[],
): SubjectWindows {
  const starts = steps.map(({ start }) => start)
  return { subject, steps, reasons, starts, outlooks: outlooksOf(steps, reasons) }
}
