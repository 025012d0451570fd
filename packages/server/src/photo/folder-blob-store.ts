import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { type BlobStore, requireBlobKey, requireBlobKeyPrefix } from './blob-store.ts'

/** No key holds a dot: a file is never in the way of a folder, and one written aside is never taken for a blob. */
const SUFFIX = '.sealed'

export interface FolderBlobStore extends BlobStore {
  /** In bytes, without reading them; null where there is nothing under the key. */
  readonly sizeOf: (key: string) => Promise<number | null>
}

/** One file for each key, for the server's own account only: folders 0700, files 0600. */
export function folderBlobStore(folder: string): FolderBlobStore {
  const root = resolve(folder)
  const pathOf = (key: string) => join(root, `${requireBlobKey(key)}${SUFFIX}`)
  return {
    put: async (key, bytes) => putFile(pathOf(key), bytes),
    get: async (key) => absent(readFile(pathOf(key)), null),
    sizeOf: async (key) => (await absent(stat(pathOf(key)), null))?.size ?? null,
    remove: async (key) => {
      const path = pathOf(key)
      await rm(path, { force: true })
      await absent(syncFolder(dirname(path)), undefined)
    },
    list: async (prefix) => {
      requireBlobKeyPrefix(prefix)
      return (await keysIn(root)).filter((key) => key.startsWith(prefix)).sort()
    },
  }
}

/** Written aside, on the disk, and only then under its name: a crash leaves the old bytes or the new ones. */
async function putFile(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path))
  const aside = `${path}.${randomUUID()}`
  try {
    await writeSynced(aside, bytes)
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new folder is an entry of the one above it, which has to be on the disk as well. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let folder = path; folder !== dirname(first); folder = dirname(folder))
    await syncFolder(dirname(folder))
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function keysIn(folder: string): Promise<string[]> {
  const entries = await absent(readdir(folder, { recursive: true, withFileTypes: true }), [])
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(SUFFIX))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((path) => path.slice(0, -SUFFIX.length).split(sep).join('/'))
}

/** Only a file that is not there is no trouble; one that cannot be read is not "nothing". */
async function absent<T, E>(work: Promise<T>, instead: E): Promise<T | E> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead
    throw error
  }
}
