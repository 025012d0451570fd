import { derivedId } from '../derived-id.ts'
import { type NewDelivery, queueDeliveries, queueDelivery, type Sending } from './queue-delivery.ts'

/** What an endpoint may ask to be told of. */
export const OUTBOUND_TYPES = ['check-in.urgent', 'window.opened', 'procedure.created'] as const

/** What other systems are told of, each by its opaque ids; they ask the API for what they may see. */
export interface OutboundEvent {
  readonly type: (typeof OUTBOUND_TYPES)[number]
  readonly patientId: string
  readonly data: Readonly<Record<string, string | number | null>>
}

/** Queues events, each for every endpoint of the clinic that wants its type. */
export async function queueWebhooks(
  sending: Sending,
  ...events: readonly OutboundEvent[]
): Promise<void> {
  const { trx, clinicId } = sending
  const endpoints = await trx
    .selectFrom('webhookEndpoint')
    .select(['endpointId', 'events'])
    .where('clinicId', '=', clinicId)
    .where('endedAt', 'is', null)
    .execute()
  const deliveries = events.flatMap((event) => {
    const id = derivedId(clinicId, event.type, JSON.stringify(event.data))
    return endpoints
      .filter((endpoint) => endpoint.events.includes(event.type))
      .map(({ endpointId }) =>
        webhookOf(sending, { endpointId, deliveryId: derivedId(id, endpointId), event }),
      )
  })
  await queueDeliveries(sending, deliveries)
}

interface Webhook {
  readonly endpointId: string
  readonly deliveryId: string
  /** `test` is of nobody and tells nothing. */
  readonly event:
    | OutboundEvent
    | { readonly type: 'test'; readonly patientId: null; readonly data: object }
}

/** One event for one endpoint. */
export async function queueWebhook(sending: Sending, webhook: Webhook): Promise<void> {
  await queueDelivery(sending, webhookOf(sending, webhook))
}

function webhookOf({ at, deps }: Sending, { endpointId, deliveryId, event }: Webhook): NewDelivery {
  return {
    deliveryId,
    record: null,
    kind: event.type,
    channel: 'webhook',
    dueAt: at,
    expiresAt: null,
    reminder: { endpointId },
    content: { to: endpointId, locale: 'en', values: { ...event, occurredAt: deps.now() } },
  }
}
