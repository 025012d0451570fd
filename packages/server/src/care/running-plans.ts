import type { Instant } from '@afterglow/engine'
import { type SelectQueryBuilder, sql } from 'kysely'
import { timeValue, type Trx } from '../store/database.ts'
import type { Tables } from '../store/tables.ts'
import type { PinnedPlan } from './patient-care.ts'

const RUNNING_FOR_DAYS = 366
const DAY_MS = 86_400_000

export interface PlanPage {
  readonly clinicId: string
  readonly at: Instant
  /** The patient that the page before ended with. */
  readonly after: string | null
  readonly limit: number
}

/**
 * The next patients, by id, whose plan runs: a session within the last 12 months, or one still to come. Those who have no
 * session yet are among them: what they will be given is the newest, too.
 */
export function runningPlans(
  trx: Trx,
  { clinicId, at, after, limit }: PlanPage,
): SelectQueryBuilder<Tables, 'carePlan' | 'patient', PinnedPlan> {
  const since = timeValue(at - RUNNING_FOR_DAYS * DAY_MS)
  return trx
    .selectFrom('carePlan')
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.clinicId', '=', 'carePlan.clinicId')
        .onRef('patient.patientId', '=', 'carePlan.patientId'),
    )
    .select(['carePlan.patientId', 'carePlan.protocols', 'carePlan.adoptionId'])
    .where('carePlan.clinicId', '=', clinicId)
    .where('patient.clinicId', '=', clinicId)
    .where('patient.state', '=', 'active')
    .where(
      sql<boolean>`(care_plan.anchor is null or care_plan.anchor >= ${since} or exists (
        select from event where event.clinic_id = care_plan.clinic_id and event.patient_id = care_plan.patient_id
          and event.type = 'procedure' and event.at >= ${since}))`,
    )
    .$if(after !== null, (all) => all.where('carePlan.patientId', '>', after ?? ''))
    .orderBy('carePlan.patientId')
    .limit(limit)
}
