import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { ALL_TABLES } from '../backup/backup-format.ts'
import { shapesOf, statement, textOf } from '../backup/table-shape.ts'
import { createTestDatabase, startPostgres } from '../testing/postgres-server.ts'
import { DATABASES, type DatabaseKind } from '../testing/harness.ts'
import { openCopy, templates } from '../testing/templates.ts'
import { createDatabase, type Database } from './database.ts'
import { embeddedDialect } from './embedded/dialect.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { openPostgres } from './postgres.ts'

const STEPS = Object.keys(MIGRATIONS)

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})
const servers: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of servers) await stop()
})

async function emptyDatabase(kind: DatabaseKind): Promise<Database> {
  if (kind === 'embedded') {
    const db = createDatabase(embeddedDialect(await openCopy(templates().emptyFolder)))
    closers.push(() => db.destroy())
    return db
  }
  const server = await startPostgres()
  servers.push(server.stop)
  const { url, drop } = await createTestDatabase(server.url)
  const db = createDatabase(openPostgres({ url, poolSize: 2, onError: () => {} }).dialect)
  closers.push(async () => {
    await db.destroy()
    await drop()
  })
  return db
}

/** A row in every table of a step, made up from what its columns take; the ids are one, so that references hold. */
async function fill(db: Database): Promise<void> {
  const id = randomUUID()
  const shapes = await shapesOf(db, ALL_TABLES)
  // Rows that others point at come first in the list.
  for (const table of ALL_TABLES.filter((name) => shapes.has(name))) {
    const columns = shapes.get(table)?.columns ?? []
    const names = columns.map((column) => `"${column.name}"`).join(', ')
    const values = columns.map((column) => madeUp(table, column, id)).join(', ')
    await statement(db, `insert into ${table} (${names}) values (${values})`)
  }
}

function madeUp(table: string, { name, type }: { name: string; type: string }, id: string): string {
  if (name === 'state') return table === 'patient' ? `'active'` : `'queued'`
  if (type === 'uuid') return `'${id}'`
  if (type === 'timestamp with time zone') return `timestamptz '2026-11-22 08:00:00.123456Z'`
  if (type === 'bytea') return `'\\x00ff'`
  if (type === 'integer' || type === 'bigint') return '7'
  if (type === 'boolean') return 'true'
  if (type === 'json' || type === 'jsonb') return `'{"b": 1, "a": [null, "\u2028"]}'`
  return type === 'text[]' ? `'{usb}'` : `'words'`
}

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

async function rowsOf(db: Database): Promise<Rows> {
  const found: Record<string, readonly Readonly<Record<string, unknown>>[]> = {}
  for (const [name, { columns }] of await shapesOf(db, ALL_TABLES)) {
    const values = columns.map((column) => `${textOf(column)} as "${column.name}"`).join(', ')
    found[name] = await statement(db, `select ${values} from ${name}`)
  }
  return found
}

describe.each(DATABASES)('migrations on %s', (kind) => {
  it.each(STEPS.slice(0, -1))('keep the rows of a database at %s', async (step) => {
    const db = await emptyDatabase(kind)
    await migrate(db, step)
    await fill(db)
    const before = await rowsOf(db)
    for (const [name, rows] of Object.entries(before)) expect(rows, name).toHaveLength(1)
    await migrate(db)
    // A later step may add tables and columns; what was there is as it was.
    expect(await rowsOf(db)).toMatchObject(before)
  })

  it('are done once: the second time there is nothing to do', async () => {
    const db = await emptyDatabase(kind)
    expect(await migrate(db)).toEqual(STEPS)
    expect(await migrate(db)).toEqual([])
  })
})
