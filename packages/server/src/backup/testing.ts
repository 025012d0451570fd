import { randomBytes } from 'node:crypto'
import type { Database } from '../store/database.ts'
import type { TestServer } from '../testing/harness.ts'
import { writeBackup, type Written } from './backup.ts'
import { ALL_TABLES } from './backup-format.ts'
import { writeKeys } from './keys.ts'
import type { BackupFile } from './read-backup.ts'
import { restoreBackup, type Restoring } from './restore.ts'
import { shapesOf, statement, textOf } from './table-shape.ts'

/** A backup held in memory. */
export interface Copies {
  readonly data: string
  readonly keys: string
}

export async function textWritten(
  work: (write: (text: string) => Promise<void>) => Promise<Written>,
): Promise<string> {
  let written = ''
  await work(async (text) => void (written += text))
  return written
}

export async function copiesOf({ deps }: TestServer, id = deps.createId()): Promise<Copies> {
  const { db, masterKeys } = deps
  const photos = { from: deps.blobs, to: null }
  const at = deps.now()
  return {
    data: await textWritten((write) => writeBackup(db, { write, at, id, photos })),
    keys: await textWritten((write) => writeKeys(db, { write, at, id, masterKeys })),
  }
}

export function fileOf(name: string, text: string): BackupFile {
  return {
    name,
    // Small pieces, so that lines are cut where a disk's blocks end.
    bytes: async function* () {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; at += 4_093) yield bytes.subarray(at, at + 4_093)
    },
  }
}

export function restoreInto(
  { deps }: TestServer,
  { data, keys }: Copies,
  more: Partial<Restoring> = {},
): ReturnType<typeof restoreBackup> {
  return restoreBackup(deps.db, {
    data: fileOf('data file', data),
    keys: fileOf('keys file', keys),
    erasures: [],
    at: deps.now(),
    randomBytes: (count) => randomBytes(count),
    send: deps.queue.send,
    photos: null,
    install: async () => {},
    ...more,
  })
}

/** Every row of every table as text, by table; read as the superuser that tests are. */
export async function allRows(
  db: Database,
  leftOut: readonly string[] = [],
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const shapes = await shapesOf(db, ALL_TABLES)
  const found: Record<string, readonly unknown[]> = {}
  for (const [name, { columns, key }] of shapes) {
    if (leftOut.includes(name)) continue
    const values = columns.map((column) => `${textOf(column)} as "${column.name}"`).join(', ')
    const order = key.map((column) => `"${column.name}"`).join(', ')
    found[name] = await statement(db, `select ${values} from ${name} order by ${order}`)
  }
  return found
}
