import { derivedId } from '../derived-id.ts'
import type { Sending } from '../deliver/queue-delivery.ts'
import type { Actor } from '../http/principal.ts'
import { appendEvent, type StoredEvent } from '../store/event-log.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { closeMerged, markMerged, moveAlerts } from './close-merged.ts'
import { mergedFacts } from './merged-facts.ts'
import { type PatientCare, readCare, withEvents } from './patient-care.ts'
import { keepPlan } from './record-event.ts'

export interface Merging {
  /** Whose events go over; the record stays, says where they are, and takes no more. */
  readonly from: PatientRecord
  readonly into: PatientRecord
  readonly actor: Actor
}

export interface Merged {
  readonly after: PatientCare
  readonly events: number
}

/**
 * Makes one record of two of one person. Every event of `from` is appended to `into`, under ids that follow from its own,
 * with what it refers to; the stricter facts stand; the plan is worked out anew. What the engine cannot use of it is told
 * in the plan's issues, and is kept. Null where one of the two was merged meanwhile.
 */
export async function mergePatients(
  { trx, deps, clinicId, at }: Sending,
  { from, into, actor }: Merging,
): Promise<Merged | null> {
  const [source, target] = await readBoth({ trx, deps, clinicId, at }, from, into)
  if (!(await markMerged(trx, { from, into, at }))) return null
  const moved = movedEvents(from.patientId, source.events)
  const facts = factsEvent({ source, target, moved }, { deps, at, actor })
  const isSubject = (word: string) => Object.hasOwn(target.library.planner.subjects, word)
  for (const event of [...moved, ...facts]) await appendEvent(trx, into, { event, isSubject })
  const all = [...target.events, ...moved, ...facts].toSorted(inOrder)
  const after = withEvents(target, all)
  await keepPlan(trx, deps, after)
  await moveAlerts(trx, { clinicId, from: from.patientId, into: into.patientId, idOf })
  await closeMerged(trx, deps, { record: from, at })
  return { after, events: moved.length }
}

/** Last of all, whatever another machine's clock has written: a plan is made with the last facts told. */
function factsEvent(
  {
    source,
    target,
    moved,
  }: {
    readonly source: PatientCare
    readonly target: PatientCare
    readonly moved: readonly StoredEvent[]
  },
  { deps, at, actor }: Pick<Sending, 'deps' | 'at'> & { readonly actor: Actor },
): readonly StoredEvent[] {
  const data = mergedFacts(target.events, source.events)
  if (data === null) return []
  const recordedAt = [...target.events, ...moved].reduce(
    (latest, event) => Math.max(latest, event.recordedAt + 1),
    at,
  )
  return [{ eventId: deps.createId(), type: 'patient-facts', at, recordedAt, actor, data }]
}

type Reading = Pick<Sending, 'trx' | 'deps' | 'clinicId' | 'at'>

/** Both held, in one order, so that two merges the other way round do not wait for each other. */
async function readBoth(
  { trx, deps }: Reading,
  from: PatientRecord,
  into: PatientRecord,
): Promise<readonly [PatientCare, PatientCare]> {
  const read = (record: PatientRecord) => readCare(trx, deps, { record, lock: true })
  if (from.patientId < into.patientId) return [await read(from), await read(into)]
  const target = await read(into)
  return [await read(from), target]
}

function idOf(patientId: string, eventId: string): string {
  return derivedId('merged', patientId, eventId)
}

/** As they were told, by whom and when; an id of another event in them is its new one. */
function movedEvents(patientId: string, events: readonly StoredEvent[]): readonly StoredEvent[] {
  const ids = new Map(events.map(({ eventId }) => [eventId, idOf(patientId, eventId)]))
  return events.map((event) => ({
    ...event,
    eventId: idOf(patientId, event.eventId),
    // A record stays one.
    data: renamed(event.data, ids) as StoredEvent['data'],
  }))
}

function renamed(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => renamed(one, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, ids)]))
}

/** As `eventsOf` reads them. */
function inOrder(one: StoredEvent, other: StoredEvent): number {
  return one.recordedAt - other.recordedAt || (one.eventId < other.eventId ? -1 : 1)
}
