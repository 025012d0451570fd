import {
  addToDate,
  assess,
  cautionOf,
  type Instant,
  localDate,
  parseInstant,
  type Status,
} from '@afterglow/engine'
import { subjectName } from '@afterglow/ledger'
import { HEADING, PLACE } from '../copy.ts'
import { paint, section, type Tone } from '../layout.ts'
import { DAY, dayText } from '../time-text.ts'
import { childrenOf } from './entries.ts'
import { groupedBy } from './lists.ts'
import type { View } from './view.ts'

const CELL: Readonly<Record<Status, { readonly mark: string; readonly tone: Tone }>> = {
  avoid: { mark: '█', tone: 'stop' },
  'ask-clinic': { mark: '▒', tone: 'ask' },
  unknown: { mark: '▒', tone: 'ask' },
  caution: { mark: '░', tone: 'care' },
  allowed: { mark: '·', tone: 'quiet' },
  recommended: { mark: '·', tone: 'quiet' },
}

const CELLS_A_DAY = 2
const NARROWEST_LABEL = 24

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
        .filter((row) => isTelling(view, scale, row)),
    }))
    .filter((group) => group.rows.length > 0)
  const lines = rows.flatMap((group) => groupLines(view, scale, group))
  if (lines.length === 0) return []
  const legend = `  ${paint(view.look, 'quiet', PLACE.legend)}`
  return section(view.look, HEADING.timeline, [...rulerLines(view, scale), ...lines, legend])
}

/** A row that changes, or that stays shut to the end of the weeks drawn; what is open all along says nothing. */
function isTelling({ plan }: View, { bounds }: Scale, { subject, cells }: Row): boolean {
  const [first = 'allowed', ...others] = cells
  if (others.some((status) => CELL[status].mark !== CELL[first].mark)) return true
  const changesLater = assess(plan, subject, bounds.at(-1) ?? 0).nextChangeAt !== null
  return first === 'avoid' || (cautionOf(first) > cautionOf('allowed') && changesLater)
}

interface Scale {
  /** The start of each cell, and the end of the last. */
  readonly bounds: readonly Instant[]
  readonly labelWidth: number
  readonly weeks: number
  /** The first midnight drawn. */
  readonly start: Instant
  /** The cell that holds now. */
  readonly now: number
}

/** Two cells a day, as many weeks as the width holds, from the local midnight of the last session. */
function scaleOf(view: View): Scale {
  const room = view.look.columns - NARROWEST_LABEL - 3
  const weeks = Math.max(1, Math.min(4, Math.floor(room / (7 * CELLS_A_DAY))))
  const cells = weeks * 7 * CELLS_A_DAY
  const start = firstMidnight(view)
  return {
    bounds: Array.from({ length: cells + 1 }, (_, k) => start + (k * DAY) / CELLS_A_DAY),
    labelWidth: view.look.columns - cells - 3,
    weeks,
    start,
    now: Math.floor(((view.at - start) / DAY) * CELLS_A_DAY),
  }
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
  scale: Scale,
  { code, rows }: { readonly code: string; readonly rows: readonly Row[] },
): readonly string[] {
  const merged = groupedBy(rows, ({ cells }) => cells.join())
  const isGroup = view.plan.subjects[code]?.group ?? false
  const title = `  ${paint(view.look, 'strong', subjectName(view.texts, code))}`
  return [
    ...(isGroup ? [title] : []),
    ...merged.flatMap((same) => rowLines(view, scale, { same, indent: isGroup ? 2 : 0 })),
  ]
}

/** One line for as many of the subjects as fit beside each other: every name is read. */
function rowLines(
  { look, texts }: View,
  { labelWidth }: Scale,
  { same, indent }: { readonly same: readonly Row[]; readonly indent: number },
): readonly string[] {
  const names = same.map(({ subject }) => subjectName(texts, subject).replace(/ \(.*\)$/, ''))
  const marks = runsOf(same[0]?.cells ?? []).map(([status, length]) =>
    paint(look, CELL[status].tone, CELL[status].mark.repeat(length)),
  )
  return fitted(names, labelWidth - indent - 1).map((label) => {
    const text = ' '.repeat(indent) + label
    return `  ${text.padEnd(labelWidth)}${marks.join('')}`
  })
}

/** The names, as many in a label as fit. */
function fitted(names: readonly string[], width: number): readonly string[] {
  const labels: string[] = []
  for (const name of names) {
    const last = labels.pop()
    const joined = last === undefined ? name : `${last}, ${name}`
    if (last !== undefined && joined.length > width) labels.push(last, shortened(name, width))
    else labels.push(shortened(joined, width))
  }
  return labels
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
  const { bounds, labelWidth, weeks, start, now } = scale
  const dates = Array.from({ length: weeks }, (_, week) => {
    const noon = start + (week * 7 + 0.5) * DAY
    return `|${dayText(noon, view)}`.padEnd(7 * CELLS_A_DAY)
  })
  const pad = ' '.repeat(labelWidth + 2)
  const mark = `${pad}${' '.repeat(Math.max(0, now))}${paint(view.look, 'strong', `▼ ${PLACE.today}`)}`
  return [
    `${pad}${paint(view.look, 'quiet', dates.join('').trimEnd())}`,
    ...(now >= 0 && now < bounds.length - 1 ? [mark] : []),
  ]
}

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`
}
