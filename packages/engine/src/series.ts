import { type CarePlan, isCurrent } from './care-plan.ts'
import { type Hold, holdsOf } from './hold.ts'
import type { Issue } from './issue.ts'
import { factsOf, type Planner, type Shelf } from './planner.ts'
import { eventDatesOf, type EventDates } from './series-event.ts'
import { type Range, type SeriesRules, type Spacing, seriesRulesOf } from './series-rules.ts'
import { fitSessions } from './session-dates.ts'
import { requireDuration } from './protocol.ts'
import { zoneAt } from './session.ts'
import { addToDate, daysBetween, type Instant, localDate } from './time.ts'

/** What a series is planned for. Dates are local calendar dates; `blocked` spans include both ends. */
export interface SeriesRequest {
  /** Nothing is planned before this instant's local date. */
  readonly at: Instant
  /** How many sessions in all, those done included; the sources' common least where it is not given. */
  readonly sessions?: number
  /** Plan backwards from this day: one of the ledger's kinds of event, such as `wedding`. */
  readonly event?: { readonly kind: string; readonly date: string }
  readonly blocked?: readonly { readonly from: string; readonly until: string }[]
}

export interface Series {
  readonly sessions: readonly PlannedSession[]
  /** What stops the next session; with one in force that has no end nothing is planned. */
  readonly holds: readonly Hold[]
  readonly rules: SeriesRules
  /** When upkeep follows the last session; null where none is known or planned, or a hold stops everything. */
  readonly maintenance: { readonly from: string; readonly until: string } | null
  readonly event: EventDates | null
  readonly issues: readonly Issue[]
}

export interface PlannedSession {
  readonly number: number
  readonly date: string
  /** Days since the session before; null for the first of all. */
  readonly gapDays: number | null
  readonly spacing: 'first' | 'preferred' | 'allowable' | 'late'
}

/** A plan's sessions so far, and what binds the next ones. */
interface Setting {
  readonly request: SeriesRequest
  readonly today: string
  readonly rules: SeriesRules
  readonly holds: readonly Hold[]
  readonly done: { readonly count: number; readonly lastDate: string | null }
}

/**
 * Plans the sessions still to come, forwards from the last one or backwards from an event, inside the sources' allowable
 * spacing, around blocked dates and after holds. What cannot fit gives fewer sessions and an issue.
 */
export function planSeries(planner: Planner, plan: CarePlan, request: SeriesRequest): Series {
  // A planner is made with at least one protocol; the first one's series is planned.
  const shelf = planner.shelves[0] as Shelf
  const setting = settingOf(shelf, plan, request)
  const { rules, holds, done } = setting
  const event = eventDatesOf(planner, shelf, request)
  const wanted = Math.max(0, (request.sessions ?? rules.sessions.preferred) - done.count)
  const stopped = holds.some((hold) => hold.until === null && !hold.toConfirm)
  const sessions = stopped ? [] : fitted(setting, wanted, event)
  const last = sessions.at(-1)?.date ?? done.lastDate
  return {
    sessions,
    holds,
    rules,
    maintenance: last === null || stopped ? null : upkeepAfter(last, rules),
    event,
    issues: [
      ...eventIssues(request, event),
      ...shortfall(wanted, sessions.length),
      ...lateIssues(setting, sessions),
    ],
  }
}

function settingOf(shelf: Shelf, plan: CarePlan, request: SeriesRequest): Setting {
  const { compiled } = shelf
  const ended = plan.procedures.filter(
    (one) => one.protocol === compiled.protocol.code && isCurrent(one, request.at),
  )
  const last = ended.reduce<(typeof ended)[number] | undefined>(
    (best, next) => (best && best.endedAt >= next.endedAt ? best : next),
    undefined,
  )
  const indications = last?.indications && { indications: [...last.indications] }
  const facts = factsOf(
    shelf,
    { id: '', code: '', endedAt: request.at, ...indications },
    plan.patient,
  )
  const zone = zoneAt(plan.zone, plan.events, request.at)
  return {
    request,
    today: localDate(request.at, zone),
    rules: seriesRulesOf(compiled, facts.certain),
    holds: holdsOf({ compiled, plan, facts, at: request.at }),
    done: {
      count: Math.max(ended.length, last?.sessionNumber ?? 0),
      lastDate: last ? laterDate(last.endedAt, [last.zone, zone]) : null,
    },
  }
}

/** The later of an instant's dates in several zones: after a move the gap is kept in either. */
function laterDate(at: Instant, zones: readonly string[]): string {
  return zones.map((zone) => localDate(at, zone)).reduce((a, b) => (b > a ? b : a))
}

