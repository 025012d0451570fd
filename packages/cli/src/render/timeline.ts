import {
  addToDate,
  assess,
  cautionOf,
  type Instant,
  localDate,
  parseInstant,
  type Status,
} from '@afterglow/engine'
import { HEADING, PLACE } from '../copy.ts'
import { paint, section, type Tone } from '../layout.ts'
import { subjectName } from '../texts.ts'
import { DAY, dayText } from '../time-text.ts'
import { childrenOf } from './entries.ts'
import type { View } from './view.ts'

const CELL: Readonly<Record<Status, { readonly mark: string; readonly tone: Tone }>> = {
  avoid: { mark: '█', tone: 'stop' },
  'ask-clinic': { mark: '▒', tone: 'ask' },
  unknown: { mark: '▒', tone: 'ask' },
  caution: { mark: '░', tone: 'care' },
  allowed: { mark: '·', tone: 'quiet' },
  recommended: { mark: '·', tone: 'quiet' },
}

const LABEL_WIDTH = 27
const WEEKS = 4
const DAYS = WEEKS * 7

/** One cell's strictest answer and its row's subject. */
interface Row {
  readonly subject: string
  readonly cells: readonly Status[]
}

/** The weeks around now, one row a main subject: a narrower one has its own where it says something else. */
export function timelineLines(view: View): readonly string[] {
  const scale = scaleOf(view)
  const rows = Object.entries(view.plan.subjects)
    .filter(([, subject]) => subject.broader.length === 0)
    .map(([code, { group }]) => ({
      code,
      rows: (group ? childrenOf(view.plan, code) : [code])
        .map((subject) => ({ subject, cells: cellsOf(view, scale, subject) }))
        .filter(({ cells }) => cells.some((status) => CELL[status].mark !== '·')),
    }))
    .filter((group) => group.rows.length > 0)
  const lines = rows.flatMap((group) => groupLines(view, group))
  if (lines.length === 0) return []
  const legend = `  ${paint(view.look, 'quiet', PLACE.legend)}`
  return section(view.look, HEADING.timeline, [...rulerLines(view, scale), ...lines, legend])
}

interface Scale {
  /** The start of each cell, and the end of the last. */
  readonly bounds: readonly Instant[]
  readonly cellsADay: number
  /** The first midnight drawn. */
  readonly start: Instant
  readonly now: number
}

/** As many cells a day as the width holds, from the local midnight of the last session (or of today, later on). */
function scaleOf(view: View): Scale {
  const room = view.look.columns - LABEL_WIDTH - 3
  const cellsADay = Math.max(1, Math.min(2, Math.floor(room / DAYS)))
  const start = firstMidnight(view)
  const cells = Math.min(room, DAYS * cellsADay)
  const bounds = Array.from({ length: cells + 1 }, (_, k) => start + (k * DAY) / cellsADay)
  return { bounds, cellsADay, start, now: Math.floor(((view.at - start) / DAY) * cellsADay) }
}

function firstMidnight({ plan, at, zone }: View): Instant {
  const ended = plan.procedures.filter((one) => one.endedAt <= at).map((one) => one.endedAt)
  const last = Math.max(...ended)
  const weeksBack = Math.floor(Math.max(0, at - last) / (2 * 7 * DAY)) * 2
  const date = addToDate(localDate(last, zone), { kind: 'days', days: weeksBack * 7 })
  return midnight(date, last + weeksBack * 7 * DAY, zone)
}

/** The first instant of a local date: the offset around then is read off the clock, hour by hour. */
function midnight(date: string, near: Instant, zone: string): Instant {
  const guess = parseInstant(`${date}T00:00:00Z`) ?? near
  const hour = 3_600_000
  for (let at = guess - 15 * hour; at <= guess + 15 * hour; at += hour / 4)
    if (localDate(at, zone) === date) return at
  return guess
}

function cellsOf(view: View, { bounds }: Scale, subject: string): readonly Status[] {
  return bounds
    .slice(0, -1)
    .map((start, k) => strictestIn(view, subject, [start, bounds[k + 1] ?? start]))
}

/** The strictest answer that holds at any instant of the span: at its start, and from each change inside it. */
function strictestIn(
  { plan }: View,
  subject: string,
  [start, end]: readonly [Instant, Instant],
): Status {
  let verdict = assess(plan, subject, start)
  let strictest = verdict.since === null ? 'allowed' : verdict.status
  for (;;) {
    const change = verdict.nextChangeAt
    if (change === null || change >= end) return strictest
    verdict = assess(plan, subject, change)
    if (cautionOf(verdict.status) > cautionOf(strictest)) strictest = verdict.status
  }
}

function groupLines(
  view: View,
  { code, rows }: { readonly code: string; readonly rows: readonly Row[] },
): readonly string[] {
  const merged = mergedRows(rows)
  const title = `  ${paint(view.look, 'strong', subjectName(view.texts, code))}`
  const heading = view.plan.subjects[code]?.group ? [title] : []
  return [...heading, ...merged.map((row) => rowLine(view, row))]
}

function mergedRows(rows: readonly Row[]): readonly (Row & { readonly others: number })[] {
  const key = ({ cells }: Row) => cells.join()
  return rows
    .filter((row, k) => rows.findIndex((one) => key(one) === key(row)) === k)
    .map((row) => ({ ...row, others: rows.filter((one) => key(one) === key(row)).length - 1 }))
}

function rowLine(
  { look, texts }: View,
  { subject, cells, others }: Row & { readonly others: number },
): string {
  const suffix = others === 0 ? '' : ` +${others}`
  const name = subjectName(texts, subject).replace(/ \(.*\)$/, '')
  const label = shortened(name, LABEL_WIDTH - 1 - suffix.length) + suffix
  const marks = runsOf(cells).map(([status, length]) =>
    paint(look, CELL[status].tone, CELL[status].mark.repeat(length)),
  )
  return `  ${label.padEnd(LABEL_WIDTH)}${marks.join('')}`
}

function runsOf(cells: readonly Status[]): readonly (readonly [Status, number])[] {
  const runs: [Status, number][] = []
  for (const status of cells) {
    const last = runs.at(-1)
    if (last?.[0] === status) last[1]++
    else runs.push([status, 1])
  }
  return runs
}

/** The weeks' dates over the cells, and a mark over the cell that holds now. */
function rulerLines(view: View, scale: Scale): readonly string[] {
  const { bounds, cellsADay, start, now } = scale
  const weeks = Array.from({ length: WEEKS }, (_, week) => {
    const noon = start + (week * 7 + 0.5) * DAY
    return `|${dayText(noon, view).replace(/^\w+ /, '')}`.padEnd(7 * cellsADay)
  })
  const pad = ' '.repeat(LABEL_WIDTH + 2)
  const width = bounds.length - 1
  const mark =
    now >= 0 && now < width
      ? [`${pad}${' '.repeat(now)}${paint(view.look, 'strong', `▼ ${PLACE.today}`)}`]
      : []
  return [`${pad}${paint(view.look, 'quiet', weeks.join('').slice(0, width))}`, ...mark]
}

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`
}
