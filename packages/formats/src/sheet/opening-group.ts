import { type CarePlan, type Instant, isOpen } from '@afterglow/engine'
import { type SubjectLine, subjectLines } from '../plan/subject-line.ts'

/** Subjects that are open, that open at one instant, or that no time opens. */
export interface OpeningGroup {
  readonly kind: 'open' | 'opens' | 'clinic'
  /** The first instant that is caution, allowed or recommended; of `open` the sheet's own; null of `clinic`. */
  readonly opensAt: Instant | null
  readonly lines: readonly SubjectLine[]
}

/** What is open first, then what opens, soonest first, then what waits for a clinician. Lines in order of the tree. */
export function openingGroups(plan: CarePlan, at: Instant): readonly OpeningGroup[] {
  const byInstant = new Map<Instant | null, SubjectLine[]>([
    [at, []],
    [null, []],
  ])
  for (const line of subjectLines(plan, at)) {
    const opensAt = openingOf(line)
    byInstant.set(opensAt, [...(byInstant.get(opensAt) ?? []), line])
  }
  return [...byInstant]
    .filter(([, lines]) => lines.length > 0)
    .toSorted(([a], [b]) => (a ?? Number.MAX_VALUE) - (b ?? Number.MAX_VALUE))
    .map(([opensAt, lines]) => ({ kind: kindOf(opensAt, at), opensAt, lines }))
}

function openingOf({ spans }: SubjectLine): Instant | null {
  return spans.find(({ status }) => isOpen(status))?.from ?? null
}

function kindOf(opensAt: Instant | null, at: Instant): OpeningGroup['kind'] {
  if (opensAt === null) return 'clinic'
  return opensAt === at ? 'open' : 'opens'
}
