import { createHash, type Hash } from 'node:crypto'
import type { Instant } from '@afterglow/engine'
import type { BlobStore } from '../photo/index.ts'
import { type Database, timestampOf } from '../store/database.ts'
import { FORMAT, type Header, type Part, type Row, TABLES_OF, VERSION } from './backup-format.ts'
import { type PhotoFolder, photoLines } from './photos.ts'
import {
  enterTable,
  shapesOf,
  statement,
  type TableShape,
  textOf,
  valueOf,
  withoutTimeouts,
} from './table-shape.ts'

/** Writes on; resolves once more may be written. */
export type Write = (text: string) => Promise<void>

export interface Backup {
  readonly write: Write
  readonly at: Instant
  readonly id: string
  /** Where the photos are; left out, the backup names none. */
  readonly photos?: Photos | undefined
}

export interface Photos {
  readonly from: BlobStore
  /** Copied there as well. */
  readonly to: PhotoFolder | null
}

export interface Written {
  readonly rows: Readonly<Record<string, number>>
  readonly photos: number
}

/** Writes everything but the keys, as it is at one instant. It is of no use without the file of `writeKeys`. */
export async function writeBackup(db: Database, backup: Backup): Promise<Written> {
  return writePart(db, { ...backup, part: 'data', head: {} })
}

export interface PartToWrite extends Backup {
  readonly part: Part
  /** What the first line says beside what every part's says, before that. */
  readonly head: Partial<Header>
}

/** In pages and in one transaction: the copy is of one instant, and memory stays flat. */
export async function writePart(db: Database, part: PartToWrite): Promise<Written> {
  const lines = linesTo(part.write)
  const rows = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await withoutTimeouts(trx)
      await lines.add([{ ...part.head, ...(await headerOf(trx, part)) }])
      return writeTables(trx, part.part, lines.add)
    })
  const { at } = part
  const photos = part.photos === undefined ? 0 : await photoLines({ ...part.photos, at }, lines.add)
  await lines.end({ rows, photos })
  return { rows, photos }
}

async function headerOf(db: Database, { part, id, at }: PartToWrite): Promise<Header> {
  const [last] = await statement<{ name: string }>(
    db,
    'select name from kysely_migration order by name desc limit 1',
  )
  const createdAt = timestampOf(at)
  return { format: FORMAT, version: VERSION, part, id, schema: last?.name ?? '', createdAt }
}

type AddLines = (values: readonly unknown[]) => Promise<void>

async function writeTables(
  db: Database,
  part: Part,
  add: AddLines,
): Promise<Readonly<Record<string, number>>> {
  const shapes = await shapesOf(db, TABLES_OF[part])
  const counts: Record<string, number> = {}
  for (const name of TABLES_OF[part]) {
    const shape = shapes.get(name)
    // A table of a later step of the schema is not there yet.
    if (shape === undefined) continue
    await add([{ table: name, columns: shape.columns }])
    counts[name] = 0
    for await (const page of pagesOf(db, shape)) {
      await add(page)
      counts[name] += page.length
    }
  }
  return counts
}

const PAGE = 250

async function* pagesOf(db: Database, shape: TableShape): AsyncGenerator<readonly Row[]> {
  await enterTable(db, shape.name)
  const keyAt = shape.key.map(({ name }) => shape.columns.findIndex((one) => one.name === name))
  let after: Row = []
  for (;;) {
    const found = await statement<Readonly<Record<string, string | null>>>(
      db,
      pageQuery(shape, after.length > 0),
      after,
    )
    const page = found.map((row) => shape.columns.map((_, k) => row[`c${k}`] ?? null))
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = keyAt.map((k) => last[k] ?? null)
  }
}

function pageQuery({ name, columns, key }: TableShape, isLater: boolean): string {
  const selected = columns.map((column, k) => `${textOf(column)} as c${k}`).join(', ')
  const keys = key.map((column) => `"${column.name}"`).join(', ')
  const bounds = key.map((column, k) => valueOf(column, `$${k + 1}::text`)).join(', ')
  const where = isLater ? ` where (${keys}) > (${bounds})` : ''
  return `select ${selected} from ${name}${where} order by ${keys} limit ${PAGE}`
}

interface LineWriter {
  readonly add: AddLines
  readonly end: (counts: Written) => Promise<void>
}

function linesTo(write: Write): LineWriter {
  const hash: Hash = createHash('sha256')
  const add: AddLines = async (values) => {
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join('')
    hash.update(text)
    await write(text)
  }
  const end = async (counts: Written): Promise<void> => {
    const footer = { end: true, ...counts, sha256: hash.digest('hex') }
    await write(`${JSON.stringify(footer)}\n`)
  }
  return { add, end }
}
