import { gateOf, holds } from './applicability.ts'
import { coverOf, factsOf, type Planner, zoneTableOf } from './planner.ts'
import { boundsOf, type Length, readLength, requireDuration } from './protocol.ts'
import { isEndUnknown, type Revision, revisionsOf, type Session } from './session.ts'
import { addDuration, type Instant } from './time.ts'

/** What one source says of how it goes, where its span holds the instant asked about. */
export interface Expected {
  readonly expectation: string
  readonly source: string
  readonly procedure: string
  /** The session's end where the source gives no start. */
  readonly from: Instant
  readonly until: Instant
}

/**
 * The expectations with an end whose span `[from, until)` holds `at`, for each procedure's reading that holds then: what
 * started last comes first, then what ends soonest.
 */
export function expectedAt(planner: Planner, session: Session, at: Instant): readonly Expected[] {
  return revisionsOf(session)
    .filter((one) => one.endedAt <= at && one.validFrom <= at && at < one.validUntil)
    .filter((one) => !isEndUnknown(one))
    .flatMap((revision) => expectedAfter(planner, session, revision))
    .filter(({ from, until }) => from <= at && at < until)
    .sort((a, b) => b.from - a.from || a.until - b.until)
}

function expectedAfter(
  planner: Planner,
  session: Session,
  { procedure, endedAt, zone }: Revision,
): readonly Expected[] {
  const shelf = coverOf(planner, procedure)
  if (!shelf) return []
  const { protocol, atoms } = shelf.compiled
  const facts = factsOf(shelf, procedure, session.patient)
  const table = zoneTableOf(planner, zone, endedAt)
  const instantOf = (length: Length) =>
    addDuration(table, endedAt, requireDuration(readLength(length, protocol)))
  return protocol.course.expectations.flatMap(({ id, source, from, until, when }) => {
    if (until === undefined || !holds(gateOf(when, atoms), facts.certain)) return []
    const ends = Object.values(boundsOf(until)).map(instantOf)
    return [
      {
        expectation: id,
        source,
        procedure: procedure.id,
        from: from === undefined ? endedAt : instantOf(from),
        until: Math.max(...ends),
      },
    ]
  })
}
