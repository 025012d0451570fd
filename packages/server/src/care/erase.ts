import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { byEraser, jsonOf, timestampOf, type Trx } from '../store/database.ts'
import { NO_PREFERENCES } from '../store/patient-record.ts'
import { PATIENT_TABLES } from '../store/tenant-tables.ts'

export interface Erasing {
  readonly clinicId: string
  readonly patientId: string
  readonly at: Instant
  /** Who carries it out; null for a restore, which replays what was decided. */
  readonly actorId: string | null
}

export interface Erased {
  /** The patient and every record that was merged with theirs: one person. */
  readonly patientIds: readonly string[]
}

/**
 * Destroys a patient's key and every row of theirs, in a transaction that is in their clinic's scope, and leaves there a
 * tombstone and the audit, which hold an opaque id and codes. Doing it again changes nothing. Photos lie outside the
 * database: `removeBlobsOf` follows the commit.
 */
export async function erasePatient(
  trx: Trx,
  { clinicId, patientId, at, actorId }: Erasing,
): Promise<Erased> {
  const patientIds = await samePerson(trx, clinicId, patientId)
  await hold(trx, { clinicId, patientIds })
  await forgetAnswers(trx, { clinicId, patientIds })
  await byEraser(trx, { clinicId }, () => removeRows(trx, { clinicId, patientIds, at }))
  await trx
    .insertInto('erasure')
    .values(
      patientIds.map((id) => ({ clinicId, patientId: id, erasedAt: timestampOf(at), actorId })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { patientIds }
}

/** Removes what is kept of a patient's photos. What cannot be reached now, the retention job removes. */
export async function removeBlobsOf(
  { blobs }: Pick<Deps, 'blobs'>,
  { clinicId, patientIds }: { readonly clinicId: string; readonly patientIds: readonly string[] },
): Promise<void> {
  for (const patientId of patientIds) {
    for (const key of await blobs.list(`${clinicId}/${patientId}/`)) await blobs.remove(key)
  }
}

/** Follows merges both ways: whoever was found to be one person is one person here. */
async function samePerson(
  trx: Trx,
  clinicId: string,
  patientId: string,
): Promise<readonly string[]> {
  const found = new Set([patientId])
  for (let size = 0; size < found.size; ) {
    size = found.size
    const rows = await trx
      .selectFrom('patient')
      .select(['patientId', 'mergedInto'])
      .where('clinicId', '=', clinicId)
      .where((where) =>
        where.or([where('patientId', 'in', [...found]), where('mergedInto', 'in', [...found])]),
      )
      .execute()
    for (const row of rows) {
      found.add(row.patientId)
      if (row.mergedInto !== null) found.add(row.mergedInto)
    }
  }
  return [...found]
}

interface Person {
  readonly clinicId: string
  readonly patientIds: readonly string[]
}

/**
 * Whoever writes for a patient holds their care_plan row, and whoever changes who they are their own: nothing is added
 * behind an erasure.
 */
async function hold(trx: Trx, { clinicId, patientIds }: Person): Promise<void> {
  for (const table of ['carePlan', 'patient'] as const) {
    await trx
      .selectFrom(table)
      .select('patientId')
      .where('clinicId', '=', clinicId)
      .where('patientId', 'in', [...patientIds])
      .orderBy('patientId')
      .forUpdate()
      .execute()
  }
}

/** What they were answered, and what others were answered about them. */
async function forgetAnswers(trx: Trx, { clinicId, patientIds }: Person): Promise<void> {
  const sessions = await trx
    .selectFrom('patientSession')
    .select(['kind', 'sessionId'])
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', [...patientIds])
    .execute()
  // As the runner names whoever asks.
  const actors = sessions.map(({ kind, sessionId }) => `${kind} ${sessionId}`)
  await trx
    .deleteFrom('idempotency')
    .where('clinicId', '=', clinicId)
    .where((where) =>
      where.or([
        where('patientId', 'in', [...patientIds]),
        ...(actors.length > 0 ? [where('actor', 'in', actors)] : []),
      ]),
    )
    .execute()
}

/** Every table of patients' rows, those of later releases too; of the patient themself a row without content stays. */
async function removeRows(
  trx: Trx,
  { clinicId, patientIds, at }: Person & { readonly at: Instant },
): Promise<void> {
  const theirs = sql`clinic_id = ${clinicId} and patient_id in (${sql.join(patientIds)})`
  for (const table of PATIENT_TABLES) {
    if (table !== 'patient') await sql`delete from ${sql.table(table)} where ${theirs}`.execute(trx)
  }
  await trx
    .updateTable('patient')
    .set({
      state: 'erased',
      zone: 'UTC',
      locale: 'en',
      mergedInto: null,
      sealed: null,
      preferences: jsonOf(NO_PREFERENCES),
      updatedAt: timestampOf(at),
    })
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', [...patientIds])
    .where('state', '!=', 'erased')
    .execute()
}
