import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Write } from './backup.ts'
import type { BackupFile } from './read-backup.ts'

/** Written aside, on the disk, and only then under its name: there is a whole file or none. For its owner alone. */
export async function writeFileWhole<T>(
  path: string,
  work: (write: Write) => Promise<T>,
): Promise<T> {
  const folder = dirname(resolve(path))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const aside = `${path}.${process.pid}.part`
  try {
    const done = await written(aside, work)
    await rename(aside, path)
    await syncFolder(folder)
    return done
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

async function written<T>(path: string, work: (write: Write) => Promise<T>): Promise<T> {
  const file = await open(path, 'w', 0o600)
  try {
    const done = await work((text) => file.writeFile(text))
    await file.sync()
    return done
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export function backupFile(path: string): BackupFile {
  // A file's stream gives bytes where no encoding is set.
  const bytes = (): AsyncIterable<Uint8Array> => createReadStream(path) satisfies ReadStream
  return { name: path, bytes }
}
