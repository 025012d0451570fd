import {
  daysBetween,
  formatInstant,
  type Instant,
  latestRevisions,
  localDate,
  type Procedure,
} from '@afterglow/engine'
import { type PatientCare, zoneOf } from './patient-care.ts'
import { isOneOf, unconfirmedSessions } from './planned-sessions.ts'

/**
 * The session that had ended last by an instant, as performed or as planned, and the whole calendar days since, where the
 * person is.
 */
export interface LastSession {
  readonly procedure: Procedure
  readonly endedAt: Instant
  readonly day: number
  /** Planned, and nobody has said that it took place. */
  readonly toConfirm: boolean
}

export function lastSessionOf(care: PatientCare, at: Instant): LastSession | null {
  if (care.session === null) return null
  const ended = latestRevisions(care.session).filter(({ endedAt }) => endedAt <= at)
  const last = ended.toSorted((one, other) => one.endedAt - other.endedAt).at(-1)
  if (last === undefined) return null
  const { procedure, endedAt } = last
  const zone = zoneOf(care, at)
  const day = daysBetween(localDate(endedAt, zone), localDate(at, zone))
  const toConfirm = isOneOf(unconfirmedSessions(care.events, at), procedure)
  return { procedure, endedAt, day, toConfirm }
}

/** What a list says of it. */
export function lastSessionJson(
  { procedure, endedAt, toConfirm }: LastSession,
  zone: string,
): object {
  const { code, device = null, needleDepthMm = null, bodySites = [] } = procedure
  return {
    code,
    device,
    needleDepthMm,
    bodySites,
    endedAt: formatInstant(endedAt, zone),
    toConfirm,
  }
}
