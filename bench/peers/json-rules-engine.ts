import { Engine as RulesEngine, type NestedCondition } from 'json-rules-engine'
import type { Applicability } from '../../packages/engine/src/protocol.ts'
import { nameOf, severityKey } from './peer-triage.ts'
import type { RedFlag, RuleSpec } from './rule-list.ts'
import type { Engine, Match, PeerRule } from './peer.ts'
import { listTests, textFacts, UNKNOWN_WORD } from './text-facts.ts'

type Tests = Omit<Applicability, 'anyOf'>
type Reading = RuleSpec['reading']

/** One engine with every rule, made once; each question is one `run`. Lists are tested by an operator of our own. */
export const jsonRulesEngine: Engine = { compile, facts: textFacts }

function compile(rules: readonly PeerRule[]): Match {
  const engine = new RulesEngine([])
  engine.addOperator('includesAny', (told: readonly string[], words: readonly string[]) =>
    words.some((word) => told.includes(word)),
  )
  for (const rule of rules) {
    engine.addRule({
      conditions: { all: [...alarmConditions(rule.alarm), ...conditions(rule)] },
      event: { type: 'applies', params: { number: rule.number } },
    })
  }
  return async (facts) => {
    const { events } = await engine.run({ ...facts })
    return events.map((event) => Number(event.params?.['number']))
  }
}

function conditions({ when, reading }: RuleSpec): NestedCondition[] {
  if (!when) return []
  const { anyOf, ...all } = when
  const either = anyOf?.map((tests) => ({ all: testConditions(tests, reading) }))
  return [...testConditions(all, reading), ...(either ? [{ any: either }] : [])]
}

function testConditions(tests: Tests, reading: Reading): NestedCondition[] {
  const { needleDepthMm } = tests
  const listed = listTests(tests).map(([fact, words]) => ({
    fact,
    operator: 'includesAny',
    value: reading === 'possible' ? [...words, UNKNOWN_WORD] : words,
  }))
  return needleDepthMm ? [...listed, ...depthConditions(needleDepthMm, reading)] : listed
}

function depthConditions(
  { atLeast, below }: NonNullable<Tests['needleDepthMm']>,
  reading: Reading,
): NestedCondition[] {
  const [low, high] =
    reading === 'possible' ? ['depthMost', 'depthLeast'] : ['depthLeast', 'depthMost']
  return [
    ...(atLeast === undefined
      ? []
      : [{ fact: low ?? '', operator: 'greaterThanInclusive', value: atLeast }]),
    ...(below === undefined ? [] : [{ fact: high ?? '', operator: 'lessThan', value: below }]),
  ]
}

function alarmConditions(alarm: RedFlag | undefined): NestedCondition[] {
  if (!alarm) return []
  const fact = severityKey(alarm.sign)
  return [
    alarm.atLeast === undefined
      ? { fact, operator: 'notEqual', value: 0 }
      : { fact, operator: 'greaterThanInclusive', value: alarm.atLeast },
    ...(alarm.with ? [{ fact: 'present', operator: 'includesAny', value: alarm.with }] : []),
    ...(alarm.from === undefined
      ? []
      : [{ fact: 'reached', operator: 'includesAny', value: [nameOf(alarm.from)] }]),
  ]
}
