import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { syncPath, syncTree } from './durable-file-system.ts'

/**
 * A database folder: `data` is PostgreSQL's, beside it `lock`, `holder` and one of two markers. `creating` is there
 * from before the first byte of data; it is renamed to `created` once all of them are on the disk, and only then is
 * the database handed out.
 */
export interface Folder {
  readonly data: string
  readonly creating: string
  readonly created: string
}

export type FolderState = 'new' | 'cut-short' | 'complete' | 'unknown'

export function folderAt(path: string): Folder {
  const root = resolve(path)
  return {
    data: join(root, 'data'),
    creating: join(root, 'creating'),
    created: join(root, 'created'),
  }
}

/**
 * `cut-short`: a creation of ours that ended early; nothing was ever acknowledged from it, so it may be made anew.
 * `unknown`: data without a marker, say a copy of `data` alone; it may be someone's only copy and is left alone.
 */
export function stateOf(folder: Folder): FolderState {
  if (existsSync(folder.created)) return existsSync(folder.data) ? 'complete' : 'unknown'
  if (existsSync(folder.creating)) return 'cut-short'
  return existsSync(folder.data) ? 'unknown' : 'new'
}

/** Makes the folder and its missing parents so that a power cut does not take them back. */
export function makeFolder(path: string): void {
  const root = resolve(path)
  const first = mkdirSync(root, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  const last = dirname(first)
  for (let parent = dirname(root); ; parent = dirname(parent)) {
    syncPath(parent)
    if (parent === last) return
  }
}

/** Clears what a creation that was cut short left, and marks the new one. */
export function beginCreation(folder: Folder, version: string): void {
  rmSync(folder.data, { recursive: true, force: true })
  writeFileSync(folder.creating, `${version}\n`, { flush: true })
  syncPath(dirname(folder.creating))
}

/** To be called once the database runs: from here on the folder counts as complete. */
export function endCreation(folder: Folder): void {
  syncTree(folder.data)
  renameSync(folder.creating, folder.created)
  syncPath(dirname(folder.created))
}

/** The version of PGlite that made the folder. */
export function createdBy(folder: Folder): string {
  return readFileSync(folder.created, 'utf8').trim()
}
