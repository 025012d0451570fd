import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, startPostgres } from '../testing/postgres-server.ts'
import { openCopy, templates } from '../testing/templates.ts'
import { embeddedDialect } from './embedded/dialect.ts'
import { openPostgres } from './postgres.ts'

interface Tables {
  readonly person: { readonly id: number; readonly name: string }
}

interface Opened {
  readonly db: Kysely<Tables>
  readonly close: () => Promise<void>
}

const drivers: readonly (readonly [name: string, open: () => Promise<Opened>])[] = [
  ['embedded', openEmbeddedDriver],
  ['postgres', openPostgresDriver],
]

async function openEmbeddedDriver(): Promise<Opened> {
  const embedded = await openCopy(templates().emptyFolder)
  const db = new Kysely<Tables>({ dialect: embeddedDialect(embedded) })
  return { db, close: () => db.destroy() }
}

async function openPostgresDriver(): Promise<Opened> {
  const server = await startPostgres()
  const database = await createTestDatabase(server.url)
  const { dialect, close } = openPostgres({
    url: database.url,
    poolSize: 4,
    onError: () => {},
  })
  return {
    db: new Kysely<Tables>({ dialect }),
    close: async () => {
      await close()
      await database.drop()
      await server.stop()
    },
  }
}

describe.each(drivers)('%s', (_, open) => {
  let opened: Opened
  let db: Kysely<Tables>

  beforeAll(async () => {
    opened = await open()
    db = opened.db
    await sql`create table person (id int8 primary key, name text not null)`.execute(db)
  }, 120_000)
  afterAll(() => opened.close(), 60_000)

  async function valueOf(expression: string): Promise<unknown> {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(
      db,
    )
    return rows[0]?.value
  }

  it.each([
    ['42::int8', 42],
    ['(select count(*) from generate_series(1, 3))', 3],
    ['(select sum(n) from generate_series(1, 3) n)', 6],
    ['12.50::numeric(6, 2)', 12.5],
    ['1.5::float8', 1.5],
    ['true', true],
    ['null::int8', null],
    [`'2026-11-22 10:45:00.123456+04'::timestamptz`, Date.parse('2026-11-22T06:45:00.123Z')],
    [`'2026-11-22 10:45:00'::timestamp`, Date.parse('2026-11-22T10:45:00Z')],
    [`'2024-02-29'::date`, '2024-02-29'],
    [`'01:30:00'::time`, '01:30:00'],
    [`'1 day 02:00:00'::interval`, '1 day 02:00:00'],
    [String.raw`'\x00ff10'::bytea`, Uint8Array.of(0, 255, 16)],
    [`'{"a": [1, null, "ü"]}'::jsonb`, { a: [1, null, 'ü'] }],
    [`'"text"'::json`, 'text'],
    [`'0190b6f0-0000-7000-8000-000000000001'::uuid`, '0190b6f0-0000-7000-8000-000000000001'],
    [
      String.raw`array['a,b', 'say "x"', '\', null, 'NULL', '']`,
      ['a,b', 'say "x"', '\\', null, 'NULL', ''],
    ],
    ['array[1, 9007199254740991]::int8[]', [1, 9_007_199_254_740_991]],
    [
      `array['0190b6f0-0000-7000-8000-000000000001']::uuid[]`,
      ['0190b6f0-0000-7000-8000-000000000001'],
    ],
    [`'{}'::text[]`, []],
    [`'(1,2)'::point`, '(1,2)'],
  ])('reads %s as the same value', async (expression, expected) => {
    expect(await valueOf(expression)).toStrictEqual(expected)
  })

  it('rejects a whole number that a number cannot hold, and goes on', async () => {
    await expect(valueOf('9007199254740993::int8')).rejects.toThrow('too large')
    expect(await valueOf('1')).toBe(1)
  })

  it.each([
    ['bytea', Uint8Array.of(0, 92, 255), Uint8Array.of(0, 92, 255)],
    ['timestamptz', '2026-11-22T06:45:00.123Z', Date.parse('2026-11-22T06:45:00.123Z')],
    ['timestamptz', new Date('2026-11-22T06:45:00.123Z'), Date.parse('2026-11-22T06:45:00.123Z')],
    ['date', '2024-02-29', '2024-02-29'],
    ['jsonb', '{"a":[1]}', { a: [1] }],
    ['jsonb', { a: [1] }, { a: [1] }],
    ['boolean', false, false],
    ['int8', 9_007_199_254_740_991, 9_007_199_254_740_991],
    ['int8', 9_007_199_254_740_991n, 9_007_199_254_740_991],
    ['numeric', 0.1, 0.1],
    ['text', String.raw`a'b"c\d`, String.raw`a'b"c\d`],
    ['text[]', ['a,b', String.raw`"\ `, null, '{}'], ['a,b', String.raw`"\ `, null, '{}']],
    ['int8[]', [1, 2], [1, 2]],
    ['text', null, null],
  ])('writes a %s parameter and reads it back', async (type, parameter, expected) => {
    const { rows } = await sql<{
      value: unknown
    }>`select ${parameter}::${sql.raw(type)} as value`.execute(db)
    expect(rows[0]?.value).toStrictEqual(expected)
  })

  it('runs several statements without parameters as one', async () => {
    await sql`insert into person values (100, 'a'); insert into person values (101, 'b')`.execute(
      db,
    )
    const found = await db.selectFrom('person').select('id').where('id', '>=', 100).execute()
    expect(found).toEqual([{ id: 100 }, { id: 101 }])
  })

  it('counts the rows that a statement changed', async () => {
    const inserted = await db
      .insertInto('person')
      .values([
        { id: 110, name: 'a' },
        { id: 111, name: 'b' },
      ])
      .executeTakeFirstOrThrow()
    expect(inserted.numInsertedOrUpdatedRows).toBe(2n)
    const updated = await db
      .updateTable('person')
      .set({ name: 'c' })
      .where('id', '=', 112)
      .executeTakeFirstOrThrow()
    expect(updated.numUpdatedRows).toBe(0n)
  })

  it('says which constraint of which table failed', async () => {
    await db.insertInto('person').values({ id: 1, name: 'a' }).execute()
    await expect(
      db.insertInto('person').values({ id: 1, name: 'b' }).execute(),
    ).rejects.toMatchObject({
      code: '23505',
      table: 'person',
      constraint: 'person_pkey',
      detail: 'Key (id)=(1) already exists.',
    })
    await expect(sql`insert into person values (2, null)`.execute(db)).rejects.toMatchObject({
      code: '23502',
      column: 'name',
    })
  })

  it('undoes a transaction that throws, and the part after a savepoint', async () => {
    const fails = db.transaction().execute(async (trx) => {
      await trx.insertInto('person').values({ id: 200, name: 'a' }).execute()
      throw new Error('changed my mind')
    })
    await expect(fails).rejects.toThrow('changed my mind')
    const trx = await db.startTransaction().execute()
    await trx.insertInto('person').values({ id: 201, name: 'kept' }).execute()
    const after = await trx.savepoint('before "202"').execute()
    await after.insertInto('person').values({ id: 202, name: 'undone' }).execute()
    await after.rollbackToSavepoint('before "202"').execute()
    await trx.commit().execute()
    const found = await db
      .selectFrom('person')
      .select('id')
      .where('id', '>=', 200)
      .where('id', '<=', 202)
      .execute()
    expect(found).toEqual([{ id: 201 }])
  })

  it('sets the isolation level and the access mode', async () => {
    const level = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx) => {
        const { rows } = await sql<{
          isolation: string
          readonly: string
        }>`select current_setting('transaction_isolation') as isolation,
                  current_setting('transaction_read_only') as readonly`.execute(trx)
        return rows[0]
      })
    expect(level).toEqual({ isolation: 'repeatable read', readonly: 'on' })
  })

  it('does not report a commit that the database turned into a rollback', async () => {
    const swallowed = db.transaction().execute(async (trx) => {
      await trx.insertInto('person').values({ id: 300, name: 'a' }).execute()
      await sql`select 1 / 0`.execute(trx).catch(() => {})
    })
    await expect(swallowed).rejects.toThrow('rolled back instead of committed')
    expect(await db.selectFrom('person').selectAll().where('id', '=', 300).execute()).toEqual([])
  })
})
