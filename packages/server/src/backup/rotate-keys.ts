import type { Deps } from '../deps.ts'
import { isSuppressed, suppress } from '../deliver/suppression.ts'
import { clinicKey, type MasterKeys, rewrapped, seal, unseal } from '../seal/index.ts'
import { type Database, enterScope, type Trx } from '../store/database.ts'
import { openPatient, type PatientRecord, writeTerms } from '../store/patient-record.ts'
import { SEALED_COLUMNS, type SealedColumn, type SealedRow } from './sealed-columns.ts'
import { enterTable, statement } from './table-shape.ts'

type Rotating = Pick<Deps, 'masterKeys' | 'now'>

/** How many values were under another key than the current one, by table. */
export type Counts = Readonly<Record<string, number>>

const PAGE = 200

/**
 * Brings everything under the current master key: patients' keys with what they are found by, then what is sealed for
 * clinics and the server. Page by page, each committed: begun again, it goes on where it stopped. The servers are stopped.
 */
export async function resealAll(db: Database, rotating: Rotating): Promise<Counts> {
  const counts: Record<string, number> = { patient_key: await rewrapAll(db, rotating) }
  for (const column of SEALED_COLUMNS)
    counts[column.table] = await resealColumn(db, rotating, column)
  return counts
}

/** What is not under the current master key yet: with anything left, no older key may go. */
export async function leftUnderOldKeys(db: Database, masterKeys: MasterKeys): Promise<Counts> {
  const counts: Record<string, number> = {}
  for (const { table, column, only } of [PATIENT_KEYS, ...SEALED_COLUMNS]) {
    counts[table] = await db.transaction().execute(async (trx) => {
      await enterTable(trx, table)
      const where = `${isOld(column)} ${only === undefined ? '' : `and ${only}`}`
      const [row] = await statement<{ count: number }>(
        trx,
        `select count(*) as count from ${table} where ${where}`,
        [headOf(masterKeys)],
      )
      return row?.count ?? 0
    })
  }
  return counts
}

const PATIENT_KEYS: Pick<SealedColumn, 'table' | 'column' | 'only'> = {
  table: 'patient_key',
  column: 'wrapped',
}

/** The beginning of a sealed value: version, length and letters of the key's name (seal/envelope.ts). */
function headOf({ current }: MasterKeys): Uint8Array {
  return Uint8Array.from([1, current.length, ...Buffer.from(current)])
}

function isOld(column: string): string {
  return `"${column}" is not null and substring("${column}" from 1 for length($1::bytea)) <> $1::bytea`
}

const LEFT =
  'it is left as it was, and so is what comes after it. What was brought under the new key before it stays so, and the ' +
  'older keys stay in the key file: put the value back from a backup and run the command again'

interface KeyRow {
  readonly clinicId: string
  readonly patientId: string
  readonly wrapped: Uint8Array
}

async function rewrapAll(db: Database, rotating: Rotating): Promise<number> {
  let count = 0
  for (;;) {
    const done = await db.transaction().execute(async (trx) => {
      await enterTable(trx, 'patient_key')
      const page = await statement<KeyRow>(
        trx,
        `select clinic_id as "clinicId", patient_id as "patientId", wrapped from patient_key
         where ${isOld('wrapped')} limit ${PAGE}`,
        [headOf(rotating.masterKeys)],
      )
      for (const row of page) await rewrap(trx, rotating, row)
      return page.length
    })
    if (done === 0) return count
    count += done
  }
}

async function rewrap(trx: Trx, rotating: Rotating, row: KeyRow): Promise<void> {
  const { clinicId, patientId, wrapped } = row
  const anew = rewrapped(rotating.masterKeys, wrapped, row)
  if (!anew.ok) throw new Error(`the key of patient ${patientId} does not open: ${LEFT}`)
  await enterScope(trx, { clinicId })
  await trx
    .updateTable('patientKey')
    .set({ wrapped: anew.value })
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .execute()
  const record = await openPatient(trx, rotating, { clinicId, patientId })
  if (record !== null) await rewriteHashes(trx, rotating, record)
}

/** Keyed hashes open nothing, so they are made again from what they are of, in the same transaction as the key. */
async function rewriteHashes(trx: Trx, rotating: Rotating, record: PatientRecord): Promise<void> {
  const { clinicId, patientId, identity } = record
  // Who was merged into another has no terms: they are found under the other.
  const found = await trx
    .selectFrom('patientTerm')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .limit(1)
    .executeTakeFirst()
  if (found !== undefined) await writeTerms(trx, rotating, { clinicId, patientId, identity })
  for (const [channel, address] of [
    ['email', identity.email],
    ['sms', identity.phone],
  ] as const) {
    if (address === null) continue
    const place = { clinicId, channel, address }
    if (await isSuppressed(trx, rotating, place))
      await suppress(trx, rotating, { ...place, reason: 'rotated' })
  }
}

async function resealColumn(
  db: Database,
  rotating: Rotating,
  column: SealedColumn,
): Promise<number> {
  let count = 0
  for (;;) {
    const done = await db.transaction().execute((trx) => resealPage(trx, rotating, column))
    if (done === 0) return count
    count += done
  }
}

async function resealPage(
  trx: Trx,
  { masterKeys }: Rotating,
  { table, column, key, only, ...of }: SealedColumn,
): Promise<number> {
  await enterTable(trx, table)
  const names = key.map((name) => `"${name}"::text as "${name}"`).join(', ')
  const where = `${isOld(column)} ${only === undefined ? '' : `and ${only}`}`
  const page = await statement<SealedRow & { readonly value: Uint8Array }>(
    trx,
    `select ${names}, "${column}" as value from ${table} where ${where} limit ${PAGE}`,
    [headOf(masterKeys)],
  )
  const match = key.map((name, k) => `"${name}"::text = $${k + 2}`).join(' and ')
  for (const row of page) {
    const clinicId = of.clinicOf(row)
    const ring = clinicKey(masterKeys, clinicId, of.purpose)
    const place = { clinicId, patientId: null, field: of.field, rowId: of.rowIdOf(row) }
    const opened = unseal(ring, row.value, place)
    if (!opened.ok) throw new Error(`a value of ${table} does not open: ${LEFT}`)
    await statement(trx, `update ${table} set "${column}" = $1::bytea where ${match}`, [
      seal(ring, opened.value, place),
      ...key.map((name) => row[name]),
    ])
  }
  return page.length
}
