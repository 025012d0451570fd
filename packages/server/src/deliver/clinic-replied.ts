import { consentsOf } from '../care/consents.ts'
import type { PatientCare } from '../care/patient-care.ts'
import { derivedId } from '../derived-id.ts'
import { CHANNELS } from '../store/patient-record.ts'
import { queueDelivery, type Sending } from './queue-delivery.ts'
import { addressOf, type Reach, reachOf } from './reach.ts'
import { suppressedAmong } from './suppression.ts'

/** Tells a patient that there is an answer, on the one channel that they let be used; nothing where there is none. */
export async function queueClinicReplied(
  sending: Sending,
  { care, messageId }: { readonly care: PatientCare; readonly messageId: string },
): Promise<boolean> {
  const { record, events } = care
  const reach = consentsOf(events).care ? await reachFor(sending, care) : null
  if (reach === null) return false
  return queueDelivery(sending, {
    deliveryId: derivedId(sending.clinicId, 'clinic-replied', messageId),
    record,
    kind: 'clinic-replied',
    channel: reach.channel,
    dueAt: sending.at,
    expiresAt: null,
    reminder: {},
    content: {
      to: reach.to,
      locale: record.locale,
      values: { link: `${sending.deps.baseUrl}/#/messages` },
    },
  })
}

async function reachFor(
  { trx, deps, clinicId }: Sending,
  { record, events }: PatientCare,
): Promise<Reach | null> {
  const subscription = await trx
    .selectFrom('pushSubscription')
    .select('subscriptionId')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', record.patientId)
    .limit(1)
    .executeTakeFirst()
  const addresses = CHANNELS.flatMap((channel) => {
    const address = addressOf(record, channel, false)
    return address === null ? [] : [{ clinicId, channel, address }]
  })
  const isSuppressed = await suppressedAmong(trx, deps, addresses)
  return reachOf(record, {
    events,
    hasPush: subscription !== undefined,
    isSuppressed: ({ channel, to }) => isSuppressed({ clinicId, channel, address: to }),
  })
}
