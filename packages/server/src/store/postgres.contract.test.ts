import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../testing/postgres-server.ts'
import { openPostgres } from './postgres.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
}, 120_000)
afterAll(() => server.stop(), 60_000)

interface Opened {
  readonly db: Kysely<unknown>
  readonly errors: readonly Error[]
  readonly close: () => Promise<void>
}

function open(url = server.url): Opened {
  const errors: Error[] = []
  const { dialect, close } = openPostgres({ url, poolSize: 2, onError: (e) => errors.push(e) })
  return { db: new Kysely<unknown>({ dialect }), errors, close }
}

async function pidOf(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  return rows[0]?.pid ?? -1
}

it('survives a connection that is dropped while idle, and one in the middle of a transaction', async () => {
  const [victim, killer] = [open(), open()]
  const idle = await pidOf(victim.db)
  await sql`select pg_terminate_backend(${idle})`.execute(killer.db)
  await expect.poll(() => victim.errors.length, { timeout: 10_000 }).toBeGreaterThan(0)
  const dropped = victim.db.transaction().execute(async (trx) => {
    const busy = await pidOf(trx)
    const seen = victim.errors.length
    await sql`select pg_terminate_backend(${busy})`.execute(killer.db)
    await expect.poll(() => victim.errors.length, { timeout: 10_000 }).toBeGreaterThan(seen)
    await sql`select 1`.execute(trx)
  })
  await expect(dropped).rejects.toThrow(/terminat|not queryable|closed/)
  expect(await pidOf(victim.db)).toBeGreaterThan(0)
  await Promise.all([victim.close(), killer.close()])
})

it('is named, limited in time and reads times as UTC, whatever the database says', async () => {
  const { db, close } = open()
  const { rows } = await sql`
    select current_setting('application_name') as name,
           current_setting('statement_timeout') as statement,
           current_setting('idle_in_transaction_session_timeout') as idle,
           current_setting('TimeZone') as zone`.execute(db)
  expect(rows).toEqual([{ name: 'afterglow', statement: '30s', idle: '30s', zone: 'UTC' }])
  await close()
})

it('does not fall back to a plain connection when the URL asks for an encrypted one', async () => {
  const url = new URL(server.url)
  url.searchParams.set('sslmode', 'verify-full')
  const { db, close } = open(url.href)
  await expect(sql`select 1`.execute(db)).rejects.toThrow(/SSL|certificate/)
  await close()
})

it('closes twice, and after Kysely has', async () => {
  const { db, close } = open()
  await pidOf(db)
  await db.destroy()
  await expect(Promise.all([close(), close()])).resolves.toHaveLength(2)
})
