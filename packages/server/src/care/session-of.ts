import type { CareEvent, PatientFacts, Procedure, Session } from '@afterglow/engine'
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

/**
 * The session that a patient's events make: the last facts told, every procedure, everything else in the order recorded,
 * less what was undone. Null before there is a procedure: then there is no plan.
 */
export function sessionOf(zone: string, events: readonly StoredEvent[]): Session | null {
  const standing = withoutUndone(events)
  const procedures = standing.filter(({ type }) => type === 'procedure').map(procedureOf)
  if (procedures.length === 0) return null
  const facts = standing.findLast(({ type }) => type === 'patient-facts')
  return {
    zone,
    procedures,
    // Written from a parsed session's facts.
    patient: (facts?.data ?? {}) as PatientFacts,
    events: standing.filter(({ type }) => CARE_EVENTS.has(type)).map(careEvent),
  }
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
  return { ...(rest as Omit<Procedure, 'id' | 'endedAt'>), id: eventId, endedAt: at }
}

function careEvent({ type, at, data }: StoredEvent): CareEvent {
  // Written from a parsed event of this type.
  return { ...data, type, at } as CareEvent
}
