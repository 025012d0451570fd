import { RuleEngine } from 'node-rules'
import type { Protocol } from '../../packages/engine/src/protocol.ts'
import { type BitFacts, bitFacts, gateFunctions } from './gate-functions.ts'
import { nameOf, severityKey } from './peer-triage.ts'
import type { RedFlag } from './rule-list.ts'
import type { Engine, Facts, Match, PeerRule } from './peer.ts'

type Test = (facts: Facts) => boolean

/** Conditions and consequences are JavaScript, registered once; facts change nothing on the way, and it is told so. */
export function nodeRules(protocol: Protocol): Engine {
  const gateOf = gateFunctions(protocol)
  const testOf = ({ when, reading, alarm }: PeerRule): Test => {
    const gate = when && gateOf(when)[reading]
    const raised = alarm && alarmTest(alarm)
    // The facts given are those of `bitFacts`, with a check-in's beside them.
    const holds: Test = (facts) => !gate || gate(facts as BitFacts)
    return raised ? (facts) => raised(facts) && holds(facts) : holds
  }
  return { compile: (rules) => compile(rules, testOf), facts: bitFacts }
}

function compile(rules: readonly PeerRule[], testOf: (rule: PeerRule) => Test): Match {
  let applied: number[] = []
  const engine = new RuleEngine(
    rules.map((rule) => {
      const holds = testOf(rule)
      return {
        name: String(rule.number),
        condition: (api, facts) => api.when(holds(facts)),
        consequence: (api) => {
          applied.push(rule.number)
          api.next()
        },
      }
    }),
    { ignoreFactChanges: true },
  )
  return (facts) =>
    new Promise((resolve) => {
      applied = []
      const mine = applied
      engine.execute(facts, () => resolve(mine))
    })
}

function alarmTest({ sign, atLeast, with: company, from }: RedFlag): Test {
  const key = severityKey(sign)
  const length = from === undefined ? undefined : nameOf(from)
  return (facts) => {
    const severity = facts[key] as number
    if (atLeast === undefined ? severity === 0 : severity < atLeast) return false
    const present = facts['present'] as readonly string[]
    if (company && !company.some((one) => present.includes(one))) return false
    return length === undefined || (facts['reached'] as readonly string[]).includes(length)
  }
}
