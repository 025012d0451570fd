import type { PushSubscription } from '../deliver/push.ts'
import { derivedId } from '../derived-id.ts'
import { type SealContext, sealJson, unsealJson } from '../seal/index.ts'
import { timestampOf, type Trx } from '../store/database.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { sha256 } from '../token.ts'

/** A browser that a patient lets push messages be shown on, while the session lasts that asked for it. */
export interface KeptSubscription {
  readonly subscriptionId: string
  readonly subscription: PushSubscription
}

export interface AskedSubscription {
  readonly subscription: PushSubscription
  readonly sessionId: string
  readonly at: number
}

export async function keepSubscription(
  trx: Trx,
  record: PatientRecord,
  { subscription, sessionId, at }: AskedSubscription,
): Promise<string> {
  const { clinicId, patientId, key } = record
  const endpointHash = sha256(subscription.endpoint)
  const hash = Buffer.from(endpointHash).toString('hex')
  const subscriptionId = derivedId(clinicId, patientId, 'push', hash)
  await removeSubscription(trx, record, subscriptionId)
  await trx
    .insertInto('pushSubscription')
    .values({
      clinicId,
      patientId,
      subscriptionId,
      endpointHash,
      sessionId,
      sealed: sealJson(key, subscription, placeOf(record, subscriptionId)),
      createdAt: timestampOf(at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return subscriptionId
}

/** False where there was none. */
export async function removeSubscription(
  trx: Trx,
  { clinicId, patientId }: PatientRecord,
  subscriptionId: string,
): Promise<boolean> {
  const removed = await trx
    .deleteFrom('pushSubscription')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('subscriptionId', '=', subscriptionId)
    .returning('subscriptionId')
    .executeTakeFirst()
  return removed !== undefined
}

/** Where a patient's push messages go. */
export async function subscriptionsOf(
  trx: Trx,
  record: PatientRecord,
): Promise<readonly KeptSubscription[]> {
  const rows = await trx
    .selectFrom('pushSubscription')
    .select(['subscriptionId', 'sealed'])
    .where('clinicId', '=', record.clinicId)
    .where('patientId', '=', record.patientId)
    .orderBy('subscriptionId')
    .execute()
  return rows.flatMap(({ subscriptionId, sealed }) => {
    const opened = unsealJson(record.key, sealed, placeOf(record, subscriptionId))
    // Sealed by `keepSubscription` from a subscription; what does not open is nobody's.
    return opened.ok ? [{ subscriptionId, subscription: opened.value as PushSubscription }] : []
  })
}

function placeOf({ clinicId, patientId }: PatientRecord, rowId: string): SealContext {
  return { clinicId, patientId, field: 'push_subscription.subscription', rowId }
}
