import { clear, createStore, del, promisifyRequest, type UseStore, values } from 'idb-keyval'
import type { OutboxItem } from './outbox.ts'

/** Where what is told waits until the clinic has it. Each entry is written by itself: two windows lose none of the other's. */
export interface OutboxStore {
  /** In the order told. */
  readonly read: () => Promise<readonly OutboxItem[]>
  /** Gives it the next place. */
  readonly add: (item: Omit<OutboxItem, 'place'>) => Promise<OutboxItem>
  /** Writes an entry anew; nothing where it was taken out meanwhile. */
  readonly put: (item: OutboxItem) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly erase: () => Promise<void>
}

const entries: UseStore = createStore('afterglow-outbox', 'outbox')
/** Every window hears of a change, the one that made it too. */
const CHANNEL = 'afterglow-outbox'
const told = new BroadcastChannel(CHANNEL)
/** No id is as short. */
const CHANGED = ''

export const OUTBOX: OutboxStore = {
  read: async () => {
    // Only `add` and `put` write here.
    const items = (await values(entries)) as readonly OutboxItem[]
    return items.toSorted((a, b) => a.place - b.place)
  },
  add: async (item) => {
    const added = await entries('readwrite', async (store) => {
      // Only `add` and `put` write here.
      const items = (await promisifyRequest(store.getAll())) as readonly OutboxItem[]
      const placed = { ...item, place: 1 + Math.max(0, ...items.map(({ place }) => place)) }
      store.put(placed, item.id)
      await promisifyRequest(store.transaction)
      return placed
    })
    told.postMessage(CHANGED)
    return added
  },
  put: async (item) => {
    await entries('readwrite', async (store) => {
      const before: unknown = await promisifyRequest(store.get(item.id))
      if (before !== undefined) store.put(item, item.id)
      await promisifyRequest(store.transaction)
    })
    told.postMessage(item.state === 'sent' ? item.id : CHANGED)
  },
  remove: async (id) => {
    await del(id, entries)
    told.postMessage(CHANGED)
  },
  erase: async () => {
    await clear(entries)
    told.postMessage(CHANGED)
  },
}

/**
 * Calls `take` whenever any window has changed the outbox, with the id of what the clinic has got or null, until the function
 * returned is called.
 */
export function whenOutboxChanges(take: (received: string | null) => void): () => void {
  const heard = new BroadcastChannel(CHANNEL)
  // Only this file speaks on it.
  heard.addEventListener('message', ({ data }: MessageEvent<string>) =>
    take(data === CHANGED ? null : data),
  )
  return () => heard.close()
}
