import { clear, createStore, get, set, type UseStore } from 'idb-keyval'
import { EMPTY_RECORD, type PatientRecord } from './record.ts'

const KEY = 'record'
const records: UseStore = createStore('afterglow', 'record')
/** The app may be open twice: each says when it has written, so that none writes an old record over a new one. */
const others = new BroadcastChannel('afterglow-record')

/** The record as it was kept. A browser that keeps nothing (a private window) starts empty, and says so. */
export async function readRecord(): Promise<PatientRecord> {
  try {
    // Only `keepRecord` writes here; a form of another version is not read.
    const kept = await get<Partial<PatientRecord>>(KEY, records)
    return kept?.version === 1 ? { ...EMPTY_RECORD, ...kept } : EMPTY_RECORD
  } catch {
    return EMPTY_RECORD
  }
}

/** Whether it could be kept. */
export async function keepRecord(record: PatientRecord): Promise<boolean> {
  try {
    await set(KEY, record, records)
    others.postMessage('kept')
    return true
  } catch {
    return false
  }
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
