import type { Instant } from '@afterglow/engine'
import { type Sheet, sheetOf } from '@afterglow/formats'
import type { Deps } from '../deps.ts'
import type { Actor } from '../http/principal.ts'
import { type SealContext, sealJson, unsealJson } from '../seal/index.ts'
import { jsonOf, timestampOf, type Trx } from '../store/database.ts'
import { eventsOf, type StoredEvent } from '../store/event-log.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import type { ProtocolPin } from '../store/tables.ts'
import { type PatientCare, planHash, planned } from './patient-care.ts'

export const RECEIPT_KINDS = ['sheet', 'link', 'message'] as const
type ReceiptKind = (typeof RECEIPT_KINDS)[number]

/** What a patient was given once: the plan's hash, and, sealed, what stood in it and what it was worked out from. */
export interface Receipt {
  readonly receiptId: string
  readonly kind: string
  readonly planHash: string
  readonly protocols: readonly ProtocolPin[]
  readonly givenAt: Instant
  readonly actor: Actor
  readonly given: Given
}

/** The sheet as data, and the events of the plan: those recorded before, whoever's clock was ahead. */
interface Given {
  readonly sheet: Sheet
  readonly zone: string
  /** What the clinic had shortened for everybody. */
  readonly shortenings: PatientCare['shortenings']
  readonly eventIds: readonly string[]
}

export interface NewReceipt {
  readonly receiptId: string
  readonly kind: ReceiptKind
  readonly care: PatientCare & { readonly care: NonNullable<PatientCare['care']> }
  readonly at: Instant
  readonly actor: Actor
}

/** Writes down what is given to a patient at `at`. */
export async function writeReceipt(
  trx: Trx,
  { receiptId, kind, care, at, actor }: NewReceipt,
): Promise<Receipt> {
  const { record, events, pins, library, shortenings } = care
  const { plan, session } = care.care
  const sheet = sheetOf({ planner: library.planner, plan, session, at })
  const eventIds = ofPlan(events).map(({ eventId }) => eventId)
  const given: Given = { sheet, zone: record.zone, shortenings, eventIds }
  const { clinicId, patientId, key } = record
  const hash = planHash(plan)
  await trx
    .insertInto('receipt')
    .values({
      clinicId,
      patientId,
      receiptId,
      kind,
      planHash: hash,
      protocols: jsonOf(pins),
      givenAt: timestampOf(at),
      actorKind: actor.kind,
      actorId: actor.id,
      sealed: sealJson(key, given, sealPlace(record, receiptId)),
    })
    .execute()
  return { receiptId, kind, planHash: hash, protocols: pins, givenAt: at, actor, given }
}

/** Messages and photos change no plan, and go when their time is over; a receipt does not rest on them. */
const BESIDE: ReadonlySet<string> = new Set(['message', 'photo', 'answer', 'acknowledgement'])

function ofPlan(events: readonly StoredEvent[]): readonly StoredEvent[] {
  return events.filter(({ type }) => !BESIDE.has(type))
}

/** The receipts of a patient, the newest first. */
export async function receiptsOf(trx: Trx, record: PatientRecord): Promise<readonly Receipt[]> {
  const { clinicId, patientId } = record
  const rows = await trx
    .selectFrom('receipt')
    .selectAll()
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .orderBy('givenAt', 'desc')
    .orderBy('receiptId')
    .execute()
  return rows.map(({ receiptId, kind, planHash: hash, protocols, givenAt, ...row }) => {
    const actor = { kind: row.actorKind, id: row.actorId }
    const given = openedGiven(row.sealed, record, receiptId)
    return { receiptId, kind, planHash: hash, protocols, givenAt, actor, given }
  })
}

function openedGiven(sealed: Uint8Array | null, record: PatientRecord, receiptId: string): Given {
  const opened = sealed && unsealJson(record.key, sealed, sealPlace(record, receiptId))
  if (!opened?.ok) throw new Error(`receipt ${receiptId} does not open with its patient's key`)
  // Sealed by `writeReceipt`.
  return opened.value as Given
}

function sealPlace({ clinicId, patientId }: PatientRecord, rowId: string): SealContext {
  return { clinicId, patientId, field: 'receipt.given', rowId }
}

/**
 * Whether the plan that was given still comes out: of the events that it was worked out from, by the versions that it was
 * pinned to. False where one of them is gone or says something else.
 */
export async function matches(
  trx: Trx,
  { shelf }: Pick<Deps, 'shelf'>,
  { record, receipt }: { readonly record: PatientRecord; readonly receipt: Receipt },
): Promise<boolean> {
  const { protocols, given } = receipt
  const ids = new Set(given.eventIds)
  const events = (await eventsOf(trx, record)).filter(({ eventId }) => ids.has(eventId))
  if (events.length !== ids.size) return false
  const library = await shelf.libraryOf(trx, protocols)
  const { zone, shortenings } = given
  const then = { record: { ...record, zone }, events, shortenings, library }
  const { care } = planned({ ...then, pins: protocols, adoptionId: null })
  return care !== null && planHash(care.plan) === receipt.planHash
}
