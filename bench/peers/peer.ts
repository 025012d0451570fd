import type { PatientFacts, Planner, Procedure } from '../../packages/engine/src/index.ts'
import type { Protocol, Subject } from '../../packages/engine/src/protocol.ts'
import {
  appliedTo,
  createNaivePlanner,
  type NaivePlanner,
  naivePlan,
  naiveWindows,
  onlyProcedure,
} from '../naive/naive-plan.ts'
import {
  checkInFacts,
  createNaiveTriage,
  naiveAnswer,
  type NaiveTriage,
} from '../naive/naive-triage.ts'
import type { RedFlag, RuleSpec } from '../naive/rule-list.ts'
import type { Rival } from '../rival.ts'
import { verdictOf } from '../verdict-of.ts'

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

/** A rules engine doing our three works: it decides what applies, the shared naive code does the rest. */
export function createPeer(engine: Engine, protocol: Protocol, planner: Planner): Rival {
  const naive = createNaivePlanner(protocol, planner)
  const everything = engine.compile(naive.rules.specs)
  const subjects = new Map(
    protocol.subjects.map((subject) => [
      subject.subject,
      { subject, match: engine.compile(rulesOf(naive, subject)) },
    ]),
  )
  return {
    plan: async (session) => {
      const facts = engine.facts(onlyProcedure(session), session.patient)
      return naivePlan(naive, session, appliedTo(naive, session, await everything(facts)))
    },
    verdict: async ({ session, subject: code, at }) => {
      const found = subjects.get(code)
      if (!found) throw new Error(`no such subject: ${code}`)
      const procedure = onlyProcedure(session)
      const numbers = await found.match(engine.facts(procedure, session.patient))
      const windows = naiveWindows(naive, found.subject, appliedTo(naive, session, numbers))
      return verdictOf(windows, procedure.endedAt, at)
    },
    triage: triageBy(engine, createNaiveTriage(protocol)),
  }
}

function rulesOf(naive: NaivePlanner, { subject }: Subject): readonly RuleSpec[] {
  return (naive.positions.get(subject) ?? []).flatMap((position) => {
    const number = naive.rules.positions.get(position)
    const spec = number === undefined ? undefined : naive.rules.specs[number]
    return spec ?? []
  })
}

function triageBy(engine: Engine, naive: NaiveTriage): Rival['triage'] {
  const match = engine.compile(
    naive.protocol.triage.redFlags.map((alarm, number) => ({
      number,
      alarm,
      when: alarm.when,
      reading: 'possible',
    })),
  )
  return async ({ plan, checkIn }) => {
    const facts = checkInFacts(naive, plan, checkIn)
    const raised = await match({
      ...engine.facts({}, plan.patient),
      ...facts.severities,
      present: facts.present.map(({ code }) => code),
      reached: facts.reached,
    })
    return naiveAnswer(naive, { plan, checkIn, facts }, raised)
  }
}
