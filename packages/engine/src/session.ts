import { ADJUNCTS, DEVICES } from './codes.ts'
import type { Instant } from './time.ts'
import type { CareEvent, Procedure, Session } from './session-schema.ts'

export type {
  CareEvent,
  CheckIn,
  PatientFacts,
  Procedure,
  Session,
  SignReport,
} from './session-schema.ts'

/** One reading of when a procedure ended: valid from `validFrom` (inclusive) until the next correction (exclusive). */
export interface Revision {
  readonly procedure: Procedure
  readonly endedAt: Instant
  readonly validFrom: Instant
  readonly validUntil: Instant
  /** The earliest end that was told up to this reading; any, where nobody knows. */
  readonly firstEnd: Instant
  /** The zone in force at that end: its days are counted there. */
  readonly zone: string
}

/** A procedure with each adjunct that is a procedure of its own beside it, ended at the same instant. */
export function withOwnAdjuncts(procedure: Procedure): readonly Procedure[] {
  const { id, endedAt, endedAtEstimated, adjuncts = [] } = procedure
  const own = new Set(adjuncts.filter((adjunct) => !SUPPORTED_ADJUNCTS.has(adjunct)))
  if (own.size === 0) return [procedure]
  return [
    procedure,
    ...[...own].map((adjunct) => ({
      id: `${id}+${adjunct}`,
      // A word in no list is no code, whatever it spells.
      code: LISTED_ADJUNCTS.has(adjunct) ? adjunct : 'other',
      endedAt,
      ...(endedAtEstimated && { endedAtEstimated }),
    })),
  ]
}

const LISTED_ADJUNCTS: ReadonlySet<string> = new Set(ADJUNCTS)

/** Adjuncts that add only what a source says of them. Any other, and any word not understood, is a procedure of its own. */
const SUPPORTED_ADJUNCTS: ReadonlySet<string> = new Set(['prp', 'hyaluronic-acid'])

/** The device as the list has it; a missing one or a word that is not in the list is `unknown`. */
export function deviceOf(procedure: Procedure): (typeof DEVICES)[number] {
  return DEVICES.find((device) => device === procedure.device) ?? 'unknown'
}

/**
 * Every reading of every procedure's end, in the order given. A correction replaces the reading before it from its own
 * instant on; corrections of one instant both hold, so that the stricter wins.
 */
export function revisionsOf(session: Session): readonly Revision[] {
  return session.procedures.flatMap((procedure) => {
    const readings = readingsOf(procedure, session.events)
    return readings.map(({ endedAt, validFrom }) => ({
      procedure,
      endedAt,
      validFrom,
      validUntil: firstAfter(validFrom, readings),
      firstEnd: procedure.endedAtEstimated
        ? Number.NEGATIVE_INFINITY
        : Math.min(...readings.flatMap((one) => (one.validFrom <= validFrom ? one.endedAt : []))),
      zone: zoneAt(session.zone, session.events, endedAt),
    }))
  })
}

/** The reading of each procedure's end that nothing has corrected. */
export function latestRevisions(session: Session): readonly Revision[] {
  return revisionsOf(session).filter(({ validUntil }) => validUntil === Number.POSITIVE_INFINITY)
}

/** An end that nobody knows and nothing has corrected yet: how far along the course is cannot be said. */
export function isEndUnknown({ procedure, validFrom }: Revision): boolean {
  return procedure.endedAtEstimated === true && validFrom === Number.NEGATIVE_INFINITY
}

type Reading = Pick<Revision, 'endedAt' | 'validFrom'>

function readingsOf(procedure: Procedure, events: readonly CareEvent[]): readonly Reading[] {
  const told: Reading = { endedAt: procedure.endedAt, validFrom: Number.NEGATIVE_INFINITY }
  const corrections = events.flatMap((event) =>
    event.type === 'corrected' && event.procedure === procedure.id
      ? [{ endedAt: event.endedAt, validFrom: event.at }]
      : [],
  )
  return [told, ...corrections]
}

function firstAfter(at: Instant, readings: readonly Reading[]): Instant {
  return readings.reduce(
    (first, { validFrom }) => (validFrom > at && validFrom < first ? validFrom : first),
    Number.POSITIVE_INFINITY,
  )
}

/** The zone the person is in at `at`: the session's own until a `moved` event's instant. */
export function zoneAt(zone: string, events: readonly CareEvent[], at: Instant): string {
  let current = zone
  let since = Number.NEGATIVE_INFINITY
  for (const event of events) {
    if (event.type !== 'moved' || event.at > at || event.at < since) continue
    // Two moves of one instant are a slip: the order they stand in must not matter.
    if (event.at === since && event.zone < current) continue
    current = event.zone
    since = event.at
  }
  return current
}
