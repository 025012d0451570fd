import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statement } from '../backup/table-shape.ts'
import { DATABASES, newClinic, openTestServer, type TestServer } from '../testing/harness.ts'
import { asWorker, inScope, type Scope, type Trx } from './database.ts'
import {
  APPEND_ONLY_TABLES,
  LOCAL_TABLES,
  PATIENT_TABLES,
  REFERENCE_TABLES,
  TENANT_TABLES,
} from './tenant-tables.ts'

describe.each(DATABASES)('the schema on %s', (kind) => {
  let server: TestServer
  const clinics: string[] = []
  const patients = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2']
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinics.push(await newClinic(server), await newClinic(server))
    for (const clinicId of clinics) {
      for (const table of TENANT_TABLES) {
        if (table !== 'clinic') await addRows(server, table, clinicId)
      }
    }
  })
  afterAll(() => server.close())

  /** One row of each patient in any table, made up from what its columns take. */
  async function addRows({ deps }: TestServer, table: string, clinicId: string): Promise<void> {
    const columns = await statement<{ name: string; type: string }>(
      deps.db,
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = current_schema() and table_name = $1 and (is_nullable = 'NO' or column_name = 'patient_id')`,
      [table],
    )
    for (const patientId of patients) {
      const values = columns.map(({ name, type }) =>
        name === 'state' ? stateIn(table) : madeUp(name, type, { clinicId, patientId }),
      )
      const names = columns.map(({ name }) => `"${name}"`)
      await statement(
        deps.db,
        `insert into ${table} (${names.join(', ')}) values (${values.join(', ')})`,
      )
    }
  }

  const rows = <T>(text: string, ...parameters: unknown[]): Promise<readonly T[]> =>
    statement<T>(server.deps.db, text, parameters)
  const names = async (text: string): Promise<readonly string[]> =>
    (await rows<{ name: string }>(text)).map(({ name }) => name).sort()
  const withinClinic = <T>(scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T> =>
    inScope(server.deps.db, scope, work)
  const first = (): string => clinics[0] ?? ''

  it('has every table in exactly one of the lists', async () => {
    const tables = await names(
      `select relname as name from pg_class where relnamespace = current_schema()::regnamespace
       and relkind in ('r', 'p') and relname not like 'kysely%'`,
    )
    expect([...TENANT_TABLES, ...REFERENCE_TABLES, ...LOCAL_TABLES].sort()).toEqual(tables)
    for (const list of [PATIENT_TABLES, APPEND_ONLY_TABLES])
      expect(list.filter((one) => !TENANT_TABLES.some((table) => table === one))).toEqual([])
    expect(
      await names(
        `select table_name as name from information_schema.columns
         where table_schema = current_schema() and column_name = 'patient_id' and is_nullable = 'NO'
           and table_name <> 'erasure'`,
      ),
    ).toEqual(PATIENT_TABLES.filter((one) => one !== 'delivery').toSorted())
  })

  it('has the clinic first in every key and every unique index of a tenant table', async () => {
    const keys = await rows<{ table: string; first: string; primary: boolean }>(
      `select c.relname as "table", a.attname as first, i.indisprimary as "primary" from pg_index i
       join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where c.relname = any($1::text[]) and i.indisunique`,
      TENANT_TABLES,
    )
    expect(keys.filter((one) => one.first !== 'clinic_id')).toEqual([])
    const withKey = keys.filter((one) => one.primary).map((one) => one.table)
    expect(withKey.sort()).toEqual([...TENANT_TABLES])
  })

  it('finds the rows of one patient by an index in every table of patients', async () => {
    const indexed = await rows<{ table: string }>(
      `select distinct c.relname as "table" from pg_index i
       join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       join pg_attribute b on b.attrelid = c.oid and b.attnum = i.indkey[1]
       where a.attname = 'clinic_id' and b.attname = 'patient_id' and i.indpred is null`,
    )
    const found = new Set(indexed.map(({ table }) => table))
    expect(PATIENT_TABLES.filter((table) => !found.has(table))).toEqual([])
  })

  it('has no foreign key from or to a tenant table', async () => {
    expect(
      await rows(
        `select conname from pg_constraint where contype = 'f' and
         (conrelid::regclass::text = any($1::text[]) or confrelid::regclass::text = any($1::text[]))`,
        TENANT_TABLES,
      ),
    ).toEqual([])
  })

  it('has row-level security on every tenant table, forced, with the rules of both roles', async () => {
    const secured = await rows<{ name: string }>(
      `select relname as name from pg_class c where relrowsecurity and relforcerowsecurity
       and relnamespace = current_schema()::regnamespace
       and exists (select from pg_policy p where p.polrelid = c.oid and polname = 'tenant')
       and exists (select from pg_policy p where p.polrelid = c.oid and polname = 'keeper')`,
    )
    expect(secured.map(({ name }) => name).sort()).toEqual([...TENANT_TABLES])
  })

  it('has no role that row-level security does not hold for', async () => {
    const roles = await rows(
      `select rolname from pg_roles where rolname like 'afterglow\\_%' and
       (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    )
    expect(roles).toEqual([])
    // Membership would let a tenant become somebody who may do more.
    const members = await rows(
      `select pg_get_userbyid(roleid) from pg_auth_members where pg_get_userbyid(member) like 'afterglow\\_%'`,
    )
    expect(members).toEqual([])
  })

  it.each(TENANT_TABLES)(
    'shows of %s the rows of the clinic that is named, else none',
    async (table) => {
      const seen = (trx: Trx) =>
        statement<{ clinic: string }>(trx, `select clinic_id as clinic from ${table}`)
      const own = await withinClinic({ clinicId: first() }, seen)
      expect(new Set(own.map(({ clinic }) => clinic))).toEqual(new Set([first()]))
      const without = await server.deps.db.transaction().execute(async (trx) => {
        await statement(trx, 'set local role afterglow_tenant')
        return seen(trx)
      })
      expect(without).toEqual([])
    },
  )

  it.each(PATIENT_TABLES)('shows of %s one patient where one is named', async (table) => {
    const [patientId = ''] = patients
    const seen = await withinClinic({ clinicId: first(), patientId }, (trx) =>
      statement<{ patient: string }>(trx, `select patient_id as patient from ${table}`),
    )
    expect(new Set(seen.map(({ patient }) => patient))).toEqual(new Set([patientId]))
  })

  it.each(PATIENT_TABLES)('shows of %s the patients who are named, and no other', async (table) => {
    const seen = (patientId?: readonly string[]) =>
      withinClinic({ clinicId: first(), patientId }, (trx) =>
        statement<{ patient: string }>(trx, `select patient_id as patient from ${table}`),
      )
    const [all, named] = [await seen(), await seen(patients.slice(0, 2))]
    expect(new Set(all.map(({ patient }) => patient))).toEqual(new Set(patients))
    expect(new Set(named.map(({ patient }) => patient))).toEqual(new Set(patients.slice(0, 2)))
  })

  it.each(TENANT_TABLES)('takes into %s no row of another clinic', async (table) => {
    const [, other = ''] = clinics
    const moving = withinClinic({ clinicId: first() }, (trx) =>
      statement(
        trx,
        `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('clinic_id', $1::text))).*
         from ${table} t limit 1`,
        [other],
      ),
    )
    await expect(moving).rejects.toMatchObject({ code: '42501' })
  })

  it.each(APPEND_ONLY_TABLES)(
    'lets a clinic neither change nor remove rows of %s',
    async (table) => {
      for (const text of [`update ${table} set clinic_id = clinic_id`, `delete from ${table}`]) {
        const changing = withinClinic({ clinicId: first() }, (trx) => statement(trx, text))
        await expect(changing).rejects.toMatchObject({ code: '42501' })
      }
    },
  )

  it.each(LOCAL_TABLES)('shows a clinic nothing of %s', async (table) => {
    const reading = withinClinic({ clinicId: first() }, (trx) =>
      statement(trx, `select 1 from ${table}`),
    )
    await expect(reading).rejects.toMatchObject({ code: '42501' })
  })

  it('shows the worker which clinics there are, what is due, what waits and what staff were not told, and nothing else', async () => {
    const { db } = server.deps
    const due = await asWorker(db, (trx) =>
      statement<{ clinic_id: string }>(trx, 'select clinic_id, due_at from wake'),
    )
    expect(new Set(due.map((row) => row.clinic_id))).toEqual(new Set(clinics))
    const allowed = await rows<{ may: string }>(
      `select table_name || '.' || column_name as may from information_schema.column_privileges
       where grantee = 'afterglow_worker' order by 1`,
    )
    expect(allowed.map(({ may }) => may)).toEqual([
      'alert.clinic_id',
      'alert.raised_at',
      'alert.urgency',
      'clinic.clinic_id',
      'delivery.clinic_id',
      'delivery.settled_at',
      'wake.clinic_id',
      'wake.due_at',
    ])
    for (const table of ['wake', 'alert', 'delivery']) {
      const reading = asWorker(db, (trx) => statement(trx, `select patient_id from ${table}`))
      await expect(reading).rejects.toMatchObject({ code: '42501' })
    }
  })
})

