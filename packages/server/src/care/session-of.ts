import type { CareEvent, Instant, Procedure, Session } from '@afterglow/engine'
import type { StoredEvent } from '../store/event-log.ts'

/** The events that the engine reads as they are. */
const CARE_EVENTS: ReadonlySet<string> = new Set<CareEvent['type']>([
  'check-in',
  'clearance',
  'override',
  'done',
  'moved',
  'corrected',
  'patient-reported-advice',
])

/** What a clinic has shortened for all its patients, and which clinician said so. */
export interface Shortening {
  readonly subject: string
  readonly until: string
  readonly reason: string
  readonly by: string
}

/**
 * The session that a patient's events make: the last facts told, every procedure, everything else in the order recorded,
 * less what was undone, and what their clinic shortens. Null before there is a procedure: then there is no plan.
 */
export function sessionOf(
  zone: string,
  events: readonly StoredEvent[],
  shortenings: readonly Shortening[] = [],
): Session | null {
  const standing = withoutUndone(events)
  const procedures = standing.filter(({ type }) => type === 'procedure').map(procedureOf)
  if (procedures.length === 0) return null
  const facts = standing.findLast(({ type }) => type === 'patient-facts')
  const ids = new Set(procedures.map(({ id }) => id))
  const told = standing.filter(({ type }) => CARE_EVENTS.has(type)).map(careEvent)
  const session: Session = {
    zone,
    procedures,
    patient: facts ? inOrder(facts.data) : {},
    // A session that was taken back takes what was corrected of it along.
    events: told.filter((one) => one.type !== 'corrected' || ids.has(one.procedure)),
  }
  return withShortenings(session, shortenings)
}

/**
 * The same session with the clinic's general word as overrides, each given when a procedure ended or is said to have ended.
 * They come last, so that no event of the person's changes its place. Once a clinician has moved a subject for this person,
 * the general word is not said again: the person's own stands.
 */
export function withShortenings(session: Session, shortenings: readonly Shortening[]): Session {
  if (shortenings.length === 0) return session
  const corrected = session.events.flatMap((one) => (one.type === 'corrected' ? [one.endedAt] : []))
  const ends = [...new Set([...session.procedures.map(({ endedAt }) => endedAt), ...corrected])]
  const given = shortenings.flatMap(({ subject, until, reason, by }) => {
    const own = firstOverride(session.events, subject)
    return ends
      .filter((at) => at < own)
      .map((at): CareEvent => ({ type: 'override', at, subject, window: { until }, by, reason }))
  })
  return { ...session, events: [...session.events, ...given] }
}

function firstOverride(events: readonly CareEvent[], subject: string): Instant {
  const own = events.filter((one) => one.type === 'override' && one.subject === subject)
  return Math.min(...own.map(({ at }) => at))
}

export function withoutUndone(events: readonly StoredEvent[]): readonly StoredEvent[] {
  const undone = new Set(
    events.flatMap(({ type, data }) => (type === 'undone' ? [String(data['event'])] : [])),
  )
  return events.filter(({ eventId, type }) => type !== 'undone' && !undone.has(eventId))
}

/** The id of its event is the id of a procedure. Device and lot numbers are for the record, not for the engine. */
function procedureOf({ eventId, at, data }: StoredEvent): Procedure {
  const { product: _, ...rest } = data
  // Written from a parsed session's procedure.
  return inOrder({ ...rest, id: eventId, endedAt: at }) as Procedure
}

function careEvent({ type, at, data }: StoredEvent): CareEvent {
  // Written from a parsed event of this type.
  return inOrder({ ...data, type, at }) as CareEvent
}

/**
 * Keys in one order, whatever order the database keeps them in: the hash of a plan is of its text. It is the order in which
 * a session file is read, so that a device which is given the session works out a plan of the same hash.
 */
function inOrder(data: StoredEvent['data']): StoredEvent['data'] {
  // A record stays one.
  return sorted(data) as StoredEvent['data']
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(
    entries
      .toSorted(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

/** As the engine's form of a session has them; `session-json.test.ts` holds the two together. */
const KEYS = `
  type at id code procedure endedAt endedAtEstimated device needleDepthMm bodySites adjuncts setting indications
  sessionNumber fitzpatrickSkinType medicines history severity trend signs settled notes zone subject window until
  by reason`
  .trim()
  .split(/\s+/)
const PLACES: ReadonlyMap<string, number> = new Map(KEYS.map((key, k) => [key, k]))

function placeOf(key: string): number {
  return PLACES.get(key) ?? KEYS.length
}
