import { type Instant, parseInstant, type PatientFacts, type Session } from '@afterglow/engine'
import type { PatientProcedure } from '../../api/procedures.ts'
import type { Shortening } from './general-word.ts'

/** What is on record of whom the session is. */
export interface Known {
  /** Null before their first. */
  readonly session: Session | null
  readonly zone: string
  readonly facts: PatientFacts
  /** The last one, as it was recorded; null where this is the first. */
  readonly last: PatientProcedure | null
  /** What the clinic shortens for everybody whose plan is of this version. */
  readonly shortenings: readonly Shortening[]
}

/** Of somebody new nothing is. */
export function nobodyYet(zone: string, shortenings: readonly Shortening[]): Known {
  return { session: null, zone, facts: {}, last: null, shortenings }
}

/** The one that ended last by `now`: what is recorded late need not be the latest, and what is planned is none yet. */
export function lastOf(
  procedures: readonly PatientProcedure[],
  now: Instant,
): PatientProcedure | null {
  const ended = procedures.filter((one) => endOf(one) <= now)
  const [last] = ended.toSorted((a, b) => endOf(b) - endOf(a))
  return last ?? null
}

/** The server writes every instant out. */
function endOf({ endedAt }: PatientProcedure): Instant {
  return parseInstant(endedAt) ?? Number.POSITIVE_INFINITY
}
