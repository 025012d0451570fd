import {
  type Instant,
  isEndUnknown,
  latestRevisions,
  type PatientFacts,
  type Session,
} from '@afterglow/engine'
import { takenBack } from '../care/told-facts.ts'
import { isNamedClinician } from '../http/principal.ts'
import { clinicianRequired, type Problem } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import type { EventType, StoredEvent } from '../store/event-log.ts'

/** What the desk and other systems may not say or take back, because something opens earlier by it. */

type Asking = Pick<Call, 'principal' | 'at'>

/**
 * Why somebody may not correct the end of a session to another instant, null where they may. The desk moves it later, never
 * earlier; never an end that nobody knew, for signs are judged by it from then on; and never one that is over to a time to
 * come, for until then its windows would be gone.
 */
export function barredCorrection(
  { principal, at }: Asking,
  session: Session,
  { procedure, endedAt }: { readonly procedure: string; readonly endedAt: Instant },
): Problem | null {
  if (isNamedClinician(principal)) return null
  const readings = latestRevisions(session).filter((one) => one.procedure.id === procedure)
  const end = Math.max(...readings.map((one) => one.endedAt))
  if (endedAt < end) return clinicianRequired('endedAt', EARLIER)
  if (readings.some(isEndUnknown)) return clinicianRequired('endedAt', ESTIMATED)
  return end <= at && endedAt > at ? clinicianRequired('endedAt', TO_COME) : null
}

const EARLIER = 'is earlier than the end that counts now, so windows would open earlier'
const ESTIMATED = 'was an estimate, and signs are judged by it once it is known'
const TO_COME = 'is to come, and this session is over: until then its windows would be gone'

/** Why somebody may not say these facts of a patient, null where they may. What was told before, they may only add to. */
export function barredFacts(
  { principal }: Asking,
  events: readonly StoredEvent[],
  { facts, prefix = '' }: { readonly facts: PatientFacts; readonly prefix?: string },
): Problem | null {
  if (isNamedClinician(principal)) return null
  const [field] = takenBack(events, facts)
  return field === undefined ? null : clinicianRequired(`${prefix}${field}`, TAKEN_BACK)
}

const TAKEN_BACK = 'takes back what was told before; leave that in to add to it'

/** What opens and closes no window; all else is taken back by a clinician. */
const DESK_UNDOES: ReadonlySet<EventType> = new Set(['done'])

/** Why somebody may not take an event back, null where they may. */
export function barredUndoing({ principal }: Asking, { type }: StoredEvent): Problem | null {
  if (DESK_UNDOES.has(type) || isNamedClinician(principal)) return null
  return clinicianRequired('eventId', `is of type ${type}; what was closed by it could open`)
}
