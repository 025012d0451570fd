import type {
  CarePlan,
  CheckIn,
  Planner,
  Session,
  TriageAnswer,
  Verdict,
} from '../../packages/engine/src/index.ts'
import { applicabilitiesOf, type Protocol } from '../../packages/engine/src/protocol.ts'
import { answered, generalReasons, judgeSign, presentSigns } from '../judge-sign.ts'
import { fromText } from '../from-text.ts'
import type { Rival, VerdictQuestion } from '../rival.ts'
import { unmappedOf } from '../unmapped-of.ts'
import { verdictOf } from '../verdict-of.ts'
import { allElapsed, tableOf } from './clock.ts'
import { readersCode, testOrder } from './fact-code.ts'
import { functionCode, planCode, subjectFunctions, verdictCode } from './plan-code.ts'
import type { Writing } from './writing.ts'
import { add, begin, CHANGES, sweep } from './sweep.ts'
import { triageCode } from './triage-code.ts'

/** The program written for one protocol. `rules` says which rules apply, where a rules engine has decided that. */
export interface Written {
  readonly plan: (session: Session, rules?: Uint8Array) => CarePlan
  readonly verdict: (question: VerdictQuestion, rules?: Uint8Array) => Verdict
  readonly triage: (plan: CarePlan, checkIn: CheckIn) => TriageAnswer
}

/**
 * The floor: the straight-line program that somebody would write by hand for this one protocol, written by this generator
 * instead. It answers sessions with one covered procedure and no events but check-ins to triage by.
 */
export function createFloor(protocol: Protocol, planner: Planner): Rival {
  const written = writtenFor(protocol, planner)
  return {
    plan: (session) => written.plan(session),
    verdict: (question) => written.verdict(question),
    triage: ({ plan, checkIn }) => written.triage(plan, checkIn),
  }
}

/** The program, ready to run; with `numbers` it leaves to its caller which rules apply. */
export function writtenFor(
  protocol: Protocol,
  planner: Planner,
  numbers?: ReadonlyMap<object, number>,
): Written {
  const { code, writing } = floorCode(protocol, numbers)
  const { constants: C, ids: IDS } = writing
  const { versions: VERSIONS, subjects: SUBJECTS } = planner
  // What EXPORTS returns: three functions of the types in Written.
  return fromText(code, { C, IDS, VERSIONS, SUBJECTS, ...TOOLS }) as Written
}

function floorCode(
  protocol: Protocol,
  numbers?: ReadonlyMap<object, number>,
): { readonly code: string; readonly writing: Writing } {
  const order = testOrder(applicabilitiesOf(protocol))
  const empty = { ids: [], constants: [], fixed: [] }
  const writing: Writing = { protocol, order, ...empty, ...(numbers && { numbers }) }
  const functions = subjectFunctions(writing)
  const parts = [
    ...functions.map(functionCode),
    planCode(functions, writing),
    verdictCode(functions, writing),
    triageCode(writing),
  ]
  const fixed = writing.fixed.map((windows, k) => `const F${k} = ${windows}`)
  return { code: [PRELUDE, readersCode(), ...fixed, ...parts, EXPORTS].join('\n'), writing }
}

const PRELUDE = `'use strict'
const byNumber = (a, b) => a - b
const startOf = (one) => one.from !== null ? one.from : one.until !== null ? one.until : ${Number.MAX_SAFE_INTEGER}
const byStart = (a, b) => startOf(a) - startOf(b)`
const EXPORTS = 'return { plan, verdict, triage }'

const TOOLS = {
  add,
  begin,
  sweep,
  CHANGES,
  allElapsed,
  tableOf,
  verdictOf,
  unmappedOf,
  presentSigns,
  generalReasons,
  judgeSign,
  answered,
}
