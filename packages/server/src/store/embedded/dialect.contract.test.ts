import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { embeddedDialect } from './dialect.ts'
import { openEmbedded } from './embedded.ts'

let db: Kysely<{ readonly entry: { readonly id: number } }>

beforeAll(async () => {
  const opened = await openEmbedded({ folder: null })
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues))
  db = new Kysely({ dialect: embeddedDialect(opened.value, 200) })
  await sql`create table entry (id int8 primary key)`.execute(db)
}, 120_000)
afterAll(() => db.destroy(), 60_000)

it('keeps the statements of another caller out of an open transaction', async () => {
  let other: Promise<unknown> = Promise.resolve()
  const undone = db.transaction().execute(async (trx) => {
    await trx.insertInto('entry').values({ id: 1 }).execute()
    other = db.insertInto('entry').values({ id: 2 }).execute()
    await trx.selectFrom('entry').selectAll().execute()
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  await other
  expect(await db.selectFrom('entry').selectAll().execute()).toEqual([{ id: 2 }])
})

it('reports a query that waits for the transaction it is awaited in, and goes on', async () => {
  const deadlock = db.transaction().execute(() => db.selectFrom('entry').selectAll().execute())
  await expect(deadlock).rejects.toThrow('use the transaction and nothing else')
  expect(await db.selectFrom('entry').selectAll().execute()).toEqual([{ id: 2 }])
})
