import type { ProtocolToPlan } from '@afterglow/engine'
import { clear, createStore, get, set, type UseStore } from 'idb-keyval'

/** What came from the clinic's server, kept for when there is no network. The record holds what the screens are drawn from. */
export interface Kept {
  /** The session as it came, without what has been told here since; `null` before the first procedure. */
  readonly base: KeptSession
  /** The protocols that the plan is pinned to, where they are other than the app's own. */
  readonly protocols: readonly ProtocolToPlan[]
  readonly thread: KeptThread
  /** The last of the clinic's messages that was seen. */
  readonly seen: string
  readonly logo: string | null
  /** This browser's subscription, as the server calls it. */
  readonly subscription: string
}

/** Whose it is stands in it: who joins next on this device never sees it. */
export interface KeptSession {
  readonly patientId: string
  readonly session: unknown
  /** Null where the copy has to be asked for again. */
  readonly etag: string | null
}

interface KeptThread {
  readonly patientId: string
  /** The oldest first. */
  readonly messages: readonly Message[]
}

export interface Message {
  readonly messageId: string
  /** With its offset. */
  readonly at: string
  readonly direction: 'from-patient' | 'from-clinic'
  readonly body: string
}

const store: UseStore = createStore('afterglow-clinic', 'clinic')

export async function readKept<K extends keyof Kept>(key: K): Promise<Kept[K] | undefined> {
  // Only `keep` writes here.
  return get<Kept[K]>(key, store)
}

export async function keep<K extends keyof Kept>(key: K, value: Kept[K]): Promise<void> {
  await set(key, value, store)
}

export async function eraseKept(): Promise<void> {
  await clear(store)
}
