import { readFileSync } from 'node:fs'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { typeParsers } from '../type-parsers.ts'
import {
  DURABLE_START_PARAMETERS,
  DurableNodeFS,
  THROWAWAY_START_PARAMETERS,
} from './durable-file-system.ts'
import {
  beginCreation,
  createdBy,
  endCreation,
  type Folder,
  folderAt,
  makeFolder,
  stateOf,
} from './folder.ts'
import { lockFolder } from './folder-lock.ts'
import type { Start } from './messages.ts'

/** The version whose inner parts the durable file system was tried with. */
const VERSION = '0.5.16'

export type Opened =
  | { readonly type: 'open'; readonly database: Database }
  | { readonly type: 'refused'; readonly why: string }

export interface Database {
  readonly pglite: PGlite
  readonly syncs: () => number
  /** Writes everything out, then lets the folder go. */
  readonly close: () => Promise<void>
}

export async function openDatabase(asked: Start): Promise<Opened> {
  assertVersion()
  return openFolder(asked)
}

function assertVersion(): void {
  const path = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'))
  // A package.json without a version is no installed package; any other value fails the comparison.
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { readonly version?: unknown }
  if (version === VERSION) return
  throw new Error(`PGlite ${String(version)} is installed; the embedded database needs ${VERSION}`)
}

async function openFolder(asked: Start): Promise<Opened> {
  const { folder: path } = asked
  makeFolder(path)
  const lock = lockFolder(path)
  if (lock.type === 'taken') return refused(`${path} is in use by ${lock.holder}`)
  try {
    const opened = await openLocked(asked)
    if (opened.type === 'refused') {
      lock.release()
      return opened
    }
    return { type: 'open', database: releasing(opened.database, lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

function releasing(database: Database, release: () => void): Database {
  return {
    ...database,
    close: async () => {
      await database.close()
      release()
    },
  }
}

async function openLocked({ folder: path, isThrowaway }: Start): Promise<Opened> {
  const folder = folderAt(path)
  const state = stateOf(folder)
  if (state === 'unknown') {
    return refused(
      `${path} is no complete database: it needs both "data" and "created". Put back what is missing from a backup, or name an empty folder.`,
    )
  }
  if (state === 'complete' && createdBy(folder) !== VERSION) {
    return refused(
      `${path} was made by PGlite ${createdBy(folder)}, this is ${VERSION}. Back it up with the release that made it and restore it with this one.`,
    )
  }
  return {
    type: 'open',
    database: await run(folder, { isNew: state !== 'complete', isThrowaway }),
  }
}

interface Running extends Pick<Start, 'isThrowaway'> {
  readonly isNew: boolean
}

async function run(folder: Folder, { isNew, isThrowaway }: Running): Promise<Database> {
  if (isNew) beginCreation(folder, VERSION)
  const files = new DurableNodeFS(folder.data)
  const parameters = isThrowaway ? THROWAWAY_START_PARAMETERS : DURABLE_START_PARAMETERS
  const pglite = await start({ fs: files, startParams: [...parameters] })
  if (isNew) endCreation(folder)
  return { pglite, syncs: () => files.syncs, close: () => pglite.close() }
}

async function start(options: PGliteOptions): Promise<PGlite> {
  const pglite = await PGlite.create(options)
  // In place of PGlite's own, so that both drivers read and write alike: parameters come as text already.
  pglite.parsers = Object.fromEntries(typeParsers())
  pglite.serializers = {}
  await pglite.exec("set timezone = 'UTC'")
  return pglite
}

function refused(why: string): Opened {
  return { type: 'refused', why }
}
