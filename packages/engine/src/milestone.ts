import { gateOf, holds } from './applicability.ts'
import type { Application } from './application.ts'
import type { Length } from './protocol.ts'
import type { Instant } from './time.ts'
import type { Elapsed } from './subject-windows.ts'

/** Something to look forward to: a recovery point or a result, in the span a source gives; null where it gives none. */
export interface Milestone {
  readonly milestone: string
  readonly kind: 'recovery' | 'result'
  readonly from: Elapsed | null
  readonly until: Elapsed | null
  readonly procedure?: string
}

/** Milestones on one procedure's clock, soonest first, those without a time last; ties in ledger order. */
export function milestonesOf({ compiled, instants, facts }: Application): readonly Milestone[] {
  const instantOf = (length: Length | undefined) =>
    length === undefined ? null : (instants[compiled.indexOf(length)] as Instant)
  return compiled.protocol.course.milestones
    .filter((milestone) => holds(gateOf(milestone.when, compiled.atoms), facts.certain))
    .map((milestone) => ({
      milestone: milestone.id,
      kind: milestone.kind,
      from: instantOf(milestone.from),
      until: instantOf(milestone.until),
    }))
    .sort((a, b) => startOf(a) - startOf(b))
}

function startOf(milestone: Milestone): number {
  return milestone.from ?? milestone.until ?? Number.MAX_SAFE_INTEGER
}
