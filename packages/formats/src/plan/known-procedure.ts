import { type CarePlan, type Instant, isCurrent, type PlanProcedure } from '@afterglow/engine'

/** The procedures as they are known at `at`: a reading that was corrected by then, or given only later, is left out. */
export function proceduresAt(plan: CarePlan, at: Instant): readonly PlanProcedure[] {
  return plan.procedures.filter((one) => isCurrent(one, at))
}