/** What came after PostgreSQL 15; each with its release. */
const TOO_NEW = [
  /\buuidv7\s*\(/i,
  /\buuidv4\s*\(/i,
  /\bjson_table\b/i,
  /\bjson_(?:query|value|exists|scalar|serialize)\s*\(/i,
  /\bjson_(?:array|object)agg\s*\(/i,
  /\bis json\b/i,
  /\bany_value\s*\(/i,
  /\brandom_normal\s*\(/i,
  /\barray_(?:shuffle|sample|reverse|sort)\s*\(/i,
  /\bmerge\b[^;]*\breturning\b/i,
  /\bwhen not matched by source\b/i,
  /\bon_error\b/i,
  /\breturning\s+(?:with\s*\(|old\.|new\.)/i,
  /\bgenerated always as\s*\([^;]*\)\s*virtual\b/i,
  /\bwithout overlaps\b/i,
  /\btransaction_timeout\b/i,
  /\b0x[0-9a-f]+\b/i,
]

it('has nothing in its steps that PostgreSQL 15 does not know', () => {
  const folder = join(import.meta.dirname, 'migrations')
  const steps = readdirSync(folder).filter((name) => /^\d{4}-/.test(name))
  expect(steps.length).toBeGreaterThan(2)
  const found = steps.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return TOO_NEW.flatMap((pattern) => pattern.exec(text)?.map((what) => `${name}: ${what}`) ?? [])
  })
  expect(found).toEqual([])
})

function stateIn(table: string): string {
  return table === 'patient' ? `'active'` : `'queued'`
}

function madeUp(
  name: string,
  type: string,
  { clinicId, patientId }: { readonly clinicId: string; readonly patientId: string },
): string {
  const end = patientId.slice(-1)
  if (name === 'clinic_id') return `'${clinicId}'`
  if (type === 'uuid') return `'${patientId}'`
  if (type === 'timestamp with time zone') return 'now()'
  if (type === 'bytea') return `'\\x0${end}'`
  if (type === 'integer' || type === 'bigint') return end
  if (type === 'boolean') return 'false'
  if (type === 'json' || type === 'jsonb') return `'{}'`
  return `'${end}'`
}
