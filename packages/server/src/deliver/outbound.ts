import { derivedId } from '../derived-id.ts'
import { queueDelivery, type Sending } from './queue-delivery.ts'

/** What an endpoint may ask to be told of. */
export const OUTBOUND_TYPES = ['check-in.urgent', 'window.opened', 'procedure.created'] as const

/** What other systems are told of, each by its opaque ids; they ask the API for what they may see. */
export interface OutboundEvent {
  readonly type: (typeof OUTBOUND_TYPES)[number]
  readonly patientId: string
  readonly data: Readonly<Record<string, string | number | null>>
}

/** Queues an event for every endpoint of the clinic that wants its type. */
export async function queueWebhooks(sending: Sending, event: OutboundEvent): Promise<void> {
  const { trx, clinicId } = sending
  const endpoints = await trx
    .selectFrom('webhookEndpoint')
    .select(['endpointId', 'events'])
    .where('clinicId', '=', clinicId)
    .where('endedAt', 'is', null)
    .execute()
  const id = derivedId(clinicId, event.type, JSON.stringify(event.data))
  for (const { endpointId, events } of endpoints) {
    if (!events.includes(event.type)) continue
    await queueWebhook(sending, { endpointId, deliveryId: derivedId(id, endpointId), event })
  }
}

/** One event for one endpoint; `test` is of nobody and tells nothing. */
export async function queueWebhook(
  sending: Sending,
  {
    endpointId,
    deliveryId,
    event,
  }: {
    readonly endpointId: string
    readonly deliveryId: string
    readonly event:
      | OutboundEvent
      | { readonly type: 'test'; readonly patientId: null; readonly data: object }
  },
): Promise<void> {
  const { at, deps } = sending
  await queueDelivery(sending, {
    deliveryId,
    record: null,
    kind: event.type,
    channel: 'webhook',
    dueAt: at,
    expiresAt: null,
    reminder: { endpointId },
    content: { to: endpointId, locale: 'en', values: { ...event, occurredAt: deps.now() } },
  })
}
