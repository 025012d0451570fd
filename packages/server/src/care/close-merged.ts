import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import { clinicKey, referenceTerm } from '../seal/index.ts'
import { sql } from 'kysely'
import { timestampOf, type Trx } from '../store/database.ts'
import type { PatientRecord } from '../store/patient-record.ts'

/** From now on the record takes nothing more and names the one that stands; false where either is no longer a record by itself. */
export async function markMerged(
  trx: Trx,
  {
    from,
    into,
    at,
  }: { readonly from: PatientRecord; readonly into: PatientRecord; readonly at: Instant },
): Promise<boolean> {
  const { clinicId } = from
  if (!(await isActive(trx, into))) return false
  const marked = await trx
    .updateTable('patient')
    .set(({ eb }) => ({
      state: 'merged',
      mergedInto: into.patientId,
      revision: eb('revision', '+', 1),
      updatedAt: timestampOf(at),
    }))
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', from.patientId)
    .where('state', '=', 'active')
    .returning('patientId')
    .executeTakeFirst()
  return marked !== undefined
}

/** As it is now: a record that was read before its plan was held may have been merged or erased meanwhile. */
export async function isActive(
  trx: Trx,
  { clinicId, patientId }: Pick<PatientRecord, 'clinicId' | 'patientId'>,
): Promise<boolean> {
  const row = await trx
    .selectFrom('patient')
    .select('state')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .executeTakeFirst()
  return row?.state === 'active'
}

/** Ends every way in and out of a record that was merged. Only the clinic's own number for it still leads somewhere. */
export async function closeMerged(
  trx: Trx,
  deps: Pick<Deps, 'masterKeys'>,
  { record, at }: { readonly record: PatientRecord; readonly at: Instant },
): Promise<void> {
  const { clinicId, patientId } = record
  const theirs = sql`clinic_id = ${clinicId} and patient_id = ${patientId}`
  const now = sql`${timestampOf(at)}::timestamptz`
  const run = (statement: ReturnType<typeof sql>) => statement.execute(trx)
  await run(sql`delete from wake where ${theirs}`)
  await run(sql`update patient_session set ended_at = ${now} where ${theirs} and ended_at is null`)
  await run(sql`update invitation set revoked_at = ${now}
    where ${theirs} and redeemed_at is null and revoked_at is null`)
  await run(sql`update sign_in_code set used_at = ${now} where ${theirs} and used_at is null`)
  await run(sql`update answer_token set used_at = ${now} where ${theirs} and used_at is null`)
  await run(sql`update calendar_feed set revoked_at = ${now}
    where ${theirs} and revoked_at is null`)
  await run(sql`delete from push_subscription where ${theirs}`)
  await run(sql`update delivery set state = 'dropped', reason = 'merged', settled_at = ${now}
    where ${theirs} and state = 'queued'`)
  await forgetTerms(trx, deps, record)
}

/** Nobody is found twice; a system that knows the old number finds the record that stands. */
async function forgetTerms(
  trx: Trx,
  { masterKeys }: Pick<Deps, 'masterKeys'>,
  { clinicId, patientId, identity }: PatientRecord,
): Promise<void> {
  await trx
    .deleteFrom('patientTerm')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .execute()
  if (identity.reference === null) return
  const term = referenceTerm(clinicKey(masterKeys, clinicId, 'search'), identity.reference)
  await trx.insertInto('patientTerm').values({ clinicId, patientId, term }).execute()
}

/** What somebody has to see stays in the inbox, under the record that stands. */
export async function moveAlerts(
  trx: Trx,
  {
    clinicId,
    from,
    into,
    idOf,
  }: {
    readonly clinicId: string
    readonly from: string
    readonly into: string
    readonly idOf: (patientId: string, eventId: string) => string
  },
): Promise<void> {
  const rows = await trx
    .selectFrom('alert')
    .select(['alertId', 'eventId'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', from)
    .forUpdate()
    .execute()
  for (const { alertId, eventId } of rows) {
    await sql`update alert set patient_id = ${into}, event_id = ${idOf(from, eventId)}
      where clinic_id = ${clinicId} and alert_id = ${alertId}`.execute(trx)
  }
}
