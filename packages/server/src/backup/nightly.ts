import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import { safeError } from '../safe-error.ts'
import { timestampOf } from '../store/database.ts'
import { writeBackup } from './backup.ts'
import { writeFileWhole } from './file.ts'
import { writeKeys } from './keys.ts'
import { forgetRemoved, photoFolder } from './photos.ts'

type Needs = Pick<Deps, 'config' | 'db' | 'masterKeys' | 'now' | 'blobs' | 'createId' | 'log'>

const KEPT = 14
const LOOK_EVERY_MS = 15 * 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** In UTC. A machine that is off then writes its backup when it is on. */
const DUE_AT_MS = 2 * HOUR_MS

/** Writes a backup a day where folders for it are set: the running server, so that nobody has to stop it for that. */
export function startNightlyBackup(deps: Needs): { readonly stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const look = (): void => {
    running = running.then(async () => attempt(deps))
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  look()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

async function attempt(deps: Needs): Promise<void> {
  try {
    const file = await nightlyBackup(deps)
    if (file !== null) deps.log.info({ file }, 'backup written')
  } catch (error) {
    deps.log.error({ error: safeError(error) }, 'backup failed')
  }
}

/** Writes a backup where none was written since one was last due, and lets the oldest go; its name, or null where none was due. */
export async function nightlyBackup(deps: Needs): Promise<string | null> {
  const { AFTERGLOW_BACKUP_FOLDER: folder, AFTERGLOW_BACKUP_KEYS: keysFolder } = deps.config
  if (folder === undefined || keysFolder === undefined) return null
  const at = deps.now()
  const newest = (await wholeIn(folder, keysFolder)).at(-1)
  if (newest !== undefined && timeOf(newest) >= lastDue(at)) return null
  const name = nameAt(at)
  const copies = photoFolder(join(folder, 'photos'))
  const photos = { from: deps.blobs, to: copies }
  const id = deps.createId()
  const data = join(folder, `${name}.backup`)
  await writeFileWhole(data, (write) => writeBackup(deps.db, { write, at, id, photos }))
  try {
    // After the data: whoever came in between has a key, and whoever was erased is on the list.
    await writeFileWhole(join(keysFolder, `${name}.keys`), (write) =>
      writeKeys(deps.db, { write, at, id, masterKeys: deps.masterKeys }),
    )
  } catch (error) {
    // Of no use without its keys, and there will be another with the next try.
    await rm(data, { force: true })
    throw error
  }
  await forgetRemoved(photos)
  await forgetOld(folder, keysFolder)
  return name
}

/** The instant is in the name, so that a copy or a restored folder tells it as well. */
const NAME = /^afterglow-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)Z\.backup$/

function nameAt(at: Instant): string {
  return `afterglow-${timestampOf(at).slice(0, 19).replaceAll(':', '-')}Z`
}

function timeOf(name: string): Instant {
  return Date.parse(name.replace(NAME, '$1:$2:$3Z'))
}

/** When the last backup that may be there was due. */
function lastDue(at: Instant): Instant {
  return Math.floor((at - DUE_AT_MS) / DAY_MS) * DAY_MS + DUE_AT_MS
}

/** Those that can be restored: the data and its keys. */
async function wholeIn(folder: string, keysFolder: string): Promise<readonly string[]> {
  const keys = new Set(await filesIn(keysFolder))
  return (await namesIn(folder)).filter((name) => keys.has(keysOf(name)))
}

function keysOf(name: string): string {
  return name.replace(/\.backup$/, '.keys')
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await filesIn(folder)).filter((name) => NAME.test(name)).sort()
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    // Made with the first backup.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

async function forgetOld(folder: string, keysFolder: string): Promise<void> {
  for (const name of (await namesIn(folder)).slice(0, -KEPT)) {
    await rm(join(keysFolder, keysOf(name)), { force: true })
    await rm(join(folder, name))
  }
}
