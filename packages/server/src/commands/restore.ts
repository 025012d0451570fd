import { existsSync } from 'node:fs'
import { errorAt, fail, type Result, succeed } from '@afterglow/engine'
import { backupFile } from '../backup/file.ts'
import { photoFolder } from '../backup/photos.ts'
import type { BackupFile } from '../backup/read-backup.ts'
import { restoreBackup, type Restored } from '../backup/restore.ts'
import { replaceKeyFile } from '../backup/replace-key-file.ts'
import { blobsOf } from '../open-server.ts'
import { openQueue } from '../queue.ts'
import { type CommandRequest, needed, type OpenCommand, type Said, withStore } from './command.ts'

/** `afterglow restore FILE --keys FILE [--photos FOLDER] (--erasures FILE... | --no-erasures)` */
export async function restore(request: CommandRequest): Promise<Result<Said>> {
  const files = filesOf(request)
  if (!files.ok) return files
  return withStore(request, { alone: true, mayBeNew: true }, (open) =>
    restoreWith(open, files.value),
  )
}

interface Files {
  readonly data: BackupFile
  readonly keys: BackupFile
  readonly erasures: readonly BackupFile[]
  readonly photos: string | undefined
}

function filesOf(request: CommandRequest): Result<Files> {
  const [data, ...more] = request.words
  if (data === undefined || more.length > 0)
    return fail([
      errorAt('FILE', 'required', 'name one backup: afterglow restore FILE --keys FILE'),
    ])
  const keys = needed(request, 'keys')
  if (!keys.ok) return keys
  const erasures = erasuresOf(request)
  if (!erasures.ok) return erasures
  const { photos } = request.flags
  const paths = [data, keys.value, ...erasures.value, ...(photos ?? [])]
  const issues = paths
    .filter((path) => !existsSync(path))
    .map((path) => errorAt(path, 'not-found', 'is not there'))
  if (issues.length > 0) return fail(issues)
  return succeed({
    data: backupFile(data),
    keys: backupFile(keys.value),
    erasures: erasures.value.map(backupFile),
    photos: photos?.[0],
  })
}

/** A backup knows nothing of who was erased after it: to leave the lists away has to be said. */
function erasuresOf({ flags }: CommandRequest): Result<readonly string[]> {
  const { erasures = [] } = flags
  const isWithout = flags['no-erasures'] !== undefined
  if (erasures.length > 0 && isWithout)
    return fail([errorAt('--no-erasures', 'value', 'leave it away where --erasures names a list')])
  return erasures.length > 0 || isWithout
    ? succeed(erasures)
    : fail([errorAt('--erasures', 'required', NO_LIST)])
}

const NO_LIST =
  'is missing: write --erasures FILE, the list that `afterglow erasures --out FILE` wrote of the old database. ' +
  'Where there is none, write --no-erasures: whoever was erased after this backup was written is then in it again, ' +
  'can be read, and has to be erased again by hand'

async function restoreWith(
  { db, kind, config, world, keyFile }: OpenCommand,
  { photos, ...files }: Files,
): Promise<Result<Said>> {
  const queue = await openQueue({ db, kind, onError: () => {} })
  const installed = replaceKeyFile(keyFile)
  const to = blobsOf(config, world)
  let done = false
  try {
    const restored = await restoreBackup(db, {
      ...files,
      at: world.now(),
      randomBytes: world.randomBytes,
      send: queue.send,
      photos: photos === undefined ? null : { from: photoFolder(photos), to },
      install: async (masterKeys) => installed.put(masterKeys),
    })
    done = restored.ok
    if (!restored.ok) return restored
    return succeed(said(restored.value, { keyFile, isListed: files.erasures.length > 0 }))
  } finally {
    if (!done) installed.undo()
    await queue.stop()
  }
}

function said(
  restored: Restored,
  { keyFile, isListed }: { readonly keyFile: string; readonly isListed: boolean },
): Said {
  const { rows, createdAt, erased, dropped, queued, photos, missingPhotos } = restored
  const count = Object.values(rows).reduce((sum, one) => sum + one, 0)
  const lines = [
    `Restored ${count} rows of ${createdAt}; the key file is ${keyFile}.`,
    `Erased again: ${erased}. Messages queued again: ${queued}, too old and dropped: ${dropped}.`,
    `Photos put back: ${photos}${missingPhotos === 0 ? '' : `; ${missingPhotos} are not in the folder of copies`}.`,
    ...(isListed ? [] : [UNLISTED]),
    'Staff have to sign in again. What was withdrawn after the backup was written has to be withdrawn again.',
  ]
  return { text: `${lines.join('\n')}\n`, json: restored }
}

const UNLISTED =
  'No list of erasures was given: whoever was erased after the backup was written can be read again. Erase them again.'
