import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type FolderLock =
  | { readonly type: 'held'; readonly release: () => void }
  | { readonly type: 'taken'; readonly holder: string }

/** SQLITE_BUSY */
const BUSY = 5

/**
 * Takes the folder for this process, or says who has it. PGlite opens a folder twice without a word, and rows vanish.
 *
 * Why SQLite: its exclusive transaction is a lock of the operating system on the file `lock`, which Node offers in no
 * other way. The kernel frees it when the process ends, however it ends, so there is no stale lock to judge, no
 * recycled process id to be fooled by (every container has a process 1) and no race in taking over. The lock file
 * stays, empty; `holder` only serves the message.
 */
export function lockFolder(folder: string): FolderLock {
  const holderPath = join(folder, 'holder')
  const file = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if (isBusy(error)) return { type: 'taken', holder: readHolder(holderPath) }
    throw error
  }
  writeFileSync(holderPath, `process ${process.pid} on ${hostname()}\n`)
  return { type: 'held', release: () => file.close() }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === BUSY
}

/** The holder may be between taking the lock and writing its name. */
function readHolder(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim() || 'another process'
  } catch {
    return 'another process'
  }
}
