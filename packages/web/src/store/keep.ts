import { clear, createStore, get, promisifyRequest, type UseStore } from 'idb-keyval'
import { NOTHING_HEARD } from './clinic-link.ts'
import type { KeptToday } from './kept-today.ts'
import { EMPTY_RECORD, type PatientRecord } from './record.ts'

const KEY = 'record'
/** Beside the record: the app's start (boot.ts) reads both at once. */
const TODAY = 'today'
const records: UseStore = createStore('afterglow', 'record')
/** The app may be open twice: each says when it has written, so that none writes an old record over a new one. */
const others = new BroadcastChannel('afterglow-record')

/** The record as it was kept. A browser that keeps nothing (a private window) starts empty, and says so. */
export async function readRecord(): Promise<PatientRecord> {
  try {
    // Only `keepRecord` writes here; a form of another version is not read.
    const kept = await get<Partial<PatientRecord>>(KEY, records)
    if (kept?.version !== 1) return EMPTY_RECORD
    const clinic = kept.clinic ? { ...NOTHING_HEARD, ...kept.clinic } : null
    return { ...EMPTY_RECORD, ...kept, clinic }
  } catch {
    return EMPTY_RECORD
  }
}

/** Whether it could be kept. The kept Today goes with what it was drawn from, in one step. */
export async function keepRecord(record: PatientRecord): Promise<boolean> {
  try {
    await records('readwrite', (store) => {
      store.delete(TODAY)
      store.put(record, KEY)
      return promisifyRequest(store.transaction)
    })
    others.postMessage('kept')
    return true
  } catch {
    return false
  }
}

/** Keeps Today as it was drawn from `record`, where that is still what is kept. */
export async function keepToday(
  today: Omit<KeptToday, 'record'>,
  record: PatientRecord,
): Promise<void> {
  await records('readwrite', async (store) => {
    // Only `keepRecord` writes here.
    const kept = (await promisifyRequest(store.get(KEY))) as Partial<PatientRecord> | undefined
    const isSame = JSON.stringify({ ...EMPTY_RECORD, ...kept }) === JSON.stringify(record)
    if (isSame) store.put({ ...today, record: JSON.stringify(kept) } satisfies KeptToday, TODAY)
    else store.delete(TODAY)
    await promisifyRequest(store.transaction)
  })
}

export async function eraseRecord(): Promise<void> {
  await clear(records)
  others.postMessage('kept')
}

/** Calls `take` with the record each time that another window has written it, until the function returned is called. */
export function whenKeptElsewhere(take: (record: PatientRecord) => void): () => void {
  const read = () => void readRecord().then(take)
  others.addEventListener('message', read)
  return () => others.removeEventListener('message', read)
}

/** Asks the browser not to clear this away by itself; it may say no. */
export async function askToPersist(): Promise<boolean> {
  try {
    return await navigator.storage.persist()
  } catch {
    return false
  }
}
