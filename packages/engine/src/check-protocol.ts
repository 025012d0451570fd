import { applyPlan } from './apply.ts'
import type { CarePlan } from './care-plan.ts'
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

/** Proves a parsed protocol: every subject answered at every hour of the first 12 months, and every fact accounted for. */
export function checkProtocol(protocol: Protocol): ProtocolProof {
  const planner = createPlanner([protocol])
  const plans = protocol.covers.map(({ code, device: [device] }) =>
    applyPlan(planner, bareSession(code, device)),
  )
  const silent = plans.flatMap((plan) =>
    protocol.subjects.flatMap(({ subject }) => silence(plan, subject)),
  )
  const { missing, unknown } = coverageOf(protocol)
  return {
    subjects: protocol.subjects.length,
    positions: protocol.subjects.reduce((sum, subject) => sum + subject.positions.length, 0),
    hours: HOURS,
    answers: HOURS * plans.length * protocol.subjects.length,
    issues: [
      ...silent,
      ...missing.map((fact) =>
        errorAt('leftOut', 'incomplete', `${fact} stands nowhere in the ledger`),
      ),
      ...unknown.map((fact) => errorAt('leftOut', 'not-found', `${fact} is no fact of any source`)),
    ],
  }
}

/** A session of which only what it was is known: every other test counts as unknown. */
function bareSession(code: string, device: string | undefined): Session {
  const procedure = { id: 'check', code, endedAt: 0, ...(device !== undefined && { device }) }
  return { zone: 'UTC', procedures: [procedure], patient: {}, events: [] }
}

/** The first hour at which a subject has no answer, as an issue. */
function silence(plan: CarePlan, subject: string): readonly Issue[] {
  for (let hour = 0; hour < HOURS; hour++) {
    if (assess(plan, subject, hour * HOUR_MS).status === 'unknown') {
      return [errorAt(`subjects.${subject}`, 'invariant', `no answer at hour ${hour}`)]
    }
  }
  return []
}
