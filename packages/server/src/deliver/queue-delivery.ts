import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import type { QueuedJob } from '../queue.ts'
import { clinicKey, type SealContext, type SealKey, sealJson } from '../seal/index.ts'
import { asClinic, jsonOf, optionalTimestamp, timestampOf, type Trx } from '../store/database.ts'
import type { PatientRecord } from '../store/patient-record.ts'

/** What a transaction that wants something sent has at hand; a route's Call is one. */
export interface Sending {
  readonly trx: Trx
  readonly deps: Deps
  readonly clinicId: string
  readonly at: Instant
  readonly enqueue: (job: QueuedJob) => void
}

/** Where it goes and what it says, as codes and values; the words are chosen when it is sent. Sealed. */
export interface DeliveryContent {
  /** An e-mail address, a phone number, the id of a push subscription or of a webhook's endpoint. */
  readonly to: string
  readonly locale: string
  readonly values: Readonly<Record<string, unknown>>
}

export interface NewDelivery {
  /** Derived from what it is about: the same is queued once. */
  readonly deliveryId: string
  /** Null for what goes to staff or to a webhook. */
  readonly record: PatientRecord | null
  readonly kind: string
  readonly channel: 'email' | 'push' | 'sms' | 'webhook'
  readonly dueAt: Instant
  readonly expiresAt: Instant | null
  /** Codes only: what reminder it is. */
  readonly reminder: Readonly<Record<string, unknown>>
  readonly content: DeliveryContent
}

/** Writes a delivery and queues it in the same transaction; false where it was queued before. */
export async function queueDelivery(sending: Sending, delivery: NewDelivery): Promise<boolean> {
  return (await queueDeliveries(sending, [delivery])) > 0
}

/** So many rows of twelve values; one statement takes 65,535 values. */
const ROWS_A_STATEMENT = 1_000

/** The same for many deliveries, with one statement for hundreds; answers how many were not queued before. */
export async function queueDeliveries(
  sending: Sending,
  deliveries: readonly NewDelivery[],
): Promise<number> {
  const add = async (): Promise<number> => {
    let added = 0
    for (let k = 0; k < deliveries.length; k += ROWS_A_STATEMENT)
      added += await addDeliveries(sending, deliveries.slice(k, k + ROWS_A_STATEMENT))
    return added
  }
  const areOfPatients = deliveries.every(({ record }) => record !== null)
  return areOfPatients ? add() : asClinic(sending.trx, sending.clinicId, add)
}

/** What was queued before has its job. */
async function addDeliveries(
  sending: Sending,
  deliveries: readonly NewDelivery[],
): Promise<number> {
  const { trx, clinicId, enqueue } = sending
  const added = await trx
    .insertInto('delivery')
    .values(deliveries.map((delivery) => rowOf(sending, delivery)))
    .onConflict((conflict) => conflict.doNothing())
    .returning('deliveryId')
    .execute()
  const isNew = new Set(added.map(({ deliveryId }) => deliveryId))
  for (const { deliveryId, dueAt } of deliveries) {
    if (!isNew.has(deliveryId)) continue
    const job = { queue: 'deliver', data: { clinicId, deliveryId } } as const
    enqueue({ id: deliveryId, job, startAfter: dueAt })
  }
  return added.length
}

function rowOf({ deps, clinicId, at }: Sending, delivery: NewDelivery) {
  const { deliveryId, record, kind, channel, dueAt, expiresAt, reminder, content } = delivery
  const { key, place } = sealOf(deps, { clinicId, record, deliveryId })
  return {
    clinicId,
    deliveryId,
    patientId: record?.patientId ?? null,
    kind,
    channel,
    state: 'queued' as const,
    attempts: 0,
    reminder: jsonOf(reminder),
    sealed: sealJson(key, content, place),
    dueAt: timestampOf(dueAt),
    expiresAt: optionalTimestamp(expiresAt),
    createdAt: timestampOf(at),
  }
}

/** What a delivery's content is sealed with: the patient's key, so that erasing it erases this; else the clinic's. */
export function sealOf(
  { masterKeys }: Pick<Deps, 'masterKeys'>,
  {
    clinicId,
    record,
    deliveryId,
  }: {
    readonly clinicId: string
    readonly record: PatientRecord | null
    readonly deliveryId: string
  },
): { readonly key: SealKey; readonly place: SealContext } {
  const patientId = record?.patientId ?? null
  const key = record?.key ?? clinicKey(masterKeys, clinicId, 'address')
  return { key, place: { clinicId, patientId, field: 'delivery.content', rowId: deliveryId } }
}
