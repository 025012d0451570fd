import type { Applicability, Position, Protocol } from '../../packages/engine/src/protocol.ts'

/** One rule as a rules engine is given it: its number and its test. */
export interface RuleSpec {
  readonly number: number
  readonly when: Applicability | undefined
  /** `possible`: what is not known counts as holding. */
  readonly reading: 'certain' | 'possible'
}

export type RedFlag = Protocol['triage']['redFlags'][number]

/** Everything of a protocol that a plan rests on, numbered: positions, expectations, milestones, tasks. */
export interface RuleList {
  readonly specs: readonly RuleSpec[]
  readonly numbers: ReadonlyMap<object, number>
}

export function ruleListOf({ subjects, course, tasks }: Protocol): RuleList {
  const positions = subjects.flatMap((subject) => subject.positions)
  const rules = [...positions, ...course.expectations, ...course.milestones, ...tasks]
  return {
    specs: rules.map((rule, number) => ({ number, when: rule.when, reading: readingOf(rule) })),
    numbers: new Map(rules.map((rule, number) => [rule, number])),
  }
}

/** A restriction binds while its test may hold; a recommendation, a permission and all that is no position where it does. */
function readingOf(rule: object | Position): RuleSpec['reading'] {
  return 'stance' in rule && rule.stance !== 'use' && rule.stance !== 'allow'
    ? 'possible'
    : 'certain'
}
