import { derivedId } from '../derived-id.ts'
import { queueDelivery, type Sending } from './queue-delivery.ts'

/** What other systems are told of, each by its opaque ids; they ask the API for what they may see. */
export interface OutboundEvent {
  readonly type: 'check-in.urgent' | 'window.opened' | 'procedure.created'
  readonly patientId: string
  readonly data: Readonly<Record<string, string | number | null>>
}

/** Queues an event for every endpoint of the clinic that wants its type. */
export async function queueWebhooks(sending: Sending, event: OutboundEvent): Promise<void> {
  const { trx, clinicId, at, deps } = sending
  const endpoints = await trx
    .selectFrom('webhookEndpoint')
    .select(['endpointId', 'events'])
    .where('clinicId', '=', clinicId)
    .where('endedAt', 'is', null)
    .execute()
  const id = derivedId(clinicId, event.type, JSON.stringify(event.data))
  for (const { endpointId, events } of endpoints) {
    if (!events.includes(event.type)) continue
    await queueDelivery(sending, {
      deliveryId: derivedId(id, endpointId),
      record: null,
      kind: event.type,
      channel: 'webhook',
      dueAt: at,
      expiresAt: null,
      reminder: {},
      content: { to: endpointId, locale: 'en', values: { ...event, occurredAt: deps.now() } },
    })
  }
}
