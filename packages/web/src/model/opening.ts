import { assess, type CarePlan, type Instant, isOpen, type Status } from '@afterglow/engine'
import type { Entry } from './entry.ts'

/** Everything that opens at one instant. */
export interface Opening {
  readonly at: Instant
  readonly entries: readonly OpeningEntry[]
}

export interface OpeningEntry {
  readonly subject: string
  readonly group: string
  /** What it will be then. */
  readonly status: Status
}

/** What opens by time alone, soonest first; what is open already and what waits for a word is left out. */
export function openingsOf(plan: CarePlan, entries: readonly Entry[]): readonly Opening[] {
  const byInstant = new Map<Instant, OpeningEntry[]>()
  for (const { subject, group, verdict } of entries) {
    const { opensAt, status } = verdict
    if (opensAt === null || isOpen(status)) continue
    const entry = { subject, group, status: assess(plan, subject, opensAt).status }
    byInstant.set(opensAt, [...(byInstant.get(opensAt) ?? []), entry])
  }
  return [...byInstant]
    .map(([at, opening]) => ({ at, entries: opening }))
    .toSorted((a, b) => a.at - b.at)
}
