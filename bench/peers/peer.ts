import type { PatientFacts, Planner, Procedure, Session } from '../../packages/engine/src/index.ts'
import { positionsOn, type Protocol } from '../../packages/engine/src/protocol.ts'
import { writtenFor } from '../floor/floor.ts'
import { checkInFacts, createPeerTriage, triageAnswer, type PeerTriage } from './peer-triage.ts'
import { type RedFlag, ruleListOf, type RuleSpec } from './rule-list.ts'
import type { Rival } from '../rival.ts'

/** One rule for a rules engine: its test of the facts and, for an alarm, what it asks of the check-in. */
export interface PeerRule extends RuleSpec {
  readonly alarm?: RedFlag
}

export type Facts = Readonly<Record<string, unknown>>

/** Given facts, the numbers of the rules that apply, in any order. */
export type Match = (facts: Facts) => Promise<readonly number[]>

/** How one rules engine is made ready and in which form it takes facts. */
export interface Engine {
  readonly compile: (rules: readonly PeerRule[]) => Match
  readonly facts: (procedure: Partial<Procedure>, patient: PatientFacts) => Facts
}

/**
 * A rules engine doing our three works. It decides which rules apply; what merges them, dates them and puts the answer
 * together is the floor's own program, with the engine's word in the place of each test. So only the engines differ.
 */
export function createPeer(engine: Engine, protocol: Protocol, planner: Planner): Rival {
  const { specs, numbers } = ruleListOf(protocol)
  const written = writtenFor(protocol, planner, numbers)
  const everything = engine.compile(specs)
  const bySubject = matchesBySubject(engine, protocol)
  const applied = (matched: readonly number[]) => {
    const rules = new Uint8Array(specs.length)
    for (const number of matched) rules[number] = 1
    return rules
  }
  const factsOf = (session: Session) => engine.facts(onlyProcedure(session), session.patient)
  return {
    rules: (session) => everything(factsOf(session)),
    plan: async (session) => written.plan(session, applied(await everything(factsOf(session)))),
    verdict: async (question) => {
      const match = bySubject.get(question.subject)
      if (!match) throw new Error(`no such subject: ${question.subject}`)
      return written.verdict(question, applied(await match(factsOf(question.session))))
    },
    triage: triageBy(engine, createPeerTriage(protocol)),
  }
}

function onlyProcedure(session: Session): Procedure {
  // The bench's sessions have exactly one.
  return session.procedures[0] as Procedure
}

/** An engine for each subject, with only the rules that speak of it. */
function matchesBySubject(engine: Engine, protocol: Protocol): ReadonlyMap<string, Match> {
  const { specs, numbers } = ruleListOf(protocol)
  const byCode = new Map(protocol.subjects.map((subject) => [subject.subject, subject]))
  return new Map(
    protocol.subjects.map(({ subject }) => {
      const own = positionsOn(subject, byCode).flatMap((one) => specs[numbers.get(one) ?? -1] ?? [])
      return [subject, engine.compile(own)]
    }),
  )
}

function triageBy(engine: Engine, made: PeerTriage): Rival['triage'] {
  const match = engine.compile(
    made.protocol.triage.redFlags.map((alarm, number) => ({
      number,
      alarm,
      when: alarm.when,
      reading: 'possible',
    })),
  )
  return async ({ plan, checkIn }) => {
    const facts = checkInFacts(made, plan, checkIn)
    const raised = await match({
      ...engine.facts({}, plan.patient),
      ...facts.severities,
      present: facts.present.map(({ code }) => code),
      reached: facts.reached,
    })
    return triageAnswer(made, { plan, checkIn, facts }, raised)
  }
}
