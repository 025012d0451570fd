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

/**
 * The clinics of the first so many rows that are due, the longest due first: however many are due, that much of one index
 * is read.
 */
export async function dueClinics(
  db: Database,
  { at, most }: { readonly at: Instant; readonly most: number },
): Promise<readonly string[]> {
  const rows = await asWorker(db, (trx) =>
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
      .select('clinicId')
      .groupBy('clinicId')
      .orderBy(sql`min(due_at)`)
      .execute(),
  )
  return rows.map(({ clinicId }) => clinicId)
}

/**
 * Claims up to `most` due plans of one clinic until the end of the transaction. The plan's row is locked first and the
 * wake's after it, as every writer does, so that neither waits for the other; plans that somebody holds are passed over.
 */
export async function claimDue(
  trx: Trx,
  {
    clinicId,
    at,
    most,
  }: { readonly clinicId: string; readonly at: Instant; readonly most: number },
): Promise<readonly Claimed[]> {
  const plans = await trx
    .selectFrom('wake')
    .innerJoin('carePlan', (join) =>
      join
        .onRef('carePlan.clinicId', '=', 'wake.clinicId')
        .onRef('carePlan.patientId', '=', 'wake.patientId'),
    )
    .select(['carePlan.patientId', 'carePlan.protocols', 'carePlan.adoptionId'])
    .where('wake.clinicId', '=', clinicId)
    .where('carePlan.clinicId', '=', clinicId)
    .where('wake.dueAt', '<=', timeValue(at))
    .orderBy('wake.dueAt')
    .limit(most)
    .forUpdate('carePlan')
    .skipLocked()
    .execute()
  const wakes = await stillDue(trx, { clinicId, at, plans })
  return wakes.flatMap((wake) => {
    const plan = plans.find(({ patientId }) => patientId === wake.patientId)
    return plan ? [{ ...wake, pins: plan.protocols, adoptionId: plan.adoptionId }] : []
  })
}

/** Another worker may have moved a wake between our first look at it and the lock: it is looked at again under the lock. */
async function stillDue(
  trx: Trx,
  {
    clinicId,
    at,
    plans,
  }: {
    readonly clinicId: string
    readonly at: Instant
    readonly plans: readonly { readonly patientId: string }[]
  },
): Promise<readonly Pick<Claimed, 'patientId' | 'dueAt' | 'handledUntil'>[]> {
  if (plans.length === 0) return []
  return trx
    .selectFrom('wake')
    .select(['patientId', 'dueAt', 'handledUntil'])
    .where('clinicId', '=', clinicId)
    .where(
      'patientId',
      'in',
      plans.map(({ patientId }) => patientId),
    )
    .where('dueAt', '<=', timeValue(at))
    .orderBy('dueAt')
    .orderBy('patientId')
    .execute()
}
