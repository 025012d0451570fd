import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import { timeValue, type Trx } from '../store/database.ts'
import type { PinnedPlan } from './patient-care.ts'

/** A check-in of somebody's, with what their plan is pinned to. */
export interface RecentReport extends PinnedPlan {
  readonly eventId: string
  readonly recordedAt: Instant
}

export interface ReportPage {
  readonly clinicId: string
  readonly since: Instant
  /** When the last one of the page before was recorded, of whom, and its id. */
  readonly after: readonly [Instant, string, string] | null
  readonly count: number
}

/** Check-ins of a clinic that nobody has taken back, what came last first. */
export async function recentReports(
  trx: Trx,
  { clinicId, since, after, count }: ReportPage,
): Promise<readonly RecentReport[]> {
  const behind =
    after === null
      ? sql``
      : sql`and (event.recorded_at, event.patient_id, event.event_id)
          < (${timeValue(after[0])}, ${after[1]}::uuid, ${after[2]}::uuid)`
  const { rows } = await sql<RecentReport>`
    select event.event_id, event.patient_id, event.recorded_at, care_plan.protocols, care_plan.adoption_id from event
    join patient on patient.clinic_id = ${clinicId} and patient.patient_id = event.patient_id and patient.state = 'active'
    join care_plan on care_plan.clinic_id = ${clinicId} and care_plan.patient_id = event.patient_id
    where event.clinic_id = ${clinicId} and event.type = 'check-in' and event.recorded_at > ${timeValue(since)} ${behind}
      and not exists (select from event undone where undone.clinic_id = ${clinicId} and undone.patient_id = event.patient_id
        and undone.type = 'undone' and undone.data->>'event' = event.event_id::text)
    order by event.recorded_at desc, event.patient_id desc, event.event_id desc limit ${count}`.execute(
    trx,
  )
  return rows
}

/** That somebody has to see a check-in, and who has. */
export interface ReportAlert {
  readonly alertId: string
  readonly patientId: string
  readonly eventId: string
  readonly ownerId: string | null
  readonly acknowledgedAt: Instant | null
}

export async function alertsOfReports(
  trx: Trx,
  clinicId: string,
  reports: readonly Pick<RecentReport, 'patientId' | 'eventId'>[],
): Promise<readonly ReportAlert[]> {
  if (reports.length === 0) return []
  return (
    trx
      .selectFrom('alert')
      .select(['alertId', 'patientId', 'eventId', 'ownerId', 'acknowledgedAt'])
      .where('clinicId', '=', clinicId)
      .where(
        'patientId',
        'in',
        reports.map(({ patientId }) => patientId),
      )
      .where(
        'eventId',
        'in',
        reports.map(({ eventId }) => eventId),
      )
      // The first found is the one that stands.
      .orderBy('raisedAt', 'desc')
      .execute()
  )
}
