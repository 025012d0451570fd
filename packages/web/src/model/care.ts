import type {
  CarePlan,
  Instant,
  Planner,
  PlanProcedure,
  Procedure,
  Session,
} from '@afterglow/engine'

/** What every view model is made from: one person's plan, and the moment somebody looks at it. */
export interface Care {
  readonly planner: Planner
  readonly session: Session
  readonly plan: CarePlan
  readonly at: Instant
  /** The zone the person is in at `at`. */
  readonly zone: string
}

/** The procedures as they are known at `at`: a reading that was corrected by then, or that came later, is left out. */
export function proceduresOf({ plan, at }: Pick<Care, 'plan' | 'at'>): readonly PlanProcedure[] {
  return plan.procedures.filter(
    ({ correctedAt = at, replacedAt = Number.POSITIVE_INFINITY }) =>
      correctedAt <= at && at < replacedAt,
  )
}

/** Those that have ended by `at`, the latest first. */
export function endedProcedures(care: Pick<Care, 'plan' | 'at'>): readonly PlanProcedure[] {
  return proceduresOf(care)
    .filter((one) => one.endedAt <= care.at)
    .toSorted((a, b) => b.endedAt - a.endedAt)
}

/** Those still to come, the next one first. */
export function comingProcedures(care: Pick<Care, 'plan' | 'at'>): readonly PlanProcedure[] {
  return proceduresOf(care)
    .filter((one) => one.endedAt > care.at)
    .toSorted((a, b) => a.endedAt - b.endedAt)
}

/** Whether of a session still to come the day alone was told: its end is then only the latest that it can be. */
export function isDayAlone(
  { endedAt, endedAtEstimated }: Pick<Procedure, 'endedAt' | 'endedAtEstimated'>,
  at: Instant,
): boolean {
  return endedAtEstimated === true && endedAt > at
}
