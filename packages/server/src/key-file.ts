import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { errorAt, fail, type Result, succeed } from '@afterglow/engine'
import { diskFault } from './disk-fault.ts'
import {
  createMasterKeys,
  type MasterKeys,
  masterKeysText,
  parseMasterKeys,
  type RandomBytes,
} from './seal/index.ts'

/**
 * The installation's keys. Made where there are none and the database is new; a database without its keys is refused,
 * because new ones would open nothing of it.
 */
export function openKeyFile(
  path: string,
  { mayCreate, randomBytes }: { readonly mayCreate: boolean; readonly randomBytes: RandomBytes },
): Result<MasterKeys> {
  if (!mayCreate && !existsSync(path))
    return fail([errorAt('AFTERGLOW_KEY_FILE', 'not-found', missing(path))])
  const text = textAt(path, randomBytes)
  if (!text.ok) return text
  const read = parseMasterKeys(text.value, randomBytes)
  if (read.ok) return read
  return fail(
    read.issues.map((issue) => ({
      ...issue,
      expression: `AFTERGLOW_KEY_FILE ${issue.expression}`,
    })),
  )
}

/** Of the file, which is made where there is none. */
function textAt(path: string, randomBytes: RandomBytes): Result<string> {
  try {
    if (!existsSync(path)) writeNew(path, masterKeysText(createMasterKeys(randomBytes)))
    return succeed(readFileSync(path, 'utf8'))
  } catch (error) {
    const why = diskFault(error)
    if (why === null) throw error
    return fail([errorAt('AFTERGLOW_KEY_FILE', 'value', `cannot use ${path}: ${why}`)])
  }
}

function missing(path: string): string {
  return `there is no ${path}, and this database has been written with keys: put the key file back from its own backup`
}

/** Whole or not at all, and never over one that is there: two servers may start at once. */
function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const aside = `${path}.${process.pid}`
  const file = openSync(aside, 'wx', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
  try {
    linkSync(aside, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(aside)
  }
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
