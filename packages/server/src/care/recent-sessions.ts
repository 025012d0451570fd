import type { Instant } from '@afterglow/engine'
import { type RawBuilder, sql } from 'kysely'
import { timeValue, type Trx } from '../store/database.ts'
import { endedSessions } from './ended-sessions.ts'
import type { PinnedPlan } from './patient-care.ts'

const DAY_MS = 86_400_000
/** So long after a session somebody is in its first week, and in its first month. */
const WEEK_MS = 7 * DAY_MS
export const MONTH_MS = 28 * DAY_MS

export interface RecentSession extends PinnedPlan {
  /** The newest end by what was recorded; what is shown comes from the plan. */
  readonly endedAt: Instant
}

export interface RecentPage {
  readonly clinicId: string
  readonly at: Instant
  /** End and patient of the last one of the page before. */
  readonly after: readonly [Instant, string] | null
  readonly count: number
}

/** Who is in the first month after a session, the newest session first. */
export async function recentSessions(
  trx: Trx,
  { clinicId, at, after, count }: RecentPage,
): Promise<readonly RecentSession[]> {
  const behind =
    after === null
      ? sql``
      : sql`where (newest.ended_at, newest.patient_id) < (${timeValue(after[0])}, ${after[1]}::uuid)`
  const { rows } = await sql<RecentSession>`
    with newest as (${newestEnds(clinicId, at)}), page as materialized (
      select * from newest ${behind} order by newest.ended_at desc, newest.patient_id desc limit ${count}
    )
    select page.patient_id, page.ended_at, care_plan.protocols, care_plan.adoption_id from page
    join care_plan on care_plan.clinic_id = ${clinicId} and care_plan.patient_id = page.patient_id
    order by page.ended_at desc, page.patient_id desc`.execute(trx)
  return rows
}

/** How many people are in the first week, and in the first month, after a session. */
export async function countRecent(
  trx: Trx,
  clinicId: string,
  at: Instant,
): Promise<{ readonly inFirstWeek: number; readonly inFirstMonth: number }> {
  const { rows } = await sql<{ week: number; month: number }>`
    with newest as (${newestEnds(clinicId, at)})
    select count(*) filter (where ended_at > ${timeValue(at - WEEK_MS)})::int as week, count(*)::int as month
    from newest`.execute(trx)
  // An aggregate has one row.
  const { week, month } = rows[0] as { week: number; month: number }
  return { inFirstWeek: week, inFirstMonth: month }
}

/** Each patient's newest end within the month before `at`. */
function newestEnds(clinicId: string, at: Instant): RawBuilder<unknown> {
  const ended = endedSessions({ clinicId, after: at - MONTH_MS, until: at })
  return sql`select patient_id, max(ended_at) as ended_at from (${ended}) ended group by patient_id`
}
