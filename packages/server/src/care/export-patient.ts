import { sealPlan, toWire } from '@afterglow/engine'
import type { Call } from '../http/route.ts'
import { timestampOf } from '../store/database.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { accessesJson, auditLines } from './audit-log.ts'
import { consentEvents, consentsOf } from './consents.ts'
import { type PatientCare, readCare, zoneOf } from './patient-care.ts'
import { eventJson, messageJson, patientJson, photoJson, receiptJson } from './patient-json.ts'
import { photosOf } from './photo-record.ts'
import { receiptsOf } from './receipt.ts'
import { withoutUndone } from './session-of.ts'

/** Everything that is kept of a person, opened. Photos are named by where their bytes are read. */
export interface PatientExport {
  readonly format: 'afterglow-patient/1'
  readonly exportedAt: string
  readonly profile: object
  readonly consents: { readonly now: object; readonly given: readonly object[] }
  readonly events: readonly object[]
  readonly plan: object | null
  readonly receipts: readonly object[]
  readonly messages: readonly object[]
  readonly photos: readonly object[]
  readonly accesses: readonly object[]
}

/** So many lines of the audit at most; the rest is read page by page at /accesses. */
const MOST_ACCESSES = 10_000

type Exporting = Pick<Call, 'trx' | 'deps' | 'clinicId' | 'principal' | 'at'>

export async function exportPatient(
  call: Exporting,
  record: PatientRecord,
): Promise<PatientExport> {
  const { trx, deps, clinicId, at } = call
  const { patientId, zone } = record
  const care = await readCare(trx, deps, { record })
  const receipts = await receiptsOf(trx, record)
  const photos = await photosOf(trx, record)
  const asked = { clinicId, patientId, place: null, limit: MOST_ACCESSES }
  const lines = (await auditLines(trx, asked)).slice(0, MOST_ACCESSES)
  return {
    format: 'afterglow-patient/1',
    exportedAt: timestampOf(at),
    // An object, by its own words.
    profile: patientJson(record),
    ...eventsJson(care),
    // An object stays one.
    plan: care.care && (toWire(sealPlan(care.care.plan), zoneOf(care, at)) as object),
    receipts: receipts.map((one) => ({
      ...receiptJson(one, zone),
      sheet: toWire(one.given.sheet, one.given.sheet.zone),
    })),
    photos: photos.map((one) => ({
      ...photoJson(one, zone),
      href: one.removedAt === null ? `/api/v1/patients/${patientId}/photos/${one.photoId}` : null,
    })),
    accesses: await accessesJson(call, lines),
  }
}

function eventsJson({
  events,
  record: { zone },
}: PatientCare): Pick<PatientExport, 'consents' | 'events' | 'messages'> {
  const standing = new Set(withoutUndone(events).map(({ eventId }) => eventId))
  return {
    consents: {
      now: consentsOf(events),
      given: consentEvents(events).map((one) => eventJson(one, zone)),
    },
    events: events.map((one) => ({
      ...eventJson(one, zone),
      undone: one.type !== 'undone' && !standing.has(one.eventId),
    })),
    messages: events.filter(({ type }) => type === 'message').map((one) => messageJson(one, zone)),
  }
}
