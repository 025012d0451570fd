import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import { timeValue, type Trx } from '../store/database.ts'
import type { PinnedPlan } from './patient-care.ts'

const DAY_MS = 86_400_000
/** Whoever has had no session for so long is in no series any more. */
const IN_SERIES_MS = 366 * DAY_MS

/** A patient whose series may be asked for, with the end of their last session, planned ones included. */
export interface SeriesCandidate extends PinnedPlan {
  readonly anchor: Instant
}

/** Ends of last sessions, `[from, until)`, and which way they are gone through. */
export interface SeriesSpan {
  readonly from: Instant
  readonly until: Instant
  readonly soonestFirst: boolean
}

/** Sessions to come, the next one first. */
export function plannedSpan(at: Instant): SeriesSpan {
  return { from: at, until: at + IN_SERIES_MS, soonestFirst: true }
}

/** Sessions that ended at least so long ago, the newest first. */
export function endedSpan(at: Instant, agoMs: number): SeriesSpan {
  return { from: at - IN_SERIES_MS, until: at - agoMs, soonestFirst: false }
}

/** Every series: whoever has sessions to come first. */
export function wholeSpan(at: Instant): SeriesSpan {
  return { from: at - IN_SERIES_MS, until: at + IN_SERIES_MS, soonestFirst: false }
}

export interface CandidatePage {
  readonly clinicId: string
  readonly span: SeriesSpan
  readonly after: readonly [Instant, string] | null
  readonly count: number
}

export async function seriesCandidates(
  trx: Trx,
  { clinicId, span, after, count }: CandidatePage,
): Promise<readonly SeriesCandidate[]> {
  const order = sql.raw(span.soonestFirst ? 'asc' : 'desc')
  const behind = sql.raw(span.soonestFirst ? '>' : '<')
  const rest =
    after === null
      ? sql``
      : sql`and (care_plan.anchor, care_plan.patient_id) ${behind} (${timeValue(after[0])}, ${after[1]}::uuid)`
  const { rows } = await sql<SeriesCandidate>`
    select care_plan.patient_id, care_plan.anchor, care_plan.protocols, care_plan.adoption_id from care_plan
    join patient on patient.clinic_id = ${clinicId} and patient.patient_id = care_plan.patient_id and patient.state = 'active'
    where care_plan.clinic_id = ${clinicId} and care_plan.anchor >= ${timeValue(span.from)}
      and care_plan.anchor < ${timeValue(span.until)} ${rest}
    order by care_plan.anchor ${order}, care_plan.patient_id ${order} limit ${count}`.execute(trx)
  return rows
}

export interface SeriesCounts {
  /** Whoever had a session in the last 366 days, or has one to come. */
  readonly inSeries: number
  readonly planned: number
  /** Whoever has none to come, and whose last one was at least the least spacing ago. */
  readonly waiting: number
}

export async function countSeries(
  trx: Trx,
  {
    clinicId,
    at,
    agoMs,
  }: { readonly clinicId: string; readonly at: Instant; readonly agoMs: number },
): Promise<SeriesCounts> {
  const { from, until } = wholeSpan(at)
  const { rows } = await sql<SeriesCounts>`
    select count(*)::int as in_series, count(*) filter (where anchor >= ${timeValue(at)})::int as planned,
      count(*) filter (where anchor < ${timeValue(at - agoMs)})::int as waiting
    from care_plan where clinic_id = ${clinicId} and anchor >= ${timeValue(from)} and anchor < ${timeValue(until)}`.execute(
    trx,
  )
  // An aggregate has one row.
  return rows[0] as SeriesCounts
}
