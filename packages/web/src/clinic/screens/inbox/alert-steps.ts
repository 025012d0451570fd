import type { Alert } from '../../api/alerts.ts'

export interface AlertStep {
  readonly code: 'raised' | 'escalated' | 'acknowledged' | 'resolved'
  readonly at: string
  /** Who did it, where it is known. */
  readonly by: string | null
}

/** In the order in which it happened; what was acknowledged by closing it is one step. */
export function alertSteps(alert: Alert): readonly AlertStep[] {
  const { raisedAt, escalatedAt, acknowledgedAt, acknowledgedBy, resolvedAt } = alert
  const isClosedAtOnce = acknowledgedAt !== null && acknowledgedAt === resolvedAt
  const steps: readonly (Omit<AlertStep, 'at'> & { readonly at: string | null })[] = [
    { code: 'raised', at: raisedAt, by: null },
    { code: 'escalated', at: escalatedAt, by: null },
    { code: 'acknowledged', at: isClosedAtOnce ? null : acknowledgedAt, by: acknowledgedBy },
    { code: 'resolved', at: resolvedAt, by: null },
  ]
  return steps
    .flatMap(({ at, ...step }) => (at === null ? [] : [{ ...step, at }]))
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
}
