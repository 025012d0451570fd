import type { CarePlan, Instant, PlanProcedure } from '@afterglow/engine'

/** The procedures as they are known at `at`: a reading that was corrected by then, or given only later, is left out. */
export function proceduresAt(plan: CarePlan, at: Instant): readonly PlanProcedure[] {
  return plan.procedures.filter(
    ({ correctedAt = at, replacedAt = Number.POSITIVE_INFINITY }) =>
      correctedAt <= at && at < replacedAt,
  )
}
