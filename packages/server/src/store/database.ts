import type { Instant } from '@afterglow/engine'
import {
  CamelCasePlugin,
  type Dialect,
  Kysely,
  type RawBuilder,
  sql,
  type Transaction,
} from 'kysely'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Trx = Transaction<Tables>

/** A database of either kind, its names in our case; JSON columns are left as they are. */
export function createDatabase(dialect: Dialect): Database {
  return new Kysely<Tables>({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** Whose rows a transaction may see: a clinic's, or of one of its patients alone, or of those whose requests it does together. */
export interface Scope {
  readonly clinicId: string
  readonly patientId?: string | readonly string[] | undefined
}

/** Runs `work` in one transaction that sees the rows of `scope` and no others, whatever it asks for. */
export async function inScope<T>(
  db: Database,
  scope: Scope,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await enterScope(trx, scope)
    return work(trx)
  })
}

/** Utility statements and not `set_config`: a cluster carries only these to its workers. */
export async function enterScope(trx: Trx, { clinicId, patientId }: Scope): Promise<void> {
  const clinic = uuidOf(clinicId)
  const patients = patientId === undefined ? '' : [patientId].flat().map(uuidOf).join(',')
  await sql
    .raw(
      `set local role afterglow_tenant; set local afterglow.clinic = '${clinic}'; set local afterglow.patient = '${patients}'`,
    )
    .execute(trx)
}

/**
 * A part of a transaction that is in the scope of patients, in the scope of their whole clinic: what goes to its staff is
 * none of the patients' rows.
 */
export async function asClinic<T>(trx: Trx, clinicId: string, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ patient: string | null }>`
    select nullif(current_setting('afterglow.patient', true), '') as patient`.execute(trx)
  const patientId = rows[0]?.patient?.split(',')
  if (patientId === undefined) return work()
  await enterScope(trx, { clinicId })
  const done = await work()
  await enterScope(trx, { clinicId, patientId })
  return done
}

/** Back to the server's own role, for what belongs to no clinic (the job queue) in the same transaction. */
export async function leaveScope(trx: Trx): Promise<void> {
  await sql.raw(`set local role none`).execute(trx)
}

/**
 * Runs `work` as the role that sees of all clinics which have something due, how long open alerts wait and when mail to staff
 * was given up, and nothing else.
 */
export async function asWorker<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql.raw(`set local role afterglow_worker`).execute(trx)
    return work(trx)
  })
}

/** A part of a transaction by the role that may remove what others may only add; it is in `scope`, and is so again afterwards. */
export async function byEraser<T>(trx: Trx, scope: Scope, work: () => Promise<T>): Promise<T> {
  await sql.raw(`set local role none; set local role afterglow_eraser`).execute(trx)
  const done = await work()
  await leaveScope(trx)
  await enterScope(trx, scope)
  return done
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** It goes into a statement as it is, so nothing but a UUID may pass. */
function uuidOf(text: string): string {
  if (!isUuid(text)) throw new Error('a scope is named by a UUID')
  return text
}

/** A time as it is written, to the millisecond. */
export function timestampOf(at: Instant): string {
  return new Date(at).toISOString()
}

/** A time to compare a column with. */
export function timeValue(at: Instant): RawBuilder<Instant> {
  return sql<Instant>`${timestampOf(at)}::timestamptz`
}

export function optionalTimestamp(at: Instant | null | undefined): string | null {
  return at === null || at === undefined ? null : timestampOf(at)
}

/** A JSON column as it is written. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value)
}