function fitted(
  setting: Setting,
  wanted: number,
  event: EventDates | null,
): readonly PlannedSession[] {
  const { today, rules, done } = setting
  const dayOf = (date: string) => daysBetween(today, date)
  const dateOf = (day: number) => addToDate(today, { kind: 'days', days: day })
  const firstDay = firstDays(setting, dayOf)
  const { preferredDays, allowableDays } = rules.spacing
  const days = fitSessions({
    count: wanted,
    preferredGap: preferredDays,
    allowableGap: allowableDays,
    firstDay,
    before: done.lastDate === null ? undefined : dayOf(done.lastDate),
    isBlocked: blockedDays(setting, dayOf),
    lastDay: event ? dayOf(event.lastSessionBy) : firstDay.atMost + wanted * allowableDays.atMost,
    aimFor: event ? dayOf(event.fullEffectFrom) : undefined,
  })
  const dates = days.map(dateOf)
  return dates.map((date, k) => ({
    number: done.count + k + 1,
    date,
    ...gapBefore(date, dates[k - 1] ?? done.lastDate, rules.spacing),
  }))
}

function blockedDays(
  { request }: Setting,
  dayOf: (date: string) => number,
): (day: number) => boolean {
  const spans = (request.blocked ?? []).map(({ from, until }) => ({
    first: dayOf(from),
    last: dayOf(until),
  }))
  return (day) => spans.some(({ first, last }) => day >= first && day <= last)
}

/** From the least allowable gap, today and every hold's end on; to the longest allowable gap, or as far again when that is past. */
function firstDays(
  { rules, holds, done, request }: Setting,
  dayOf: (date: string) => number,
): Range {
  const { atLeast, atMost } = rules.spacing.allowableDays
  const held = holds.flatMap((hold) => (hold.until === null ? [] : [dayOf(hold.until)]))
  const last = done.lastDate === null ? undefined : dayOf(done.lastDate)
  const earliest = Math.max(0, ...held, last === undefined ? 0 : last + atLeast)
  const latest = last === undefined ? Number.NEGATIVE_INFINITY : last + atMost
  if (earliest <= latest) return { atLeast: earliest, atMost: latest }
  return {
    atLeast: earliest,
    atMost: earliest + (request.event ? Math.max(atMost, dayOf(request.event.date)) : atMost),
  }
}

function gapBefore(
  date: string,
  before: string | null,
  spacing: Spacing,
): Pick<PlannedSession, 'gapDays' | 'spacing'> {
  if (before === null) return { gapDays: null, spacing: 'first' }
  const gapDays = daysBetween(before, date)
  const { preferredDays, allowableDays } = spacing
  if (gapDays > allowableDays.atMost) return { gapDays, spacing: 'late' }
  const preferred = gapDays >= preferredDays.atLeast && gapDays <= preferredDays.atMost
  return { gapDays, spacing: preferred ? 'preferred' : 'allowable' }
}

function upkeepAfter(
  last: string,
  { maintenance }: SeriesRules,
): { readonly from: string; readonly until: string } {
  const { atLeast, atMost } = maintenance.preferred
  return {
    from: addToDate(last, requireDuration(atLeast)),
    until: addToDate(last, requireDuration(atMost)),
  }
}

function eventIssues(request: SeriesRequest, event: EventDates | null): readonly Issue[] {
  if (!request.event || event?.known) return []
  return [
    {
      severity: 'warning',
      code: 'not-found',
      diagnostics: `"${request.event.kind}" is no kind of event the protocol knows; the dates leave time for the skin to settle, ask your clinic about the rest.`,
      expression: 'event.kind',
    },
  ]
}

function shortfall(wanted: number, found: number): readonly Issue[] {
  if (found >= wanted) return []
  return [
    {
      severity: 'warning',
      code: 'incomplete',
      diagnostics: `${found} of the ${wanted} sessions still wanted fit. Free some dates, or ask the clinic about fewer sessions.`,
      expression: 'sessions',
    },
  ]
}

function lateIssues({ rules }: Setting, sessions: readonly PlannedSession[]): readonly Issue[] {
  if (sessions[0]?.spacing !== 'late') return []
  return [
    {
      severity: 'information',
      code: 'business-rule',
      diagnostics: `The last session is more than ${rules.spacing.allowableDays.atMost} days back, longer than any source spaces them: ask the clinic how to go on.`,
      expression: 'sessions[0]',
    },
  ]
}
