import type { Applicability, Position, Protocol } from '../../packages/engine/src/protocol.ts'

/** One rule as a rules engine is given it: its number and its test. */
export interface RuleSpec {
  readonly number: number
  readonly when: Applicability | undefined
  /** `possible`: what is not known counts as holding. */
  readonly reading: 'certain' | 'possible'
}

export type Expectation = Protocol['course']['expectations'][number]
export type MilestoneRule = Protocol['course']['milestones'][number]
export type TaskRule = Protocol['tasks'][number]
export type RedFlag = Protocol['triage']['redFlags'][number]

/** Everything of a protocol that a plan rests on, numbered: positions, expectations, milestones, tasks. */
export interface RuleList {
  readonly specs: readonly RuleSpec[]
  readonly positions: ReadonlyMap<Position, number>
  readonly expectations: ReadonlyMap<Expectation, number>
  readonly milestones: ReadonlyMap<MilestoneRule, number>
  readonly tasks: ReadonlyMap<TaskRule, number>
}

export function ruleListOf(protocol: Protocol): RuleList {
  const specs: RuleSpec[] = []
  const number = <T extends { readonly when?: Applicability | undefined }>(
    rules: readonly T[],
    readingOf: (rule: T) => RuleSpec['reading'],
  ) =>
    new Map(
      rules.map((rule) => {
        specs.push({ number: specs.length, when: rule.when, reading: readingOf(rule) })
        return [rule, specs.length - 1]
      }),
    )
  const positions = protocol.subjects.flatMap((subject) => subject.positions)
  return {
    specs,
    positions: number(positions, readingOf),
    expectations: number(protocol.course.expectations, () => 'certain'),
    milestones: number(protocol.course.milestones, () => 'certain'),
    tasks: number(protocol.tasks, () => 'certain'),
  }
}

/** A restriction binds while its test may hold; a recommendation or permission only where it does. */
export function readingOf({ stance }: Position): RuleSpec['reading'] {
  return stance === 'use' || stance === 'allow' ? 'certain' : 'possible'
}
