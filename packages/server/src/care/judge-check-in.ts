import {
  applyPlan,
  type CarePlan,
  type Instant,
  type Session,
  triage,
  type TriageAnswer,
  urgencyOf,
} from '@afterglow/engine'
import { isOnPatientsSide } from '../http/principal.ts'
import type { StoredEvent } from '../store/event-log.ts'
import { unplanned } from './hear-message.ts'
import type { PatientCare } from './patient-care.ts'
import { unconfirmedSessions } from './planned-sessions.ts'

type CheckIn = Parameters<typeof triage>[2]

/** What a kept check-in reported, in the engine's form. */
export function checkInOf({ data, at }: StoredEvent): CheckIn {
  // Written from a parsed check-in.
  return { ...data, at } as CheckIn
}

/**
 * Who to contact about a kept check-in and how fast, by what is known now, in every way that it can be read; the most urgent
 * counts. What is corrected since is judged as corrected too, and what a phone sent late as of when it came too. Before a
 * first procedure red flags count and all else is for the clinic.
 */
export function judgeCheckIn(read: PatientCare, event: StoredEvent): TriageAnswer {
  const answers = timesOf(event).flatMap((at) => judgedAt(read, { ...event, at }))
  return answers.reduce((most, next) =>
    urgencyOf(next.disposition) > urgencyOf(most.disposition) ? next : most,
  )
}

/** When a check-in may be of: a phone's clock may have been slow while it could not send, and then said too early a time. */
export function timesOf({ at, recordedAt, actor }: StoredEvent): readonly Instant[] {
  const isLate = recordedAt > at + LATE_MS
  return isLate && isOnPatientsSide(actor.kind) ? [at, recordedAt] : [at]
}

/** Sent so long after its time, a report may be of a clock that was behind. */
const LATE_MS = 3_600_000

function judgedAt(read: PatientCare, event: StoredEvent): readonly TriageAnswer[] {
  const { planner } = read.library
  const { plan } = read.care ?? unplanned(read, event.at)
  const plans = [plan, ...otherPlans(read, event.at)]
  return plans.map((one) => triage(planner, one, checkInOf(event)))
}

/**
 * The plans that may be true beside the one of what was told: with every session's end as it was corrected after `at`, for a
 * plan changes nothing before a correction's instant, and the skin is the same; and without sessions that were planned and of
 * which nobody has said that they took place: what they would explain may be of something else.
 */
function otherPlans(read: PatientCare, at: Instant): readonly CarePlan[] {
  const { session, library } = read
  if (session === null) return []
  const isCorrected = session.events.some((one) => one.type === 'corrected' && one.at > at)
  const known = isCorrected ? { ...session, events: correctedBefore(session, at) } : session
  const unconfirmed = unconfirmedSessions(read.events, at)
  const sure = without(known, unconfirmed)
  return [
    ...(isCorrected ? [applyPlan(library.planner, known)] : []),
    ...(sure === known ? [] : [planWithout(read, sure, at)]),
  ]
}

function without(session: Session, ids: ReadonlySet<string>): Session {
  if (ids.size === 0) return session
  return {
    ...session,
    procedures: session.procedures.filter(({ id }) => !ids.has(id)),
    events: session.events.filter((one) => one.type !== 'corrected' || !ids.has(one.procedure)),
  }
}

function planWithout(read: PatientCare, sure: Session, at: Instant): CarePlan {
  if (sure.procedures.length === 0) return unplanned(read, at).plan
  return applyPlan(read.library.planner, sure)
}

function correctedBefore({ procedures, events }: Session, at: Instant): Session['events'] {
  const before = Math.min(at, ...procedures.map(({ endedAt }) => endedAt))
  const last = new Map<string, Instant>()
  for (const one of events)
    if (one.type === 'corrected')
      last.set(one.procedure, Math.max(one.at, last.get(one.procedure) ?? one.at))
  return events.flatMap((one): Session['events'] => {
    if (one.type !== 'corrected') return [one]
    return one.at === last.get(one.procedure) ? [{ ...one, at: before }] : []
  })
}
