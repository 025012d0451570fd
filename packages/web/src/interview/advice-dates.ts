import {
  addToDate,
  type CareEvent,
  daysBetween,
  type Instant,
  localDate,
  type Procedure,
  type Session,
  zoneAt,
} from '@afterglow/engine'
import { correctionsOf, latestEnd } from './latest-end.ts'

type Advice = Extract<CareEvent, { readonly type: 'patient-reported-advice' }>

/** The session before and after its end was put right, and when that was. */
interface Correction {
  readonly before: Session
  readonly after: Session
  readonly now: Instant
}

/**
 * The corrected session with the word of the person's own doctor kept. It is stored as days from the end, but was told
 * as a day of the calendar: that day stays, whatever becomes of the end.
 */
export function withAdviceKept(correction: Correction): Session {
  const { after } = correction
  return {
    ...after,
    events: after.events.map((event) =>
      event.type === 'patient-reported-advice' ? keptAdvice(event, correction) : event,
    ),
  }
}

function keptAdvice(event: Advice, correction: Correction): Advice {
  const { before, after } = correction
  const at = heardAt(event, correction)
  const told = countedFrom(before, event.at)
  const from = countedFrom(after, at)
  const days = DAYS.exec(event.window.until)?.[1]
  if (told === undefined || from === undefined || days === undefined) return { ...event, at }
  const date = addToDate(dateOf(before, told), { kind: 'days', days: Number(days) })
  const left = Math.max(LEAST_DAYS, daysBetween(dateOf(after, from), date))
  return { ...event, at, window: { until: `P${left}D` } }
}

/** What the app writes. Any other length, or a clinician's word, names no day. */
const DAYS = /^P(\d+)D$/

/** Said for a day that is over before the session ended, it still is not over at once. */
const LEAST_DAYS = 1

/**
 * When it is said of the corrected session: what was said after the end told first is not unsaid by a later end, and one
 * put off to an end that was still to come counts from now again.
 */
function heardAt(event: Advice, { before, after, now }: Correction): Instant {
  const at = Math.min(event.at, now)
  const heard = new Set(endedBy(after, at).map(({ id }) => id))
  const unheard = endedBy(before, event.at).filter(({ id }) => !heard.has(id))
  const ends = after.procedures.filter(({ id }) => unheard.some((one) => one.id === id))
  return Math.max(at, ...ends.map(({ endedAt }) => endedAt))
}

/** The end that the days are counted from: the last of those it was said after. */
function countedFrom(session: Session, at: Instant): Instant | undefined {
  const ends = endedBy(session, at).map((one) => latestEnd(session, one.id) ?? one.endedAt)
  return ends.length === 0 ? undefined : Math.max(...ends)
}

/** The procedures that had ended by then in any reading. */
function endedBy(session: Session, at: Instant): readonly Procedure[] {
  return session.procedures.filter((one) =>
    [one.endedAt, ...correctionsOf(session, one.id).map(({ endedAt }) => endedAt)].some(
      (endedAt) => endedAt <= at,
    ),
  )
}

function dateOf({ zone, events }: Session, at: Instant): string {
  return localDate(at, zoneAt(zone, events, at))
}
