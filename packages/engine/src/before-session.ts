import { type Gate, gateOf, holds } from './applicability.ts'
import { negated } from './duration.ts'
import { coverOf, factsOf, type Planner, type Shelf, zoneTableOf } from './planner.ts'
import { type Protocol, readLength, requireDuration } from './protocol.ts'
import { latestRevisions, type Procedure, type Revision, type Session } from './session.ts'
import { addDuration, type Instant } from './time.ts'

/** What is to be settled before one session that is still to come. */
export interface BeforeSession {
  readonly procedure: string
  /** When it will end: what comes before is counted back from here. */
  readonly endedAt: Instant
  readonly suitability: readonly Suitability[]
  readonly preparation: readonly Preparation[]
}

export interface Suitability {
  readonly suitability: string
  readonly action: Protocol['suitability'][number]['action']
  readonly source: string
  /** Whether the fact it rests on is not known: then it is for the person to read, not said of them. */
  readonly toConfirm: boolean
}

export interface Preparation {
  readonly preparation: string
  readonly source: string
  readonly subject?: string
  /** From when on; null where a source gives no time. */
  readonly from: Instant | null
  readonly toConfirm: boolean
}

/** For each procedure that has not ended by `at`: what to tell, what to ask and what to prepare, in ledger order. */
export function beforeSessions(
  planner: Planner,
  session: Session,
  at: Instant,
): readonly BeforeSession[] {
  const [first] = planner.shelves
  return latestRevisions(session).flatMap((revision) => {
    // What no protocol covers is still to be told to a clinic: the first protocol's questions are asked.
    const shelf = coverOf(planner, revision.procedure) ?? first
    if (revision.endedAt <= at || !shelf) return []
    const certainty = certaintyOf(shelf, revision.procedure, session)
    return [
      {
        procedure: revision.procedure.id,
        endedAt: revision.endedAt,
        suitability: suitabilityOf(shelf, certainty),
        preparation: preparationOf(shelf, certainty, leadFrom(planner, revision)),
      },
    ]
  })
}

type Certainty = (when: Protocol['suitability'][number]['when']) => 'certain' | 'unknown' | 'no'

function certaintyOf(shelf: Shelf, procedure: Procedure, session: Session): Certainty {
  const facts = factsOf(shelf, procedure, session.patient)
  return (when) => {
    const gate: Gate | undefined = gateOf(when, shelf.compiled.atoms)
    if (holds(gate, facts.certain)) return 'certain'
    return holds(gate, facts.possible) ? 'unknown' : 'no'
  }
}

function suitabilityOf({ compiled }: Shelf, certainty: Certainty): readonly Suitability[] {
  return compiled.protocol.suitability.flatMap(({ id, action, source, when }) => {
    const known = certainty(when)
    return known === 'no'
      ? []
      : [{ suitability: id, action, source, toConfirm: known === 'unknown' }]
  })
}

type LeadFrom = (
  lead: Protocol['preparation'][number]['lead'],
  protocol: Protocol,
) => Instant | null

function leadFrom(planner: Planner, { zone, endedAt }: Revision): LeadFrom {
  const table = zoneTableOf(planner, zone, endedAt)
  return (lead, protocol) =>
    lead === undefined
      ? null
      : addDuration(table, endedAt, negated(requireDuration(readLength(lead, protocol))))
}

function preparationOf(
  { compiled: { protocol } }: Shelf,
  certainty: Certainty,
  from: LeadFrom,
): readonly Preparation[] {
  return protocol.preparation.flatMap(({ id, source, subject, lead, when }) => {
    const known = certainty(when)
    if (known === 'no') return []
    return [
      {
        preparation: id,
        source,
        ...(subject !== undefined && { subject }),
        from: from(lead, protocol),
        toConfirm: known === 'unknown',
      },
    ]
  })
}
