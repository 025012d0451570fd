import {
  addToDate,
  assess,
  type CarePlan,
  datePlan,
  daysBetween,
  type Instant,
  instantOf,
  isOpen,
  localDate,
  type Status,
} from '@afterglow/engine'
import { type Care, comingProcedures, endedProcedures } from './care.ts'
import { childrenOf, rootOf, rootsOf } from './entry.ts'
import { type Span, spansFrom } from './span.ts'

/** Every window over the chosen weeks: as rows of spans, and as a list of what changes when. */
export interface Timeline {
  /** The local midnight that the first day starts with. */
  readonly from: Instant
  /** Exclusive. */
  readonly until: Instant
  /** Null where the moment lies outside the weeks. */
  readonly now: Instant | null
  /** The local midnights inside the weeks, each with its day of the plan. */
  readonly days: readonly TimelineDay[]
  /** Whatever the group: what opens soonest first, then what only a clinician opens, then what is open. */
  readonly rows: readonly TimelineRow[]
  /** The same by group. */
  readonly groups: readonly TimelineGroup[]
  readonly changes: readonly TimelineChange[]
  readonly milestones: readonly TimelineMilestone[]
}

interface TimelineDay {
  readonly at: Instant
  /** Calendar days since the session that the weeks are counted from. */
  readonly day: number
}

interface TimelineGroup {
  readonly group: string
  readonly rows: readonly TimelineRow[]
}

/** Subjects that go through the very same answers, so that one ribbon stands for all of them. */
export interface TimelineRow {
  /** Never empty; broader ones before those they hold. */
  readonly subjects: readonly string[]
  readonly status: Status
  /** From the first day shown to the last; the spans meet, and none is cut short of its true instants. */
  readonly spans: readonly Span[]
  /** Whether anything holds it back from now on, with care included. */
  readonly isHeld: boolean
  /** The first instant from now on that it is open at; null where no time opens it, and while it is open. */
  readonly opensAt: Instant | null
  /** When the present answer ends by itself; null where it does not. */
  readonly nextChangeAt: Instant | null
}

/** What changes at one instant. */
export interface TimelineChange {
  readonly at: Instant
  readonly subjects: readonly {
    readonly subject: string
    readonly group: string
    readonly was: Status
    readonly is: Status
  }[]
}

export interface TimelineMilestone {
  readonly milestone: string
  readonly kind: 'recovery' | 'result'
  readonly from: Instant | null
  readonly until: Instant | null
}

/**
 * Every subject's answers over so many weeks: from the local midnight before the last session, and once that is far back
 * from a day that leaves three quarters of the weeks to what is still to come.
 */
export function timelineOf(care: Care, weeks: number): Timeline {
  const { plan, at } = care
  const days = daysOf(care, weeks)
  // There are at least the first midnight and the last.
  const from = (days[0] as TimelineDay).at
  const until = (days.at(-1) as TimelineDay).at
  const frame = { from, until }
  const groups = groupsOf(care, frame)
  return {
    from,
    until,
    now: at >= from && at < until ? at : null,
    days: days.slice(0, -1),
    rows: rowsOf(care, frame, leavesOf(plan)).toSorted(byOpening),
    groups,
    changes: changesOf(
      plan,
      groups.flatMap((group) => group.rows),
      frame,
    ),
    milestones: milestonesOf(plan, frame),
  }
}

interface Frame {
  readonly from: Instant
  readonly until: Instant
}

/** Every local midnight of the frame, that of its end included. */
function daysOf(care: Care, weeks: number): readonly TimelineDay[] {
  const { at, zone } = care
  const anchor = localDate(anchorOf(care), zone)
  const past = daysBetween(anchor, localDate(at, zone)) - Math.floor((weeks * 7) / 4)
  const first = Math.max(0, weeks > 1 ? Math.floor(past / 7) * 7 : past)
  return Array.from({ length: weeks * 7 + 1 }, (_, k) => ({
    at: midnight(addToDate(anchor, ONE_DAY, first + k), zone),
    day: first + k,
  }))
}

const ONE_DAY = { kind: 'days', days: 1 } as const

/** The last session that has ended; before any has, the next one to come. */
function anchorOf(care: Care): Instant {
  return (endedProcedures(care)[0] ?? comingProcedures(care)[0])?.endedAt ?? care.at
}

