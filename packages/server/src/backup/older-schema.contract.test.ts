import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMasterKeys } from '../seal/index.ts'
import { createClinic } from '../store/clinic-settings.ts'
import { createDatabase, type Database, inScope } from '../store/database.ts'
import { embeddedDialect } from '../store/embedded/dialect.ts'
import { migrate } from '../store/migrate.ts'
import { MIGRATIONS } from '../store/migrations/index.ts'
import { createPatient, NO_PREFERENCES, openPatient } from '../store/patient-record.ts'
import { openPostgres } from '../store/postgres.ts'
import { DATABASES, openTestServer, START } from '../testing/harness.ts'
import { createTestDatabase, startPostgres } from '../testing/postgres-server.ts'
import { openCopy, templates } from '../testing/templates.ts'
import { writeBackup } from './backup.ts'
import { writeKeys } from './keys.ts'
import { shapesOf, statement } from './table-shape.ts'
import { ALL_TABLES } from './backup-format.ts'
import { type Copies, restoreInto, textWritten } from './testing.ts'

const STEPS = Object.keys(MIGRATIONS)
/** Rows belong to somebody from the second step on; the last one is this release's own. */
const OLDER = STEPS.slice(1, -1)
/** An embedded database takes long to make: there the oldest step, which is followed by all others. */
const TRIED = { embedded: OLDER.slice(0, 1), postgres: OLDER } as const

const CLINIC = randomUUID()
const PATIENT = randomUUID()
const masterKeys = createMasterKeys((count) => randomBytes(count))
const now = () => START

/** A clinic with a patient, in a database that no later release has seen. */
async function fill(db: Database): Promise<void> {
  const deps = { masterKeys, now, shelf: { current: [] } }
  const clinic = { clinicId: CLINIC, name: 'Riverside', zone: 'Asia/Dubai', country: null }
  const identity = { name: 'Aisha Rahman', email: 'a@example.org', phone: null, reference: null }
  const patient = { patientId: PATIENT, zone: 'Asia/Dubai', locale: 'en', identity }
  await inScope(db, { clinicId: CLINIC }, async (trx) => {
    await createClinic(trx, { ...clinic, locale: 'en' }, START)
    // Of the shelf a new patient takes what is current, and no more.
    await createPatient(trx, deps as unknown as Parameters<typeof createPatient>[1], {
      clinicId: CLINIC,
      patient: { ...patient, preferences: NO_PREFERENCES },
    })
  })
}

async function copiesOf(db: Database): Promise<Copies> {
  const base = { at: START, id: randomUUID() }
  return {
    data: await textWritten((write) => writeBackup(db, { ...base, write })),
    keys: await textWritten((write) => writeKeys(db, { ...base, write, masterKeys })),
  }
}

describe.each(DATABASES)('a backup of an older schema, from %s', (kind) => {
  let server: Awaited<ReturnType<typeof startPostgres>> | null
  beforeAll(async () => {
    server = kind === 'postgres' ? await startPostgres() : null
  })
  afterAll(async () => server?.stop())

  async function atStep(step: string): Promise<Copies> {
    const { db, close } = await emptyDatabase(server?.url)
    try {
      await migrate(db, step)
      await fill(db)
      return await copiesOf(db)
    } finally {
      await close()
    }
  }

  it.each(TRIED[kind])('at %s is restored and brought up to date', async (step) => {
    const copies = await atStep(step)
    expect(JSON.parse(copies.data.split('\n')[0] ?? '')).toMatchObject({ schema: step })
    const target = await openTestServer(kind)
    try {
      const { db } = target.deps
      const shapes = await shapesOf(db, ALL_TABLES)
      const restored = await restoreInto(target, copies)
      expect(restored).toMatchObject({ ok: true, value: { schema: step } })
      expect(await stepsOf(db)).toEqual(STEPS)
      expect(await shapesOf(db, ALL_TABLES)).toEqual(shapes)
      const deps = { ...target.deps, masterKeys }
      const record = await inScope(db, { clinicId: CLINIC }, (trx) =>
        openPatient(trx, deps, { clinicId: CLINIC, patientId: PATIENT }),
      )
      expect(record?.identity).toMatchObject({ name: 'Aisha Rahman', email: 'a@example.org' })
    } finally {
      await target.close()
    }
  })
})

it('of a later schema is refused', async () => {
  const { db, close } = await emptyDatabase(undefined)
  await migrate(db)
  await fill(db)
  await statement(db, `insert into kysely_migration (name, timestamp) values ('9999-later', '')`)
  const copies = await copiesOf(db)
  await close()
  const target = await openTestServer('embedded')
  const restored = await restoreInto(target, copies)
  expect(restored).toMatchObject({
    ok: false,
    issues: [{ diagnostics: expect.stringContaining('is of a later release (schema 9999-later)') }],
  })
  expect(await stepsOf(target.deps.db)).toEqual(STEPS)
  await target.close()
})

async function stepsOf(db: Database): Promise<readonly string[]> {
  const rows = await statement<{ name: string }>(db, 'select name from kysely_migration order by 1')
  return rows.map(({ name }) => name)
}

async function emptyDatabase(
  url: string | undefined,
): Promise<{ readonly db: Database; readonly close: () => Promise<void> }> {
  if (url === undefined) {
    const db = createDatabase(embeddedDialect(await openCopy(templates().emptyFolder)))
    return { db, close: () => db.destroy() }
  }
  const database = await createTestDatabase(url)
  const { dialect } = openPostgres({ url: database.url, poolSize: 2, onError: () => {} })
  const db = createDatabase(dialect)
  const close = async () => {
    await db.destroy()
    await database.drop()
  }
  return { db, close }
}
