import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import { timeValue, type Trx } from './database.ts'

/** A day: no quiet hours and no digest keep a reminder back for longer. */
const KEPT_BACK_MS = 86_400_000
/** Of a clinic's plans so many in each second, that no other clinic's reminders wait for all of them. */
const PLANS_A_SECOND = 100
const LONGEST_S = 300

export interface LookAgain {
  readonly at: Instant
  /** Reminders come at other times of day now: what waited for a later one may have been due already. */
  readonly timesMoved: boolean
}

/**
 * Has the worker look again at the plan of one patient, or at all of a clinic within some minutes. The plans are held first,
 * in the order of their ids, as every writer holds them: a worker that reads the old settings is waited for. What was told
 * is known by what it says, so nothing is told twice.
 */
export async function lookAgain(
  trx: Trx,
  { clinicId, patientId }: { readonly clinicId: string; readonly patientId?: string },
  { at, timesMoved }: LookAgain,
): Promise<void> {
  const only = patientId ?? null
  const handledUntil = timesMoved
    ? sql`least(handled_until, ${timeValue(at - KEPT_BACK_MS)})`
    : sql`handled_until`
  await sql`
    with plans as (
      select clinic_id, patient_id from care_plan
      where clinic_id = ${clinicId} and (${only}::uuid is null or patient_id = ${only})
      order by patient_id
      for update
    ), turns as (
      select least(${LONGEST_S}, count(*) / ${PLANS_A_SECOND} + 1)::int as seconds from plans
    )
    update wake set
      due_at = least(due_at, ${timeValue(at)}
        + (hashtext(wake.patient_id::text) & 65535) % turns.seconds * interval '1 second'),
      handled_until = ${handledUntil}
    from plans, turns
    where wake.clinic_id = ${clinicId}
      and plans.clinic_id = wake.clinic_id and plans.patient_id = wake.patient_id`.execute(trx)
}
