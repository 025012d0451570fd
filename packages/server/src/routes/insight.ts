import { addToDate, daysBetween, isCalendarDate, localDate } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { toCsv } from '../care/csv.ts'
import {
  type Acknowledged,
  acknowledgedIn,
  completionOf,
  courseOf,
  type GroupCourse,
  type Insight,
  questionsOf,
} from '../care/insight.ts'
import { COURSE_DAYS, LEAST_PEOPLE } from '../care/insight-month.ts'
import { boundsOf, monthsOf, readMonths } from '../care/insight-months.ts'
import { done, invalidAt, type Problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, type Route } from '../http/route.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { timestampOf } from '../store/database.ts'
import { csvReply } from './adverse-events.ts'
import { instantForm } from './forms.ts'

const WHO = ['owner', 'clinician'] as const
const MOST_DAYS = 400
const DEFAULT_DAYS = 90

const dateForm = z.string().openapi({ format: 'date' })
const insightQuery = z.object({
  from: dateForm.optional().describe(`A date; ${DEFAULT_DAYS} days before \`to\` without it`),
  to: dateForm.optional().describe('A date, not itself in it; tomorrow without it'),
})
type InsightQuery = z.output<typeof insightQuery>

const countForm = z
  .number()
  .nullable()
  .describe(`Null where it is of fewer than ${LEAST_PEOPLE} people: hidden`)
const dailyForm = z
  .array(countForm)
  .describe(`One for each of ${COURSE_DAYS} days of 24 hours after the session`)
const acknowledgedForm = z.object({
  alerts: countForm,
  acknowledged: countForm,
  medianMin: countForm,
  p90Min: countForm,
})
const insightForm = z.object({
  from: dateForm.describe('The first day of the first month: figures are of whole months'),
  to: dateForm,
  asOf: instantForm.describe('When the oldest of the figures was counted: once a day'),
  course: z.array(
    z.object({
      by: z.enum(['all', 'needle-depth', 'skin-type']),
      group: z.string().nullable().describe('Millimetres from and to before, or a skin type'),
      checkIns: dailyForm,
      signs: z.array(z.object({ code: z.string(), reported: dailyForm })),
    }),
  ),
  completion: z.object({ sessions: countForm, withCheckIn: countForm }),
  acknowledgement: z.object({ urgent: acknowledgedForm, other: acknowledgedForm }),
  questions: z.object({
    count: countForm,
    byMonth: z.array(z.object({ month: z.string(), count: countForm })),
  }),
})

const read = defineRoute(
  {
    method: 'get',
    path: '/insight',
    summary:
      'What a clinic’s check-ins come to: the course by depth and skin type, completion, time to acknowledge, questions without an answer',
    tag: 'Insight',
    access: WHO,
    action: 'insight.read',
    query: insightQuery,
    replies: { 200: insightForm },
  },
  async (call): Promise<Reply> => {
    const insight = await insightOf(call, call.query)
    return 'kind' in insight ? insight : done(insight)
  },
)

const csv = defineRoute(
  {
    method: 'get',
    path: '/insight.csv',
    summary: 'The same for a spreadsheet, one figure a line; a figure that is hidden says so',
    tag: 'Insight',
    access: WHO,
    action: 'insight.export-csv',
    query: insightQuery,
    replies: { 200: { type: 'text/csv' } },
  },
  async (call): Promise<Reply> => {
    const insight = await insightOf(call, call.query)
    if ('kind' in insight) return insight
    return csvReply(toCsv(HEAD, linesOf(insight)), { name: 'insight', next: null })
  },
)

async function insightOf(call: Call, query: InsightQuery): Promise<Insight | Problem> {
  const { trx, at, clinicId } = call
  const clinic = await readClinic(trx, clinicId)
  const span = spanOf(query, localDate(at, clinic.zone))
  if ('kind' in span) return span
  const months = monthsOf(span.from, span.to)
  const bounds = boundsOf(months, clinic.zone)
  const counted = await readMonths(trx, clinic, { months, at })
  const { from, until } = bounds
  return {
    from: localDate(from, clinic.zone),
    to: localDate(until, clinic.zone),
    asOf: timestampOf(Math.min(...counted.map(({ countedAt }) => countedAt))),
    course: courseOf(counted),
    completion: completionOf(counted),
    acknowledgement: await acknowledgedIn(trx, { clinicId, from, until }),
    questions: questionsOf(counted),
  }
}

type Span = { readonly from: string; readonly to: string } | Problem

function spanOf(query: InsightQuery, today: string): Span {
  const to = query.to ?? addToDate(today, { kind: 'days', days: 1 })
  if (!isDate(to)) return invalidAt('query.to', ACCEPTED)
  const from = query.from ?? addToDate(to, { kind: 'days', days: DEFAULT_DAYS }, -1)
  if (!isDate(from)) return invalidAt('query.from', ACCEPTED)
  const days = daysBetween(from, to)
  if (days < 1) return invalidAt('query.to', 'must be after `from`')
  if (days > MOST_DAYS)
    return invalidAt('query.from', `must be at most ${MOST_DAYS} days before \`to\``)
  return { from, to }
}

const ACCEPTED = 'is no date; accepted is one such as 2026-11-22'

function isDate(text: string): boolean {
  return isCalendarDate(text) && text >= '1970-01-01' && text <= '2199-12-31'
}

function shown(value: number | null): number | 'hidden' {
  return value ?? 'hidden'
}

const HEAD = ['figure', 'by', 'group', 'sign', 'day', 'month', 'value'] as const
type Line = readonly (string | number | null)[]

function linesOf({ course, completion, acknowledgement, questions }: Insight): readonly Line[] {
  const { sessions, withCheckIn } = completion
  return [
    ...course.flatMap(courseLines),
    ['sessions', ...NONE, null, shown(sessions)],
    ['sessions with a check-in', ...NONE, null, shown(withCheckIn)],
    ...acknowledgedLines('urgent', acknowledgement.urgent),
    ...acknowledgedLines('other', acknowledgement.other),
    ...questions.byMonth.map(
      ({ month, count }): Line => ['questions', ...NONE, month, shown(count)],
    ),
  ]
}

function acknowledgedLines(
  group: string,
  { alerts, acknowledged, medianMin, p90Min }: Acknowledged,
): readonly Line[] {
  const line = (name: string, value: number | null): Line => [
    name,
    'urgency',
    group,
    null,
    null,
    null,
    shown(value),
  ]
  return [
    line('alerts', alerts),
    line('alerts acknowledged', acknowledged),
    line('median minutes', medianMin),
    line('90th percentile minutes', p90Min),
  ]
}

const NONE = [null, null, null, null] as const

function courseLines({ by, group, checkIns, signs }: GroupCourse): readonly Line[] {
  const lines = (figure: string, sign: string | null, days: readonly (number | null)[]) =>
    days.map((value, day): Line => [figure, by, group, sign, day, null, shown(value)])
  return [
    ...lines('check-ins', null, checkIns),
    ...signs.flatMap(({ code, reported }) => lines('reported', code, reported)),
  ]
}

export const INSIGHT_ROUTES: readonly Route[] = [read, csv]
