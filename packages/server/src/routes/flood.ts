import { type Disposition, type Instant, urgencyOf } from '@afterglow/engine'
import type { PatientCare } from '../care/patient-care.ts'
import { isOfPatient, isOnPatientsSide } from '../http/principal.ts'
import { problem, type Problem } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import type { StoredEvent } from '../store/event-log.ts'

/** So many check-ins and messages of one patient in (at - 10 min, at] are no longer somebody who tells how they are. */
const MOST = 60
const WINDOW_MS = 600_000
const URGENT = urgencyOf('urgent')

export interface Reported {
  readonly held: PatientCare
  readonly event: StoredEvent
  /** How urgent it is; asked for only where there was too much before. */
  readonly judge: () => Disposition
}

/**
 * What to answer where a patient's record takes no more for now: to call. What is refused is judged all the same, and
 * something urgent is always taken; so is what was taken before, when it is sent again.
 */
export function floodOf(call: Call, { held, event, judge }: Reported): Problem | null {
  if (!isOfPatient(call.principal)) return null
  if (held.events.some(({ eventId }) => eventId === event.eventId)) return null
  if (countOf(held.events, call.at) < MOST || urgencyOf(judge()) >= URGENT) return null
  const refusal = problem(429, 'too-many', { detail: CALL })
  return { ...refusal, headers: { 'retry-after': String(WINDOW_MS / 1_000) } }
}

const CALL =
  'This was not kept: more has come in the last ten minutes than anybody can read. Call the clinic; in an emergency, call the emergency number.'

function countOf(events: readonly StoredEvent[], at: Instant): number {
  return events.filter(
    ({ type, actor, recordedAt }) =>
      (type === 'check-in' || type === 'message') &&
      isOnPatientsSide(actor.kind) &&
      recordedAt > at - WINDOW_MS,
  ).length
}
