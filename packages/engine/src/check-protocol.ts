import { applyPlan } from './apply.ts'
import { coverageOf } from './coverage.ts'
import { errorAt, type Issue } from './issue.ts'
import { createPlanner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import type { Session } from './session.ts'
import { assess } from './verdict.ts'

/** What `checkProtocol` went through, so that a reader sees it was not nothing. */
export interface ProtocolProof {
  readonly subjects: number
  readonly positions: number
  readonly hours: number
  readonly answers: number
  readonly issues: readonly Issue[]
}

const HOURS = 366 * 24
const HOUR_MS = 3_600_000

/** A session of which only what it was is known: every test counts as unknown. */
const BARE: Session = {
  zone: 'UTC',
  procedures: [{ id: 'check', code: '', endedAt: 0 }],
  patient: {},
  events: [],
}

/** Proves a parsed protocol: every subject answered at every hour of the first 12 months, and every fact accounted for. */
export function checkProtocol(protocol: Protocol): ProtocolProof {
  const planner = createPlanner([protocol])
  const issues: Issue[] = []
  let answers = 0
  for (const { code, device } of protocol.covers) {
    const session = {
      ...BARE,
      procedures: BARE.procedures.map((one) => ({ ...one, code, device: device[0] as string })),
    }
    const plan = applyPlan(planner, session)
    for (const { subject } of protocol.subjects) {
      const silent = hoursOf((hour) => assess(plan, subject, hour * HOUR_MS).status === 'unknown')
      answers += HOURS
      if (silent !== undefined)
        issues.push(errorAt(`subjects.${subject}`, 'invariant', `no answer at hour ${silent}`))
    }
  }
  const { missing, unknown } = coverageOf(protocol)
  return {
    subjects: protocol.subjects.length,
    positions: protocol.subjects.reduce((sum, subject) => sum + subject.positions.length, 0),
    hours: HOURS,
    answers,
    issues: [
      ...issues,
      ...missing.map((fact) =>
        errorAt('leftOut', 'incomplete', `${fact} stands nowhere in the ledger`),
      ),
      ...unknown.map((fact) => errorAt('leftOut', 'not-found', `${fact} is no fact of any source`)),
    ],
  }
}

/** The first hour for which `found` holds; undefined where none does. */
function hoursOf(found: (hour: number) => boolean): number | undefined {
  for (let hour = 0; hour < HOURS; hour++) if (found(hour)) return hour
  return undefined
}
