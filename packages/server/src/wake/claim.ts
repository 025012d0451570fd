import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import { asWorker, type Database, timeValue, type Trx } from '../store/database.ts'
import type { ProtocolPin } from '../store/tables.ts'

/** A plan that is due and that this transaction alone works on, with what it is pinned to. */
export interface Claimed {
  readonly patientId: string
  readonly dueAt: Instant
  /** Everything due up to and including this instant was handed on before. */
  readonly handledUntil: Instant
  readonly pins: readonly ProtocolPin[]
  readonly adoptionId: string | null
}

/** A clinic with something due, and how many of the rows that were looked at are its. */
export interface DueClinic {
  readonly clinicId: string
  readonly plans: number
}

/**
 * The clinics of the first so many rows that are due, the longest due first: however many are due, that much of one index
 * is read.
 */
export async function dueClinics(
  db: Database,
  { at, most }: { readonly at: Instant; readonly most: number },
): Promise<readonly DueClinic[]> {
  return asWorker(db, (trx) =>
    trx
      .selectFrom(
        trx
          .selectFrom('wake')
          .select(['clinicId', 'dueAt'])
          .where('dueAt', '<=', timeValue(at))
          .orderBy('dueAt')
          .limit(most)
          .as('due'),
      )
      .select(['clinicId', sql<number>`count(*)::int`.as('plans')])
      .groupBy('clinicId')
      .orderBy(sql`min(due_at)`)
      .execute(),
  )
}

/**
 * Claims up to `most` due plans of one clinic until the end of the transaction, the longest due first. The plan's row is
 * locked first and the wake's after it, as every writer does; what somebody holds is passed over, and what another worker
 * moved between our look at it and the lock is looked at again under the lock.
 */
export async function claimDue(
  trx: Trx,
  {
    clinicId,
    at,
    most,
  }: { readonly clinicId: string; readonly at: Instant; readonly most: number },
): Promise<readonly Claimed[]> {
  const { rows } = await inOrderOfIndex(trx, () =>
    sql<Claimed>`
      select wake.patient_id, wake.due_at, wake.handled_until,
        care_plan.protocols as pins, care_plan.adoption_id
      from wake
      join care_plan
        on care_plan.clinic_id = wake.clinic_id and care_plan.patient_id = wake.patient_id
      where wake.clinic_id = ${clinicId} and care_plan.clinic_id = ${clinicId}
        and wake.due_at <= ${timeValue(at)}
      order by wake.due_at
      limit ${most}
      for update of care_plan, wake skip locked`.execute(trx),
  )
  return rows
}

/**
 * Reads along the index and stops at the limit. Row-level security hides from the planner how much is due in a clinic: it
 * expects a handful, and would read and sort a hundred thousand for every batch of fifty.
 */
async function inOrderOfIndex<T>(trx: Trx, read: () => Promise<T>): Promise<T> {
  await sql.raw('set local enable_sort = off; set local enable_bitmapscan = off').execute(trx)
  const found = await read()
  await sql
    .raw('set local enable_sort to default; set local enable_bitmapscan to default')
    .execute(trx)
  return found
}
