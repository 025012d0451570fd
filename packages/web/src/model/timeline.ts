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
  readonly groups: readonly TimelineGroup[]
  readonly changes: readonly TimelineChange[]
  readonly milestones: readonly TimelineMilestone[]
}

export interface TimelineDay {
  readonly at: Instant
  /** Calendar days since the session that the weeks are counted from. */
  readonly day: number
}

export interface TimelineGroup {
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
  /** Whether the answer changes inside the weeks: rows that do not are one colour from end to end. */
  readonly isChanging: boolean
  /** The first instant from now on that it is open at; null where no time opens it, and while it is open. */
  readonly opensAt: Instant | null
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
  const rows = rowsOf(care, { from, until })
  return {
    from,
    until,
    now: at >= from && at < until ? at : null,
    days: days.slice(0, -1),
    groups: groupsOf(plan, rows),
    changes: changesOf(plan, rows, { from, until }),
    milestones: milestonesOf(plan, { from, until }),
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

function rowsOf(care: Care, frame: Frame): readonly TimelineRow[] {
  const { plan, at } = care
  const order = rootsOf(plan).flatMap((root) => branch(plan, root))
  const bySpans = new Map<
    string,
    { readonly spans: readonly Span[]; readonly subjects: string[] }
  >()
  for (const subject of order) {
    if (plan.subjects[subject]?.group) continue
    const spans = spansFrom(plan, subject, frame.from)
    const key = `${rootOf(plan, subject)} ${JSON.stringify(spans)}`
    const row = bySpans.get(key) ?? { spans, subjects: [] }
    row.subjects.push(subject)
    bySpans.set(key, row)
  }
  return [...bySpans.values()].map(({ subjects, spans }) => ({
    subjects: withoutNested(plan, subjects),
    status: assess(plan, subjects[0] ?? '', at).status,
    spans: spans.filter((span) => span.start < frame.until),
    isChanging: spans.filter((span) => span.start < frame.until && !span.isPlanned).length > 1,
    opensAt: opensFrom(plan, subjects[0] ?? '', at),
  }))
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

function opensFrom(plan: CarePlan, subject: string, at: Instant): Instant | null {
  const { status, opensAt } = assess(plan, subject, at)
  return isOpen(status) ? null : opensAt
}

function groupsOf(plan: CarePlan, rows: readonly TimelineRow[]): readonly TimelineGroup[] {
  return rootsOf(plan)
    .map((group) => ({
      group,
      rows: rows.filter(({ subjects }) => rootOf(plan, subjects[0] ?? '') === group),
    }))
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
