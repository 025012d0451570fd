import { type Instant, urgencyOf } from '@afterglow/engine'
import { sql } from 'kysely'
import { timeValue, type Trx } from '../store/database.ts'
import {
  COURSE_DAYS,
  type CourseCell,
  joinedTally,
  LEAST_PEOPLE,
  type Tally,
} from './insight-month.ts'
import { hiddenColumns, hiddenTogether } from './insight-hidden.ts'
import type { CountedMonth } from './insight-months.ts'

/** A count, or null where it is of fewer than 5 people: hidden. Of nobody it is 0. */
type Figure = number | null

/** What a clinic's check-ins come to, in whole calendar months `[from, to)`. */
export interface Insight {
  readonly from: string
  readonly to: string
  readonly asOf: string
  readonly course: readonly GroupCourse[]
  readonly completion: { readonly sessions: Figure; readonly withCheckIn: Figure }
  readonly acknowledgement: { readonly urgent: Acknowledged; readonly other: Acknowledged }
  readonly questions: Questions
}

interface Questions {
  readonly count: Figure
  readonly byMonth: readonly { readonly month: string; readonly count: Figure }[]
}

/** Check-ins of everybody or one group, by day after the session from 0 on, and those that report each sign. */
export interface GroupCourse {
  readonly by: CourseCell['by']
  /** A depth in millimetres, `1-1.5` (from, to before), a skin type, or `unknown`; null for everybody. */
  readonly group: string | null
  readonly checkIns: readonly Figure[]
  readonly signs: readonly { readonly code: string; readonly reported: readonly Figure[] }[]
}

export function courseOf(months: readonly CountedMonth[]): readonly GroupCourse[] {
  const cells = months.flatMap(({ content }) => content.course)
  const groups = Map.groupBy(cells, ({ by, group }) => `${by} ${group}`)
  const courses = [...groups.keys()].sort().map((key) => groupCourse(groups.get(key) ?? []))
  return [...Map.groupBy(courses, ({ by }) => by).values()].flatMap(hiddenBeside)
}

/** Groups of one kind come to what is told of everybody: none of them may be what is left of that. */
function hiddenBeside(groups: readonly GroupCourse[]): readonly GroupCourse[] {
  const checkIns = hiddenColumns(groups.map((one) => one.checkIns))
  const codes = [...new Set(groups.flatMap(({ signs }) => signs.map(({ code }) => code)))]
  const reported = new Map(
    codes.map((code) => [code, hiddenColumns(groups.map((one) => reportsOf(one, code)))]),
  )
  return groups.map((group, k) => ({
    ...group,
    checkIns: checkIns[k] ?? [],
    signs: group.signs.map(({ code }) => ({ code, reported: reported.get(code)?.[k] ?? [] })),
  }))
}

/** A sign that nobody of a group has reported is reported 0 times on every day. */
function reportsOf({ signs, checkIns }: GroupCourse, code: string): readonly Figure[] {
  return signs.find((sign) => sign.code === code)?.reported ?? checkIns.map(() => 0)
}

function groupCourse(cells: readonly CourseCell[]): GroupCourse {
  // A group is made of its cells.
  const { by, group } = cells[0] as CourseCell
  const bySign = Map.groupBy(cells, ({ sign }) => sign)
  const checkIns = byDay(bySign.get(null) ?? [])
  const codes = [...bySign.keys()].filter((sign) => sign !== null).sort()
  const signs = codes.map((code) => ({
    code,
    // Where too few checked in, it is not told either that none of them reported the sign.
    reported: byDay(bySign.get(code) ?? []).map((one, day) => (checkIns[day] ? one : null)),
  }))
  return { by, group, checkIns, signs }
}

function byDay(cells: readonly CourseCell[]): readonly Figure[] {
  const days = Map.groupBy(cells, ({ day }) => day)
  return Array.from({ length: COURSE_DAYS }, (_, day) => figureOf(days.get(day) ?? []))
}

export function completionOf(months: readonly CountedMonth[]): Insight['completion'] {
  return {
    sessions: figureOf(months.map(({ content }) => content.sessions)),
    withCheckIn: figureOf(months.map(({ content }) => content.withCheckIn)),
  }
}

export function questionsOf(months: readonly CountedMonth[]): Questions {
  const counts = hiddenTogether(months.map(({ content }) => figureOf([content.questions])))
  return {
    count: figureOf(months.map(({ content }) => content.questions)),
    byMonth: months.map(({ month }, k) => ({ month, count: counts[k] ?? null })),
  }
}

/** Several months' count together, and hidden where all of them together are of too few people. */
function figureOf(tallies: readonly Tally[]): Figure {
  const { count, people } = joinedTally(tallies)
  return count === 0 || people === null ? count : null
}

/** How long alerts waited until somebody had seen them, in minutes. */
export interface Acknowledged {
  readonly alerts: Figure
  readonly acknowledged: Figure
  readonly medianMin: Figure
  readonly p90Min: Figure
}

interface AlertRow {
  readonly urgent: boolean
  readonly alerts: number
  readonly acknowledged: number
  readonly people: number
  readonly seenPeople: number
  readonly medianMin: number | null
  readonly p90Min: number | null
}

const URGENT = urgencyOf('urgent')
const NONE: Acknowledged = { alerts: 0, acknowledged: 0, medianMin: null, p90Min: null }

/** Of the alerts raised in `[from, until)`: those that were told to the clinic at once, and the others. */
export async function acknowledgedIn(
  trx: Trx,
  {
    clinicId,
    from,
    until,
  }: { readonly clinicId: string; readonly from: Instant; readonly until: Instant },
): Promise<{ readonly urgent: Acknowledged; readonly other: Acknowledged }> {
  const { rows } = await sql<AlertRow>`
    select urgency >= ${URGENT} as urgent, count(*)::int as alerts, count(acknowledged_at)::int as acknowledged,
      count(distinct patient_id)::int as people,
      (count(distinct patient_id) filter (where acknowledged_at is not null))::int as seen_people,
      percentile_cont(0.5) within group (order by extract(epoch from acknowledged_at - raised_at)::float8) / 60 as median_min,
      percentile_cont(0.9) within group (order by extract(epoch from acknowledged_at - raised_at)::float8) / 60 as p90_min
    from alert where clinic_id = ${clinicId} and raised_at >= ${timeValue(from)} and raised_at < ${timeValue(until)}
    group by 1`.execute(trx)
  const of = (urgent: boolean) => acknowledgedOf(rows.find((row) => row.urgent === urgent))
  return { urgent: of(true), other: of(false) }
}

function acknowledgedOf(row: AlertRow | undefined): Acknowledged {
  if (row === undefined) return NONE
  const isSeen = row.seenPeople >= LEAST_PEOPLE
  const minutes = (value: number | null) =>
    isSeen && value !== null ? Math.round(value * 10) / 10 : null
  return {
    alerts: row.people >= LEAST_PEOPLE ? row.alerts : null,
    acknowledged: row.acknowledged === 0 || isSeen ? row.acknowledged : null,
    medianMin: minutes(row.medianMin),
    p90Min: minutes(row.p90Min),
  }
}
