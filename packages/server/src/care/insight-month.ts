import type { Instant } from '@afterglow/engine'
import { type RawBuilder, sql } from 'kysely'
import { timeValue, type Trx } from '../store/database.ts'
import { endedSessions, saysItCame } from './ended-sessions.ts'

/** So many days after a session are looked at. A day here is 24 hours: figures of many people know no zone. */
export const COURSE_DAYS = 28
const FIRST_WEEK_MS = 7 * 86_400_000
/** A figure of fewer people than this is hidden. */
export const LEAST_PEOPLE = 5

/**
 * How many there were, and of whom: a keyless number of each person, so that people can be told apart over months; null for
 * as many as a figure needs, who need not be told apart.
 */
export interface Tally {
  readonly count: number
  readonly people: readonly number[] | null
}

/** Check-ins on one day after a session, of everybody or one group; with a sign, those that report it. */
export interface CourseCell extends Tally {
  readonly by: 'all' | 'needle-depth' | 'skin-type'
  readonly group: string | null
  readonly sign: string | null
  readonly day: number
}

/** What a clinic's month comes to. */
export interface InsightMonth {
  readonly course: readonly CourseCell[]
  /** Sessions that took place, whose first week is over, and those of them after which a check-in that stands came within it. */
  readonly sessions: Tally
  readonly withCheckIn: Tally
  /** Messages that are questions which the app could not answer. */
  readonly questions: Tally
}

/** `[from, until)`, as known at `at`. */
export interface MonthSpan {
  readonly clinicId: string
  readonly from: Instant
  readonly until: Instant
  readonly at: Instant
}

export async function countMonth(trx: Trx, span: MonthSpan): Promise<InsightMonth> {
  const { rows } = await courseCells(span).execute(trx)
  return { course: rows, ...(await completion(trx, span)), questions: await questions(trx, span) }
}

/** What parts of a month come to together: counts add up, and nobody is counted among the people twice. */
export function joinedMonth(parts: readonly InsightMonth[]): InsightMonth {
  const cells = Map.groupBy(
    parts.flatMap(({ course }) => course),
    ({ by, group, sign, day }) => JSON.stringify([by, group, sign, day]),
  )
  return {
    course: [...cells.values()].flatMap((same) =>
      same.slice(0, 1).map((cell) => ({ ...cell, ...joinedTally(same) })),
    ),
    sessions: joinedTally(parts.map(({ sessions }) => sessions)),
    withCheckIn: joinedTally(parts.map(({ withCheckIn }) => withCheckIn)),
    questions: joinedTally(parts.map((part) => part.questions)),
  }
}

/** The same of one figure; null people where they are as many as a figure needs. */
export function joinedTally(tallies: readonly Tally[]): Tally {
  const count = tallies.reduce((sum, one) => sum + one.count, 0)
  const people = [...new Set(tallies.flatMap((one) => one.people ?? []))]
  const isEnough = people.length >= LEAST_PEOPLE || tallies.some((one) => one.people === null)
  return { count, people: isEnough ? null : people }
}

const TALLY =
  sql.raw(`count(*)::int as count, case when count(distinct patient_id) < ${LEAST_PEOPLE}
  then jsonb_agg(distinct hashtext(patient_id::text)) end as people`)

/**
 * By the session before each check-in; depths in bands of half a millimetre. What is told in a word of no list is sealed, and
 * has no sign here. First by person, then all of them: a clinic's month is gone through once.
 */
function courseCells(span: MonthSpan): RawBuilder<CourseCell> {
  return sql<CourseCell>`
    with persons as (
      select part.by, part.group, told.sign, placed.day, placed.patient_id, count(*) as count
      from (${placedCheckIns(span)}) placed
      cross join lateral (values ('all', null), ('needle-depth', placed.depth), ('skin-type', placed.skin)) part (by, "group")
      cross join lateral (
        select null as sign union
        select sign->>'code' from jsonb_array_elements(placed.signs) sign where coalesce(sign->>'severity', '') not in ('0', 'none')
      ) told
      group by part.by, part.group, told.sign, placed.day, placed.patient_id
    )
    select persons.by, persons.group, sign, day, sum(count)::int as count,
      case when count(*) < ${LEAST_PEOPLE} then jsonb_agg(hashtext(patient_id::text)) end as people
    from persons group by persons.by, persons.group, sign, day`
}

/**
 * Check-ins recorded in the month that nobody took back, each with the session that had ended last before it. Looked up one by
 * one: how many there are the planner cannot know, and joined all at once they take minutes.
 */
