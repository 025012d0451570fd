import type {
  CarePlan,
  CheckIn,
  Instant,
  Planner,
  Session,
  TriageAnswer,
  Verdict,
} from '../../packages/engine/src/index.ts'
import { applicabilitiesOf, type Protocol } from '../../packages/engine/src/protocol.ts'
import { createZoneTable, elapsedAfter, type ZoneTable } from '../../packages/engine/src/time.ts'
import { answered, generalReasons, judgeSign, presentSigns } from '../judge-sign.ts'
import type { Rival } from '../rival.ts'
import { unmappedOf } from '../unmapped-of.ts'
import { verdictOf } from '../verdict-of.ts'
import { readersCode, testOrder } from './fact-code.ts'
import { functionCode, planCode, subjectFunctions, verdictCode } from './plan-code.ts'
import type { Writing } from './subject-code.ts'
import { add, begin, CHANGES, sweep } from './sweep.ts'
import { triageCode } from './triage-code.ts'

interface Written {
  readonly plan: (session: Session) => CarePlan
  readonly verdict: (session: Session, subject: string, at: Instant) => Verdict
  readonly triage: (plan: CarePlan, checkIn: CheckIn) => TriageAnswer
}

/**
 * The floor: the straight-line program that somebody would write by hand for this one protocol, written by this generator
 * instead. It answers sessions with one covered procedure and no events.
 */
export function createFloor(protocol: Protocol, planner: Planner): Rival {
  const { code, writing } = floorCode(protocol)
  const names = ['C', 'IDS', 'VERSIONS', 'SUBJECTS', ...Object.keys(TOOLS)]
  const values = [
    writing.constants,
    writing.ids,
    planner.versions,
    planner.subjects,
    ...Object.values(TOOLS),
  ]
  // The code is this file's own: it is the text of three functions of the types in Written.
  const written = new Function(...names, code)(...values) as Written
  return {
    plan: written.plan,
    verdict: ({ session, subject, at }) => written.verdict(session, subject, at),
    triage: ({ plan, checkIn }) => written.triage(plan, checkIn),
  }
}

export function floorCode(protocol: Protocol): {
  readonly code: string
  readonly writing: Writing
} {
  const order = testOrder(applicabilitiesOf(protocol))
  const writing: Writing = { protocol, order, ids: [], constants: [], fixed: [] }
  const functions = subjectFunctions(writing)
  const parts = [
    ...functions.map(functionCode),
    planCode(functions, writing),
    verdictCode(functions, writing),
    triageCode(writing),
  ]
  const fixed = writing.fixed.map((windows, k) => `const F${k} = ${windows}`)
  const code = [
    "'use strict'",
    'const byNumber = (a, b) => a - b',
    'const startOf = (one) => one.from !== null ? one.from : one.until !== null ? one.until : Number.MAX_SAFE_INTEGER',
    'const byStart = (a, b) => startOf(a) - startOf(b)',
    readersCode(),
    ...fixed,
    ...parts,
    'return { plan, verdict, triage }',
  ].join('\n')
  return { code, writing }
}

const tables = new Map<string, ZoneTable>()

/** One table a zone: it serves every session of the year that the bench draws from. */
function tableOf(zone: string): ZoneTable {
  const known = tables.get(zone)
  if (known) return known
  const table = createZoneTable(zone, 2026)
  tables.set(zone, table)
  return table
}

const TOOLS = {
  add,
  begin,
  sweep,
  CHANGES,
  elapsedAfter,
  tableOf,
  verdictOf,
  unmappedOf,
  presentSigns,
  generalReasons,
  judgeSign,
  answered,
}
