import type { Instant } from '@afterglow/engine'
import { splitData } from '../care/event-data.ts'
import type { Actor } from '../http/principal.ts'
import { sealJson, unsealJson } from '../seal/index.ts'
import { jsonOf, timestampOf, type Trx } from './database.ts'
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

/** Adds an event; false where there is one of that id already. */
export async function appendEvent(
  trx: Trx,
  { clinicId, patientId, key }: PatientRecord,
  {
    event,
    isSubject,
  }: { readonly event: StoredEvent; readonly isSubject: (word: string) => boolean },
): Promise<boolean> {
  const { eventId, type, at, recordedAt, actor, data } = event
  const { clear, written } = splitData(data, isSubject)
  const place = { clinicId, patientId, field: 'event.data', rowId: eventId }
  const added = await trx
    .insertInto('event')
    .values({
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
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('eventId')
    .executeTakeFirst()
  return added !== undefined
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

interface Row {
  readonly eventId: string
  readonly type: string
  readonly at: Instant
  readonly recordedAt: Instant
  readonly actorKind: string
  readonly actorId: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly sealed: Uint8Array | null
}

export function storedEvent(row: Row, record: PatientRecord): StoredEvent {
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
