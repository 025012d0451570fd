import type { LinkedApp } from '../app/use-linked.ts'
import type { OutboxItem } from './outbox.ts'

/** How far something is that was told: `lost` where this browser could not keep it to be sent. */
export type Going = OutboxItem['state'] | 'lost'

/**
 * How far what was told under `id` is: undefined while that is being kept, null where it could not be. Only what the clinic is
 * known to have got is sent, never what is merely gone from the outbox.
 */
export function goingOf(
  linked: Pick<LinkedApp, 'items' | 'received'> | null | undefined,
  id: string | null | undefined,
): Going {
  if (id === null) return 'lost'
  if (id === undefined || !linked) return 'waiting'
  if (linked.received.has(id)) return 'sent'
  return linked.items.find((item) => item.id === id)?.state ?? 'waiting'
}