/** The first instant of a local date: the later one, where the clock shows midnight twice. */
function midnight(date: string, zone: string): Instant {
  return instantOf(date, '00:00', zone)
}

/** One row for all of these subjects that have the same spans. */
function rowsOf(care: Care, frame: Frame, subjects: readonly string[]): readonly TimelineRow[] {
  const bySpans = new Map<string, string[]>()
  for (const subject of subjects) {
    const key = JSON.stringify(spansFrom(care.plan, subject, frame.from))
    bySpans.set(key, [...(bySpans.get(key) ?? []), subject])
  }
  return [...bySpans.values()].map((same) => rowOf(care, frame, same))
}

function rowOf({ plan, at }: Care, frame: Frame, subjects: readonly string[]): TimelineRow {
  // A row is made with its first subject; all of them have the same answers.
  const [first] = subjects as readonly [string]
  const spans = spansFrom(plan, first, frame.from)
  const { status, opensAt, nextChangeAt } = assess(plan, first, at)
  return {
    subjects: withoutNested(plan, subjects),
    status,
    spans: spans.filter((span) => span.start < frame.until),
    isHeld: spans.some((span) => (span.end ?? frame.until) > at && isHolding(span)),
    opensAt: isOpen(status) ? null : opensAt,
    nextChangeAt,
  }
}

function isHolding({ status, isPlanned }: Span): boolean {
  return !isPlanned && status !== 'allowed' && status !== 'recommended'
}

/** What time opens, soonest first; then what waits for a word; then what is open, with care first. */
function byOpening(a: TimelineRow, b: TimelineRow): number {
  return turnOf(a) - turnOf(b) || whenOf(a) - whenOf(b)
}

function turnOf({ status, opensAt, isHeld }: TimelineRow): number {
  if (opensAt !== null) return 0
  if (!isOpen(status)) return 1
  return isHeld ? 2 : 3
}

function whenOf({ opensAt, nextChangeAt }: TimelineRow): number {
  return opensAt ?? nextChangeAt ?? Number.MAX_SAFE_INTEGER
}

/** Every subject with an answer of its own, in the order of the tree. */
function leavesOf(plan: CarePlan, below: readonly string[] = rootsOf(plan)): readonly string[] {
  return below.flatMap((code) => branch(plan, code)).filter((code) => !plan.subjects[code]?.group)
}

/** A subject and all below it, each broader one before what it holds. */
function branch(plan: CarePlan, code: string): readonly string[] {
  return [code, ...childrenOf(plan, code).flatMap((child) => branch(plan, child))]
}

/** A narrower subject needs no name beside the one right above it; where that one says otherwise, it does. */
function withoutNested({ subjects }: CarePlan, row: readonly string[]): readonly string[] {
  return row.filter((code) => {
    const above = subjects[code]?.broader.find((broader) => !subjects[broader]?.group)
    return above === undefined || !row.includes(above)
  })
}

function groupsOf(care: Care, frame: Frame): readonly TimelineGroup[] {
  return rootsOf(care.plan)
    .map((group) => ({ group, rows: rowsOf(care, frame, leavesOf(care.plan, [group])) }))
    .filter((group) => group.rows.length > 0)
}

function changesOf(
  plan: CarePlan,
  rows: readonly TimelineRow[],
  { from, until }: Frame,
): readonly TimelineChange[] {
  const byInstant = new Map<Instant, TimelineChange['subjects'][number][]>()
  for (const { subjects, spans } of rows) {
    spans.forEach((span, k) => {
      const before = spans[k - 1]
      if (!before || span.start <= from || span.start >= until) return
      const changed = subjects.map((subject) => ({
        subject,
        group: rootOf(plan, subject),
        was: before.status,
        is: span.status,
      }))
      byInstant.set(span.start, [...(byInstant.get(span.start) ?? []), ...changed])
    })
  }
  return [...byInstant].map(([at, subjects]) => ({ at, subjects })).toSorted((a, b) => a.at - b.at)
}

function milestonesOf(plan: CarePlan, { from, until }: Frame): readonly TimelineMilestone[] {
  return datePlan(plan)
    .milestones.filter((one) => {
      const start = one.from ?? one.until
      return start !== null && start >= from && start < until
    })
    .map((one) => ({
      milestone: one.milestone,
      kind: one.kind,
      from: one.from,
      until: one.until,
    }))
}
