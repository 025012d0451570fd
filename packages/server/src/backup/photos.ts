import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '@afterglow/engine'
import { type BlobStore, type FolderBlobStore, folderBlobStore } from '../photo/index.ts'
import { sha256Hex } from '../token.ts'
import type { Photos } from './backup.ts'
import { photoForm, type PhotoLine } from './backup-format.ts'
import { writeFileWhole } from './file.ts'
import { refuse } from './refused.ts'

/** Copies of photos, and what was last known of each: a photo is never changed, so that few have to be read again. */
export interface PhotoFolder extends FolderBlobStore {
  readonly folder: string
}

/** A folder of copies: sealed as they are in the store, so of no use without the keys. */
export function photoFolder(folder: string): PhotoFolder {
  return { ...folderBlobStore(folder), folder }
}

interface Copying extends Photos {
  readonly at: Instant
}

/** Lists every photo with its hash, one at a time, and copies those that are not there yet; how many there are. */
export async function photoLines(
  { from, to, at }: Copying,
  add: (lines: readonly PhotoLine[]) => Promise<void>,
): Promise<number> {
  const known = to === null ? new Map<string, PhotoLine>() : await knownIn(to)
  const lines: PhotoLine[] = []
  for (const photo of await from.list('')) {
    const before = isReadAgain(photo, at) ? undefined : known.get(photo)
    const line = (await stillThere(to, before)) ?? (await copied({ from, to }, photo))
    // Removed since the list was made.
    if (line === null) continue
    await add([line])
    lines.push(line)
  }
  if (to !== null) await remember(to, lines)
  return lines.length
}

const DAY_MS = 86_400_000
/** Each copy is compared, and mended, once in so many days: disks lose bytes that nobody has written. */
const READ_AGAIN_DAYS = 28

function isReadAgain(photo: string, at: Instant): boolean {
  const day = Math.floor(at / DAY_MS) % READ_AGAIN_DAYS
  return Number.parseInt(sha256Hex(photo).slice(0, 8), 16) % READ_AGAIN_DAYS === day
}

async function stillThere(
  to: PhotoFolder | null,
  line: PhotoLine | undefined,
): Promise<PhotoLine | null> {
  if (to === null || line === undefined) return null
  return (await to.sizeOf(line.photo)) === line.bytes ? line : null
}

async function copied({ from, to }: Photos, photo: string): Promise<PhotoLine | null> {
  const bytes = await from.get(photo)
  if (bytes === null) return null
  const sha256 = sha256Hex(bytes)
  if (to !== null && !(await holds(to, photo, sha256))) await to.put(photo, bytes)
  return { photo, sha256, bytes: bytes.length }
}

async function holds(store: BlobStore, key: string, sha256: string): Promise<boolean> {
  const bytes = await store.get(key)
  return bytes !== null && sha256Hex(bytes) === sha256
}

function listOf({ folder }: PhotoFolder): string {
  return join(folder, 'photos.list')
}

/** A list that is missing or cut leaves photos that are read again. */
async function knownIn(to: PhotoFolder): Promise<ReadonlyMap<string, PhotoLine>> {
  const text = await readFile(listOf(to), 'utf8').catch(() => '')
  const lines = text.split('\n').flatMap((line) => lineOf(line) ?? [])
  return new Map(lines.map((line) => [line.photo, line]))
}

function lineOf(text: string): PhotoLine | null {
  try {
    return photoForm.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

async function remember(to: PhotoFolder, lines: readonly PhotoLine[]): Promise<void> {
  await writeFileWhole(listOf(to), async (write) => {
    for (const line of lines) await write(`${JSON.stringify(line)}\n`)
  })
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
