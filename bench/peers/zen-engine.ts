import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine'
import type { Applicability } from '../../packages/engine/src/protocol.ts'
import { nameOf, severityKey } from './peer-triage.ts'
import type { RedFlag, RuleSpec } from './rule-list.ts'
import type { Engine, Match, PeerRule } from './peer.ts'
import { listTests, textFacts, UNKNOWN_WORD } from './text-facts.ts'

type Tests = Omit<Applicability, 'anyOf'>
type Reading = RuleSpec['reading']

/** One decision table that collects every row that holds, compiled once; each question is one `evaluate`. */
export const zenEngine: Engine = { compile, facts: textFacts }

function compile(rules: readonly PeerRule[]): Match {
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(decisionTable(rules)))
  return async (facts) => {
    const { result } = (await decision.evaluate(facts)) as {
      readonly result: readonly { readonly number: number }[]
    }
    return result.map(({ number }) => number)
  }
}

function decisionTable(rules: readonly PeerRule[]): object {
  const place = { position: { x: 0, y: 0 } }
  const content = {
    hitPolicy: 'collect',
    inputs: [{ id: 'test', name: 'test' }],
    outputs: [{ id: 'number', field: 'number', name: 'number' }],
    rules: rules.map((rule) => ({
      _id: `row${rule.number}`,
      test: [...alarmTests(rule.alarm), ...testsOf(rule)].join(' and ') || 'true',
      number: String(rule.number),
    })),
  }
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', ...place },
      { id: 'table', type: 'decisionTableNode', name: 'table', ...place, content },
      { id: 'out', type: 'outputNode', name: 'out', ...place },
    ],
    edges: [
      { id: 'first', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'second', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  }
}

function testsOf({ when, reading }: RuleSpec): readonly string[] {
  if (!when) return []
  const { anyOf, ...all } = when
  const either = anyOf?.map((tests) => `(${groupTests(tests, reading).join(' and ')})`)
  return [...groupTests(all, reading), ...(either ? [`(${either.join(' or ')})`] : [])]
}

function groupTests(tests: Tests, reading: Reading): readonly string[] {
  const { needleDepthMm } = tests
  const listed = listTests(tests).map(([fact, words]) =>
    includesAny(fact, reading === 'possible' ? [...words, UNKNOWN_WORD] : words),
  )
  if (!needleDepthMm) return listed
  const { atLeast, below } = needleDepthMm
  const [low, high] =
    reading === 'possible' ? ['depthMost', 'depthLeast'] : ['depthLeast', 'depthMost']
  return [
    ...listed,
    ...(atLeast === undefined ? [] : [`${low} >= ${atLeast}`]),
    ...(below === undefined ? [] : [`${high} < ${below}`]),
  ]
}

function includesAny(fact: string, words: readonly string[]): string {
  return `some(${fact}, # in [${words.map((word) => `'${word}'`).join(', ')}])`
}

function alarmTests(alarm: RedFlag | undefined): readonly string[] {
  if (!alarm) return []
  const fact = severityKey(alarm.sign)
  return [
    alarm.atLeast === undefined ? `${fact} != 0` : `${fact} >= ${alarm.atLeast}`,
    ...(alarm.with ? [includesAny('present', alarm.with)] : []),
    ...(alarm.from === undefined ? [] : [includesAny('reached', [nameOf(alarm.from)])]),
  ]
}
