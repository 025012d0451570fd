/** What became of one attempt. A reason never holds an address, a token or the text of a message. */
export type DeliveryResult =
  | { readonly kind: 'accepted'; readonly providerId: string | null }
  | { readonly kind: 'retry'; readonly reason: string; readonly afterMs?: number }
  /** The address or the subscription will never work again. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** Our request is wrong, and would be again: a dead letter. */
  | { readonly kind: 'refused'; readonly reason: string }

export function accepted(providerId: string | null): DeliveryResult {
  return { kind: 'accepted', providerId }
}

export function retry(reason: string, afterMs: number | null = null): DeliveryResult {
  return afterMs === null ? { kind: 'retry', reason } : { kind: 'retry', reason, afterMs }
}

export function gone(reason: string): DeliveryResult {
  return { kind: 'gone', reason }
}

export function refused(reason: string): DeliveryResult {
  return { kind: 'refused', reason }
}
