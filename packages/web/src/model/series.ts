import {
  addToDate,
  type Hold,
  type Instant,
  isCalendarDate,
  localDate,
  type PlanProcedure,
  planSeries,
  type PlannedSession,
  type Series,
  type SeriesRequest,
} from '@afterglow/engine'
import { type Care, isDayAlone, proceduresOf } from './care.ts'

/** The sessions so far and those that fit, what stops them, and the rules behind the dates. */
export interface SeriesPlan {
  readonly past: readonly PastSession[]
  readonly coming: readonly PlannedSession[]
  /** How many are still wanted, and how many of them find no place. */
  readonly wanted: number
  readonly missing: number
  /** What stops the next session now. */
  readonly holds: readonly Hold[]
  /** What would stop it if it is true of the person: to be asked before booking. */
  readonly toConfirm: readonly Hold[]
  /** Whether a hold without an end leaves nothing to plan. */
  readonly isStopped: boolean
  /** Whether the last session is longer back than any source spaces them. */
  readonly isLate: boolean
  readonly rules: Series['rules']
  readonly maintenance: Series['maintenance']
  readonly event: Series['event']
}

export interface PastSession {
  readonly number: number
  readonly endedAt: Instant
  readonly date: string
  /** Whether it is still to come. */
  readonly isBooked: boolean
  /** Whether of one still to come the day alone was told. */
  readonly isDayAlone: boolean
}

/** What a person asks of a series. */
export type SeriesWish = Omit<SeriesRequest, 'at'>

/** What is wrong with a wish, by the field it is wrong in. */
export interface WishProblem {
  readonly field: 'sessions' | 'event' | 'blocked'
  readonly code: 'no-date' | 'too-early' | 'too-late' | 'ends-before-start' | 'no-count'
  /** Which of the blocked spans. */
  readonly index?: number
}

const MOST_SESSIONS = 100
const REACH = { kind: 'months', months: 120 } as const
const ONE_DAY = { kind: 'days', days: 1 } as const

/** Plans the wish that has no problems. */
export function seriesOf(care: Care, wish: SeriesWish): SeriesPlan {
  const { planner, plan, at } = care
  const series = planSeries(planner, plan, { ...wish, at })
  const past = pastSessions(care)
  const done = Math.max(past.length, past.at(-1)?.number ?? 0)
  const wanted = Math.max(0, (wish.sessions ?? series.rules.sessions.preferred) - done)
  const holds = series.holds.filter((hold) => !hold.toConfirm)
  return {
    past,
    coming: series.sessions,
    wanted,
    missing: wanted - series.sessions.length,
    holds,
    toConfirm: series.holds.filter((hold) => hold.toConfirm),
    isStopped: holds.some((hold) => hold.until === null),
    isLate: series.sessions[0]?.spacing === 'late',
    rules: series.rules,
    maintenance: series.maintenance,
    event: series.event,
  }
}

/** The sessions of the protocol whose series is planned, oldest first. */
function pastSessions(care: Care): readonly PastSession[] {
  const code = care.planner.shelves[0]?.compiled.protocol.code
  return proceduresOf(care)
    .filter((one) => one.protocol === code)
    .toSorted((a, b) => a.endedAt - b.endedAt)
    .map((one, k) => pastSession(care, one, k))
}

function pastSession({ at, zone }: Care, one: PlanProcedure, index: number): PastSession {
  return {
    number: one.sessionNumber ?? index + 1,
    endedAt: one.endedAt,
    date: localDate(one.endedAt, zone),
    isBooked: one.endedAt > at,
    isDayAlone: isDayAlone(one, at),
  }
}

/** Everything in a wish that cannot be planned; empty where `seriesOf` may be asked. */
export function wishProblems({ at, zone }: Care, wish: SeriesWish): readonly WishProblem[] {
  const today = localDate(at, zone)
  const last = addToDate(today, REACH)
  const { sessions, event, blocked = [] } = wish
  const isCount = sessions === undefined || (Number.isInteger(sessions) && sessions >= 1)
  return [
    ...(isCount && (sessions ?? 1) <= MOST_SESSIONS
      ? []
      : [{ field: 'sessions' as const, code: 'no-count' as const }]),
    ...(event
      ? dateProblems(event.date, { first: addToDate(today, ONE_DAY), last }).map((code) => ({
          field: 'event' as const,
          code,
        }))
      : []),
    ...blocked.flatMap((span, index) =>
      spanProblems(span, { first: addToDate(today, REACH, -1), last }).map((code) => ({
        field: 'blocked' as const,
        code,
        index,
      })),
    ),
  ]
}

interface Reach {
  readonly first: string
  readonly last: string
}

function dateProblems(date: string, { first, last }: Reach): readonly WishProblem['code'][] {
  if (!isCalendarDate(date)) return ['no-date']
  if (date < first) return ['too-early']
  return date > last ? ['too-late'] : []
}

function spanProblems(
  { from, until }: { readonly from: string; readonly until: string },
  reach: Reach,
): readonly WishProblem['code'][] {
  const problems = [...dateProblems(from, reach), ...dateProblems(until, reach)]
  if (problems.length === 0 && until < from) return ['ends-before-start']
  return problems.slice(0, 1)
}

/** The kinds of event that the protocol can plan back from. */
export function eventKinds({ planner }: Pick<Care, 'planner'>): readonly string[] {
  return planner.shelves.flatMap(({ compiled }) =>
    compiled.protocol.series.events.map((event) => event.id),
  )
}
