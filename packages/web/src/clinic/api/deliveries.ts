import { read, type Reply, send } from './request.ts'

/** A message that did not arrive. */
export interface Undelivered {
  readonly deliveryId: string
  /** Null where it was for the clinic's own people. */
  readonly patientId: string | null
  readonly name: string | null
  readonly kind: string
  readonly channel: string
  /** `gone`: the address no longer works; `dead`: given up, and can be tried again. */
  readonly state: string
  readonly reason: string | null
  readonly createdAt: string
  readonly expiresAt: string | null
  /** Of a mail to staff: what they were to be told of. */
  readonly alertId: string | null
}

export interface Undelivereds {
  readonly items: readonly Undelivered[]
  readonly next: string | null
}

/** The newest first. */
export function readUndelivered(): Promise<Undelivereds> {
  return read<Undelivereds>('/v1/deliveries?limit=50')
}

export function retryDelivery(deliveryId: string): Promise<Reply<unknown>> {
  const path = `/v1/deliveries/${encodeURIComponent(deliveryId)}/retry`
  return send({ method: 'POST', path, body: {} })
}

/** Somebody has seen it: it stands among those no more. */
export function putDeliveryAway(deliveryId: string): Promise<Reply<unknown>> {
  const path = `/v1/deliveries/${encodeURIComponent(deliveryId)}/put-away`
  return send({ method: 'POST', path, body: {} })
}
