import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCopy, templates } from '../../testing/templates.ts'
import { embeddedDialect } from './dialect.ts'

const STUCK_AFTER_MS = 200

let db: Kysely<{ readonly entry: { readonly id: number } }>

beforeAll(async () => {
  const embedded = await openCopy(templates().emptyFolder)
  db = new Kysely({ dialect: embeddedDialect(embedded, STUCK_AFTER_MS) })
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

it('has others wait for a transaction that only reads, however long it takes', async () => {
  let other: Promise<unknown> = Promise.resolve()
  await db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      other = db.selectFrom('entry').selectAll().execute()
      await sleep(3 * STUCK_AFTER_MS)
      await trx.selectFrom('entry').selectAll().execute()
    })
  expect(await other).toEqual([{ id: 2 }])
})

it('reports a query that waits for the transaction it is awaited in, and goes on', async () => {
  const deadlock = db.transaction().execute(() => db.selectFrom('entry').selectAll().execute())
  await expect(deadlock).rejects.toThrow('use the transaction and nothing else')
  expect(await db.selectFrom('entry').selectAll().execute()).toEqual([{ id: 2 }])
})
