import type { Instant } from '@afterglow/engine'
import { splitData } from '../care/event-data.ts'
import type { Actor } from '../http/principal.ts'
import { sealJson, unsealJson } from '../seal/index.ts'
import { isUuid, jsonOf, timestampOf, type Trx } from './database.ts'
import type { PatientRecord } from './patient-record.ts'

/** One thing that happened to a patient. Appended, never changed: undoing it is another event. */
export interface StoredEvent {
  readonly eventId: string
  readonly type: EventType
  /** When it happened; for what a plan counts from, not when it was told. */
  readonly at: Instant
  readonly recordedAt: Instant
  readonly actor: Actor
  readonly data: Readonly<Record<string, unknown>>
}

/** What the engine reads, and what is kept beside it. */
export const EVENT_TYPES = [
  'procedure',
  'patient-facts',
  'check-in',
  'clearance',
  'override',
  'done',
  'moved',
  'corrected',
  'patient-reported-advice',
  'undone',
  'message',
  'photo',
  'consent',
  'acknowledgement',
  'adverse-event',
  'answer',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export interface NewEvent {
  readonly event: StoredEvent
  readonly isSubject: (word: string) => boolean
}

/** Adds an event; false where there is one of that id already. */
export async function appendEvent(
  trx: Trx,
  record: PatientRecord,
  added: NewEvent,
): Promise<boolean> {
  const [isNew = false] = await appendEvents(trx, [{ ...added, record }])
  return isNew
}

/** Adds events of one clinic's patients; for each, in their order, whether there was none of its id before. */
export async function appendEvents(
  trx: Trx,
  added: readonly (NewEvent & { readonly record: PatientRecord })[],
): Promise<readonly boolean[]> {
  if (added.length === 0) return []
  const rows = await trx
    .insertInto('event')
    .values(added.map(rowOf))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['patientId', 'eventId'])
    .execute()
  const fresh = new Set(rows.map(({ patientId, eventId }) => `${patientId} ${eventId}`))
  return added.map(({ record, event }) => fresh.has(`${record.patientId} ${event.eventId}`))
}

function rowOf({
  record: { clinicId, patientId, key },
  event: { eventId, type, at, recordedAt, actor, data },
  isSubject,
}: NewEvent & { readonly record: PatientRecord }) {
  // It is sealed under its id as written here, and opened by the id as the database gives it back.
  if (!isUuid(eventId)) throw new Error('an event is named by a UUID in lower case')
  const { clear, written } = splitData(data, isSubject)
  const place = { clinicId, patientId, field: 'event.data', rowId: eventId }
  return {
    clinicId,
    patientId,
    eventId,
    type,
    at: timestampOf(at),
    recordedAt: timestampOf(recordedAt),
    actorKind: actor.kind,
    actorId: actor.id,
    data: jsonOf(clear),
    sealed: Object.keys(written).length === 0 ? null : sealJson(key, written, place),
  }
}

/** Everything that happened to a patient, in the order in which it was recorded. */
export async function eventsOf(trx: Trx, record: PatientRecord): Promise<readonly StoredEvent[]> {
  const rows = await trx
    .selectFrom('event')
    .selectAll()
    .where('clinicId', '=', record.clinicId)
    .where('patientId', '=', record.patientId)
    .orderBy('recordedAt')
    .orderBy('eventId')
    .execute()
  return rows.map((row) => storedEvent(row, record))
}

/** The rows of several patients' events, each patient's in the order in which they were recorded. */
export async function eventRowsOf(
  trx: Trx,
  clinicId: string,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EventRow[]>> {
  if (patientIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('event')
    .selectAll()
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', [...patientIds])
    .orderBy('recordedAt')
    .orderBy('eventId')
    .execute()
  return Map.groupBy(rows, ({ patientId }) => patientId)
}

export interface EventRow {
  readonly eventId: string
  readonly type: string
  readonly at: Instant
  readonly recordedAt: Instant
  readonly actorKind: string
  readonly actorId: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly sealed: Uint8Array | null
}

export function storedEvent(row: EventRow, record: PatientRecord): StoredEvent {
  const { eventId, at, recordedAt, actorKind, actorId, data, sealed } = row
  const actor = { kind: actorKind, id: actorId }
  // Written by `appendEvent`, whose type it was.
  const type = row.type as EventType
  const written = sealed === null ? {} : openedData(sealed, record, eventId)
  return { eventId, type, at, recordedAt, actor, data: { ...data, ...written } }
}

/** What was written and does not open cannot be left out: a plan without it could be more open than the person's. */
function openedData(
  sealed: Uint8Array,
  { clinicId, patientId, key }: PatientRecord,
  rowId: string,
): Readonly<Record<string, unknown>> {
  const opened = unsealJson(key, sealed, { clinicId, patientId, field: 'event.data', rowId })
  if (!opened.ok) throw new Error(`event ${rowId} does not open with its patient's key`)
  // Sealed by `appendEvent` from a record.
  return opened.value as Readonly<Record<string, unknown>>
}
