import { type Disposition, type PlanSubject, type Status, urgencyOf } from '@afterglow/engine'

/** How one answer compares with the one it must be. */
export interface Score {
  readonly strict: boolean
  readonly lenient: boolean
  readonly unsafe: boolean
  /** What was expected and what came, in a word each: the row and column of the confusion table. */
  readonly expected: string
  readonly got: string
}

export type Subjects = Readonly<Record<string, PlanSubject>>

const STEPS: Readonly<Record<Status, number>> = {
  recommended: 0,
  allowed: 1,
  caution: 2,
  'ask-clinic': 3,
  unknown: 3,
  avoid: 4,
}

/** By how many steps an answer is more cautious than it must be; negative where it is less. */
export function stepsAbove(got: Status, expected: Status): number {
  return STEPS[got] - STEPS[expected]
}

export function urgencyAbove(got: Disposition, expected: Disposition): number {
  return urgencyOf(got) - urgencyOf(expected)
}

/** The same subject, or one that is broader or narrower at any distance. */
export function isRelated(subjects: Subjects, a: string, b: string): boolean {
  return a === b || isBroader(subjects, a, b) || isBroader(subjects, b, a)
}

function isBroader(subjects: Subjects, broad: string, narrow: string): boolean {
  const broader = subjects[narrow]?.broader ?? []
  return broader.includes(broad) || broader.some((one) => isBroader(subjects, broad, one))
}
