import { type BlobStore, folderBlobStore } from '../photo/index.ts'
import { sha256Hex } from '../token.ts'
import type { Photos } from './backup.ts'
import type { PhotoLine } from './backup-format.ts'
import { refuse } from './refused.ts'

/** A folder of copies: sealed as they are in the store, so of no use without the keys. */
export function photoFolder(folder: string): BlobStore {
  return folderBlobStore(folder)
}

/** Lists every photo with its hash, one at a time, and copies those that are not there yet; how many there are. */
export async function photoLines(
  { from, to }: Photos,
  add: (lines: readonly PhotoLine[]) => Promise<void>,
): Promise<number> {
  let count = 0
  for (const photo of await from.list('')) {
    const bytes = await from.get(photo)
    // Removed since the list was made.
    if (bytes === null) continue
    const sha256 = sha256Hex(bytes)
    if (to !== null && !(await holds(to, photo, sha256))) await to.put(photo, bytes)
    await add([{ photo, sha256, bytes: bytes.length }])
    count += 1
  }
  return count
}

async function holds(store: BlobStore, key: string, sha256: string): Promise<boolean> {
  const bytes = await store.get(key)
  return bytes !== null && sha256Hex(bytes) === sha256
}

/** Copies one back, as it was listed; false where the folder has none, and a changed one is refused. */
export async function putBack(
  { from, to }: { readonly from: BlobStore; readonly to: BlobStore },
  { photo, sha256 }: PhotoLine,
): Promise<boolean> {
  const bytes = await from.get(photo)
  if (bytes === null) return false
  if (sha256Hex(bytes) !== sha256)
    refuse('photos', 'value', `the copy of photo ${photo} is damaged: take the folder's own backup`)
  await to.put(photo, bytes)
  return true
}

/** What is no longer among the photos goes from the copies as well: somebody took it back. */
export async function forgetRemoved({
  from,
  to,
}: {
  readonly from: BlobStore
  readonly to: BlobStore
}): Promise<void> {
  const kept = new Set(await from.list(''))
  for (const key of await to.list('')) {
    if (!kept.has(key)) await to.remove(key)
  }
}
