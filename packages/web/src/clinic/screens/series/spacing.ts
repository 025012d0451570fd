import { applyPlan, type Instant, type Planner, planSeries, type Series } from '@afterglow/engine'

export type Spacing = Series['rules']['spacing']

const DAY_MS = 86_400_000

/** What the clinic's protocols keep to between two sessions of a person of whom nothing else is known. */
export function spacingOf(planner: Planner, at: Instant): Spacing {
  const plan = applyPlan(planner, {
    zone: 'UTC',
    procedures: [{ id: 'to-come', code: 'microneedling', endedAt: at + DAY_MS }],
    patient: {},
    events: [],
  })
  return planSeries(planner, plan, { at }).rules.spacing
}

/** Where a gap lies: below the least that any source allows, allowed, where the sources agree, or above. Both ends belong. */
export function spacingKind(
  gapDays: number,
  { preferredDays, allowableDays }: Spacing,
): 'short' | 'allowable' | 'preferred' | 'long' {
  if (gapDays < allowableDays.atLeast) return 'short'
  if (gapDays > allowableDays.atMost) return 'long'
  const isPreferred = gapDays >= preferredDays.atLeast && gapDays <= preferredDays.atMost
  return isPreferred ? 'preferred' : 'allowable'
}
