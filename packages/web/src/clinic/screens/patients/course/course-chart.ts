import {
  type CheckIn,
  datePlan,
  type Instant,
  latestRevisions,
  type Session,
  type SignCourse,
  triage,
  type TriageReason,
} from '@afterglow/engine'
import type { Care } from '../../../../model/care.ts'

/** What was reported after one session, beside what is expected after it. */
export interface SessionCourse {
  readonly procedure: Session['procedures'][number]
  readonly endedAt: Instant
  /** Nobody knows when it ended: then nothing is expected of any day. */
  readonly isEstimated: boolean
  /** How many days the chart shows, from the end of the session on. */
  readonly days: number
  /** Now, in days since the end; null where another session has begun a course of its own. */
  readonly nowDay: number | null
  /** Those reported first, then those that are expected and that nobody reported. */
  readonly signs: readonly SignLine[]
}

/** One sign over the days. Days are elapsed time: 1.5 is 36 hours after the end. */
export interface SignLine {
  readonly sign: string
  /** Usual until then; null where no source describes its course. */
  readonly typicalDay: number | null
  /** May still be there until then. */
  readonly outerDay: number | null
  readonly typicalEnd: Instant | null
  readonly outerEnd: Instant | null
  readonly reports: readonly SignPoint[]
}

/** One report of a sign. */
export interface SignPoint {
  readonly at: Instant
  readonly day: number
  /** 0 to 10; null for what is measured on another scale. */
  readonly level: number | null
  readonly report: CheckIn['signs'][number]
  readonly judged: Judged
}

/** As triage judges the check-in that it stands in: nothing here says that something is usual where triage does not. */
type Judged = 'gone' | 'expected' | 'beyond' | 'alarm'

const DAY_MS = 86_400_000
const LEAST_DAYS = 7
const MOST_DAYS = 60

/** The sessions that have ended, the latest first, each with the reports up to the next one. */
export function coursesOf(care: Care): readonly SessionCourse[] {
  const ended = latestRevisions(care.session)
    .filter(({ endedAt }) => endedAt <= care.at)
    .toSorted((a, b) => b.endedAt - a.endedAt)
  return ended.map(({ procedure, endedAt }, k) => {
    const until = ended[k - 1]?.endedAt ?? null
    const isEstimated = procedure.endedAtEstimated === true && endedAt === procedure.endedAt
    const course = isEstimated ? [] : courseAfter(care, { id: procedure.id, endedAt })
    const signs = signLines(care, course, { endedAt, until })
    const nowDay = until === null ? dayOf(endedAt, care.at) : null
    return {
      procedure,
      endedAt,
      isEstimated,
      signs,
      nowDay,
      days: daysOf(signs, nowDay),
    }
  })
}

interface Ended {
  readonly id: string
  readonly endedAt: Instant
}

/** Of an adjunct that counts as a procedure of its own too: it ended at the same instant. */
function courseAfter({ plan }: Care, { id, endedAt }: Ended): readonly SignCourse[] {
  const bySign = new Map<string, SignCourse>()
  for (const course of datePlan(plan).course) {
    const isOfIt = course.after === endedAt && isOf(course.procedure ?? id, id)
    const known = bySign.get(course.sign)
    if (isOfIt && (!known || course.outerEnd > known.outerEnd)) bySign.set(course.sign, course)
  }
  return [...bySign.values()].toSorted((a, b) => a.typicalEnd - b.typicalEnd)
}

function isOf(procedure: string, id: string): boolean {
  return procedure === id || procedure.startsWith(`${id}+`)
}

interface Span {
  readonly endedAt: Instant
  /** The end of the next session; null where none has ended since. */
  readonly until: Instant | null
}

function signLines(care: Care, course: readonly SignCourse[], span: Span): readonly SignLine[] {
  const reports = reportsIn(care, span)
  const expected = new Map<string, SignCourse>(course.map((one) => [one.sign, one]))
  const reported: readonly string[] = [...new Set(reports.map(({ report }) => report.code))]
  const others = course.map(({ sign }) => sign).filter((sign) => !reported.includes(sign))
  return [...reported, ...others].map((sign) => {
    const one = expected.get(sign)
    return {
      sign,
      typicalDay: one ? dayOf(span.endedAt, one.typicalEnd) : null,
      outerDay: one ? dayOf(span.endedAt, one.outerEnd) : null,
      typicalEnd: one?.typicalEnd ?? null,
      outerEnd: one?.outerEnd ?? null,
      reports: reports
        .filter(({ report }) => report.code === sign)
        .map((told) => ({
          ...told,
          day: dayOf(span.endedAt, told.at),
          level: levelOf(told.report),
        })),
    }
  })
}

interface Reported {
  readonly at: Instant
  readonly report: CheckIn['signs'][number]
  readonly judged: Judged
}

/** In time order; a sign that was said to be settled is reported gone. */
function reportsIn(care: Care, { endedAt, until }: Span): readonly Reported[] {
  return care.session.events
    .flatMap((event) => {
      if (event.type !== 'check-in' || event.at < endedAt) return []
      if (until !== null && event.at >= until) return []
      const { reasons } = triage(care.planner, care.plan, event)
      const gone = (event.settled ?? []).map((code) => ({ code, severity: 'none' as const }))
      return [...event.signs, ...gone].map((report) => ({
        at: event.at,
        report,
        judged: judgedBy(reasons, report),
      }))
    })
    .toSorted((a, b) => a.at - b.at)
}

const EXPECTED: ReadonlySet<TriageReason['code']> = new Set(['within-course', 'fading'])

/** A sign that is there and of which no reason speaks is not called expected. */
function judgedBy(reasons: readonly TriageReason[], report: CheckIn['signs'][number]): Judged {
  if (report.severity === 0 || report.severity === 'none') return 'gone'
  const own = reasons.filter(({ sign }) => sign === report.code)
  if (own.some(({ code }) => code === 'red-flag')) return 'alarm'
  return own.length > 0 && own.every(({ code }) => EXPECTED.has(code)) ? 'expected' : 'beyond'
}

/** Words stand in the middle of the numbers that they are read as: 1 to 3, 4 to 6, 7 to 10. */
const WORD_LEVELS = { none: 0, mild: 2, moderate: 5, severe: 8.5 } as const

function levelOf({ code, severity }: CheckIn['signs'][number]): number | null {
  if (typeof severity !== 'number') return WORD_LEVELS[severity]
  return code === 'fever' || severity < 0 || severity > 10 ? null : severity
}

function dayOf(endedAt: Instant, at: Instant): number {
  return (at - endedAt) / DAY_MS
}

function daysOf(signs: readonly SignLine[], nowDay: number | null): number {
  const shown = signs.flatMap(({ outerDay, reports }) => [
    outerDay ?? 0,
    ...reports.map(({ day }) => day),
  ])
  // Now is in the picture while the course runs.
  const now = nowDay !== null && nowDay <= MOST_DAYS ? nowDay : 0
  return Math.min(MOST_DAYS, Math.max(LEAST_DAYS, now, ...shown.map((day) => Math.ceil(day))) + 1)
}
