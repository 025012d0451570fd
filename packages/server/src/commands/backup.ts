import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { errorAt, fail, type Result, succeed } from '@afterglow/engine'
import { type Write, writeBackup, type Written } from '../backup/backup.ts'
import { writeFileWhole } from '../backup/file.ts'
import { writeErasures, writeKeys } from '../backup/keys.ts'
import { photoFolder } from '../backup/photos.ts'
import { openKeyFile } from '../key-file.ts'
import { blobsOf } from '../open-server.ts'
import {
  type CommandRequest,
  needed,
  type OpenCommand,
  requireSchema,
  type Said,
  withStore,
} from './command.ts'

/** `afterglow backup --out FILE --keys FILE [--photos FOLDER]` */
export async function backup(request: CommandRequest): Promise<Result<Said>> {
  const out = newFile(request, 'out')
  if (!out.ok) return out
  const keys = newFile(request, 'keys')
  if (!keys.ok) return keys
  if (resolve(out.value) === resolve(keys.value))
    return fail([
      errorAt('--keys', 'duplicate', 'names the same file as --out: keep the two apart'),
    ])
  return withStore(request, { alone: false }, async (open) => {
    const there = await requireSchema(open)
    if (!there.ok) return there
    return writeBoth(open, {
      out: out.value,
      keys: keys.value,
      photos: request.flags['photos']?.[0],
    })
  })
}

interface Places {
  readonly out: string
  readonly keys: string
  readonly photos: string | undefined
}

async function writeBoth(
  { db, config, world, keyFile }: OpenCommand,
  { out, keys, photos }: Places,
): Promise<Result<Said>> {
  const { randomBytes } = world
  const masterKeys = openKeyFile(keyFile, { mayCreate: false, randomBytes })
  if (!masterKeys.ok) return masterKeys
  const base = { at: world.now(), id: world.createId() }
  const from = blobsOf(config, world)
  const to = photos === undefined ? null : photoFolder(photos)
  const data = await writtenTo('out', out, (write) =>
    writeBackup(db, { ...base, write, photos: { from, to } }),
  )
  if (!data.ok) return data
  let isWhole = false
  try {
    // After the data: whoever came in between has a key, and whoever was erased is on the list.
    const written = await writtenTo('keys', keys, (write) =>
      writeKeys(db, { ...base, write, masterKeys: masterKeys.value }),
    )
    isWhole = written.ok
    return written.ok ? succeed(said({ out, keys, photos }, data.value)) : written
  } finally {
    // Data that nothing opens is no backup.
    if (!isWhole) rmSync(out, { force: true })
  }
}

/** Written whole, or nothing of it: where the disk does not take it, by the name of its flag. */
async function writtenTo<T>(
  flag: string,
  path: string,
  work: (write: Write) => Promise<T>,
): Promise<Result<T>> {
  try {
    return succeed(await writeFileWhole(path, work))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!OF_THE_DISK.has(code)) throw error
    const why = error instanceof Error ? error.message : code
    return fail([errorAt(`--${flag}`, 'incomplete', `"${path}" cannot be written: ${why}`)])
  }
}

const OF_THE_DISK: ReadonlySet<string> = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EIO',
  'EISDIR',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
])

function said({ out, keys, photos }: Places, data: Written): Said {
  const rows = Object.values(data.rows).reduce((sum, count) => sum + count, 0)
  const copied =
    photos === undefined ? 'listed, not copied (--photos FOLDER copies them)' : 'copied'
  const text = [
    `${out}: ${rows} rows, ${data.photos} photos ${copied}`,
    `${keys}: opens every patient record of it. Keep it apart, where nobody else gets at it.`,
  ]
  return { text: `${text.join('\n')}\n`, json: { out, keys, ...data } }
}

/** `afterglow erasures --out FILE` */
export async function erasures(request: CommandRequest): Promise<Result<Said>> {
  const out = newFile(request, 'out')
  if (!out.ok) return out
  return withStore(request, { alone: false }, async (open) => {
    const there = await requireSchema(open)
    if (!there.ok) return there
    const base = { at: open.world.now(), id: open.world.createId() }
    const written = await writtenTo('out', out.value, (write) =>
      writeErasures(open.db, { ...base, write }),
    )
    if (!written.ok) return written
    const { rows } = written.value
    const count = rows['erasure'] ?? 0
    const text = `${out.value}: ${count} erased. Give it to restore with --erasures.\n`
    return succeed({ text, json: { out: out.value, erased: count } })
  })
}

/** A backup never takes the place of another by mistake. */
function newFile(request: CommandRequest, flag: string): Result<string> {
  const file = needed(request, flag)
  if (!file.ok || !existsSync(file.value)) return file
  return fail([
    errorAt(`--${flag}`, 'duplicate', `"${file.value}" exists already: name another file`),
  ])
}
