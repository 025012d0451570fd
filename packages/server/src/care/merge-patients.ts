import type { Instant } from '@afterglow/engine'
import { derivedId } from '../derived-id.ts'
import type { Sending } from '../deliver/queue-delivery.ts'
import type { Actor } from '../http/principal.ts'
import { appendEvent, type StoredEvent } from '../store/event-log.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { closeMerged, markMerged, moveAlerts } from './close-merged.ts'
import { type MergeEvent, saidUnknowing, takenBack, zonesOf } from './merged-events.ts'
import { carryAddress } from './merged-address.ts'
import { judgeAgain } from './judge-again.ts'
import { mergedFacts } from './merged-facts.ts'
import { withNewerVersion } from './newer-version.ts'
import { type PatientCare, readCare, withEvents, withVersion } from './patient-care.ts'
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
  /** How many reports are more urgent by what the other record knew. */
  readonly raisedAgain: number
  /** What a clinician had said of one of the two without knowing of the other's sessions: it waits to be said again. */
  readonly toConfirm: readonly StoredEvent[]
}

/**
 * Makes one record of two of one person. Every event of `from` is appended to `into`, under ids that follow from its own,
 * with what it refers to; the stricter facts and the newer version of the protocol stand; what was opened in either counts
 * for no session of the other; each session keeps the zone of its days. The plan is worked out anew. What the engine cannot
 * use of it is told in the plan's issues, and is kept. Null where one of the two was merged meanwhile.
 */
export async function mergePatients(
  { trx, deps, clinicId, at, enqueue }: Sending,
  { from, into, actor }: Merging,
): Promise<Merged | null> {
  const [source, target] = await readBoth({ trx, deps, clinicId, at }, from, into)
  if (!(await markMerged(trx, { from, into, at }))) return null
  const { moved, told, toConfirm } = mergedEvents({ source, target, at })
  const newest = latest([...target.events, ...moved], at)
  const added = told.map((event, k): StoredEvent => {
    return { ...event, eventId: deps.createId(), recordedAt: newest + 1 + k, actor }
  })
  const { pins, adoptionId, library, shortenings } = await withNewerVersion(trx, source, target)
  const isSubject = (word: string) => Object.hasOwn(library.planner.subjects, word)
  for (const event of [...moved, ...added]) await appendEvent(trx, into, { event, isSubject })
  const all = [...target.events, ...moved, ...added].toSorted(inOrder)
  const version = { pins, adoptionId, library, shortenings }
  const after = withVersion(withEvents(target, all), version)
  await keepPlan(trx, deps, after)
  await moveAlerts(trx, { clinicId, from: from.patientId, into: into.patientId, idOf })
  const raisedAgain = await judgeAgain({ trx, deps, clinicId, at, enqueue }, after)
  await closeMerged(trx, deps, { record: from, at })
  await carryAddress({ trx, deps, clinicId }, { from, into })
  return { after, events: moved.length, raisedAgain, toConfirm }
}

interface Pair {
  readonly source: PatientCare
  readonly target: PatientCare
  readonly at: Instant
}

interface MergedEvents {
  /** Of `source`, as they were told, by whom and when, under their new ids. */
  readonly moved: readonly StoredEvent[]
  /** What the merge itself says, last of all. */
  readonly told: readonly MergeEvent[]
  readonly toConfirm: readonly StoredEvent[]
}

/** Its moves to other zones stay behind: they would change the days of the other's sessions. */
function mergedEvents({ source, target, at }: Pair): MergedEvents {
  const { patientId } = source.record
  const ids = new Map(source.events.map(({ eventId }) => [eventId, idOf(patientId, eventId)]))
  const under = (event: StoredEvent) => movedEvent(event, ids)
  const toConfirm = [...saidUnknowing(source, target).map(under), ...saidUnknowing(target, source)]
  const facts = mergedFacts(target.events, source.events)
  return {
    moved: source.events.filter(({ type }) => type !== 'moved').map(under),
    told: [
      ...(facts === null ? [] : [{ type: 'patient-facts', at, data: facts } as const]),
      ...takenBack(toConfirm, at),
      ...zonesOf(source, target),
    ],
    toConfirm,
  }
}

/** Whatever another machine's clock has written: a plan is made with the last that was told. */
function latest(events: readonly StoredEvent[], at: Instant): Instant {
  return events.reduce((last, { recordedAt }) => Math.max(last, recordedAt), at)
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

/** As it was told, by whom and when; an id of another event in it is its new one. */
function movedEvent(event: StoredEvent, ids: ReadonlyMap<string, string>): StoredEvent {
  // Each event has its new id; a record stays one.
  const [eventId, data] = [ids.get(event.eventId) as string, renamed(event.data, ids)]
  return { ...event, eventId, data: data as StoredEvent['data'] }
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