function placedCheckIns({ clinicId, from, until }: MonthSpan): RawBuilder<unknown> {
  return sql`
    select told.patient_id, coalesce(told.data->'signs', '[]') as signs, coalesce(facts.skin, 'unknown') as skin,
      floor(extract(epoch from told.at - session.ended_at) / 86400)::int as day,
      coalesce(session.depth || '-' || session.depth + 0.5, 'unknown') as depth
    from event told
    join patient on patient.clinic_id = ${clinicId} and patient.patient_id = told.patient_id and patient.state = 'active'
    cross join lateral (${sessionBefore(clinicId)}) session
    left join lateral (
      select known.data->>'fitzpatrickSkinType' as skin from event known
      where known.clinic_id = ${clinicId} and known.patient_id = told.patient_id and known.type = 'patient-facts'
      order by known.recorded_at desc limit 1
    ) facts on true
    where told.clinic_id = ${clinicId} and told.type = 'check-in' and told.recorded_at >= ${timeValue(from)}
      and told.recorded_at < ${timeValue(until)} and ${stands(clinicId, 'told')}`
}

/** The end of the session before what is `told`, as told or as corrected last, and how deep it went. */
function sessionBefore(clinicId: string): RawBuilder<unknown> {
  return sql`
    select coalesce(corrected.ended_at, one.at) as ended_at, floor((one.data->>'needleDepthMm')::float8 * 2) / 2 as depth
    from event one left join lateral (
      select to_timestamp((change.data->>'endedAt')::float8 / 1000) as ended_at, change.recorded_at as said_at
      from event change
      where change.clinic_id = ${clinicId} and change.patient_id = told.patient_id and change.type = 'corrected'
        and change.data->>'procedure' = one.event_id::text and ${stands(clinicId, 'change')}
      order by change.at desc, change.recorded_at desc limit 1
    ) corrected on true
    where one.clinic_id = ${clinicId} and one.patient_id = told.patient_id and one.type = 'procedure' and ${stands(clinicId, 'one')}
      and coalesce(corrected.ended_at, one.at) <= told.at
      and ${saysItCame('coalesce(corrected.said_at, one.recorded_at)', 'coalesce(corrected.ended_at, one.at)')}
      and coalesce(corrected.ended_at, one.at) > told.at - make_interval(days => ${COURSE_DAYS})
    order by 1 desc limit 1`
}

/** Whether nobody took an event of the patient back. */
function stands(clinicId: string, event: 'told' | 'one' | 'change'): RawBuilder<unknown> {
  return sql`not exists (select from event undone where undone.clinic_id = ${clinicId} and undone.patient_id = told.patient_id
    and undone.type = 'undone' and undone.data->>'event' = ${sql.ref(`${event}.eventId`)}::text)`
}

async function completion(
  trx: Trx,
  { clinicId, from, until, at }: MonthSpan,
): Promise<Pick<InsightMonth, 'sessions' | 'withCheckIn'>> {
  const ended = endedSessions({
    clinicId,
    after: from - 1,
    until: Math.min(until - 1, at - FIRST_WEEK_MS),
  })
  const { rows } = await sql<Tally & { readonly told: boolean }>`
    with sessions as materialized (select ended.patient_id, exists (
      select from event told where told.clinic_id = ${clinicId} and told.patient_id = ended.patient_id and told.type = 'check-in'
        and told.at > ended.ended_at and told.at <= ended.ended_at + interval '7 days' and ${stands(clinicId, 'told')}
      ) as told from (${ended}) ended where ended.is_sure)
    select false as told, ${TALLY} from sessions union all select true as told, ${TALLY} from sessions where told`.execute(
    trx,
  )
  const tally = (told: boolean) => tallyOf(rows.find((one) => one.told === told))
  return { sessions: tally(false), withCheckIn: tally(true) }
}

async function questions(trx: Trx, { clinicId, from, until }: MonthSpan): Promise<Tally> {
  const { rows } = await sql<Tally>`
    select ${TALLY} from event where clinic_id = ${clinicId} and type = 'message' and data->>'question' = 'true'
      and recorded_at >= ${timeValue(from)} and recorded_at < ${timeValue(until)}`.execute(trx)
  return tallyOf(rows[0])
}

/** Of nobody the database gathers nobody. */
function tallyOf(row: Tally | undefined): Tally {
  const { count = 0, people = [] } = row ?? {}
  return { count, people: count === 0 ? [] : people }
}
