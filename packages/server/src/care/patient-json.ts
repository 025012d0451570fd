import { formatInstant, type Instant, toWire } from '@afterglow/engine'
import { timestampOf } from '../store/database.ts'
import type { StoredEvent } from '../store/event-log.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import type { PhotoRow } from './photo-record.ts'
import type { Receipt } from './receipt.ts'

/** What is kept of a patient, as it leaves: by the routes that list it and by the export of all of it alike. */

/** Who they are and how to reach them, nothing of what is kept to find them. */
export function patientJson(record: PatientRecord): object {
  const { patientId, zone, locale, preferences, state, mergedInto, revision, identity } = record
  const createdAt = timestampOf(record.createdAt)
  return {
    patientId,
    ...identity,
    zone,
    locale,
    preferences,
    state,
    mergedInto,
    revision,
    createdAt,
  }
}

export function eventJson({ data, ...event }: StoredEvent, zone: string): object {
  // An object stays one.
  return toWire(
    { ...event, recordedAt: formatInstant(event.recordedAt, zone), data },
    zone,
  ) as object
}

export function messageJson({ eventId, at, data, actor }: StoredEvent, zone: string): object {
  const { body, direction, question } = data
  const kind = question === true ? 'question' : null
  return { messageId: eventId, at: formatInstant(at, zone), by: actor.kind, direction, kind, body }
}

export function photoJson(row: PhotoRow, zone: string): object {
  const { takenAt, recordedAt, removedAt, ...rest } = row
  const iso = (at: Instant | null) => (at === null ? null : formatInstant(at, zone))
  return {
    ...rest,
    takenAt: iso(takenAt),
    recordedAt: iso(recordedAt),
    removedAt: iso(removedAt),
  }
}

export function receiptJson(receipt: Receipt, zone: string): object {
  const { receiptId, kind, planHash, protocols, givenAt, actor } = receipt
  const by = actor.kind
  return { receiptId, kind, planHash, protocols, givenAt: formatInstant(givenAt, zone), by }
}
