import type { CarePlan, DatedPlan, Instant, PlanProcedure } from '@afterglow/engine'
import type { Care } from '@afterglow/ledger'

/** Whether a reading of a procedure's end does not hold at `at`: corrected before, or given only later. */
function isBadlyPlaced(one: PlanProcedure, at: Instant): boolean {
  return (one.correctedAt ?? at) > at || (one.replacedAt ?? Number.POSITIVE_INFINITY) <= at
}

/** The procedures as they are known at `at`. */
export function proceduresAt(
  plan: Pick<CarePlan, 'procedures'>,
  at: Instant,
): readonly PlanProcedure[] {
  return plan.procedures.filter((one) => !isBadlyPlaced(one, at))
}

/** The signs whose usual time it is, and those that may still show. */
export function signsNow(
  plan: DatedPlan,
  at: Instant,
): {
  readonly usual: readonly string[]
  readonly fading: readonly string[]
} {
  const ended = new Set(
    proceduresAt(plan, at)
      .filter((one) => one.endedAt <= at)
      .map((one) => one.id),
  )
  const running = plan.course.filter(
    (one) => (one.procedure === undefined || ended.has(one.procedure)) && at < one.outerEnd,
  )
  const usual = new Set(running.filter((one) => at < one.typicalEnd).map((one) => one.sign))
  const fading = new Set(running.map((one) => one.sign).filter((sign) => !usual.has(sign)))
  return { usual: [...usual], fading: [...fading] }
}

/** Whether no protocol covers anything that has ended by then. */
export function isAllUncovered({ plan, at }: Pick<Care, 'plan' | 'at'>): boolean {
  return proceduresAt(plan, at)
    .filter((one) => one.endedAt <= at)
    .every((one) => one.protocol === null)
}
