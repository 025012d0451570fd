import type { Row } from './rows.ts'
import type { RivalName, Work } from './rival.ts'

/** How many times as fast as each rival we mean to be; those without a goal are shown only. */
const GOALS: Readonly<Record<Work, Partial<Record<RivalName, number>>>> = {
  plan: { 'json-rules-engine': 140, 'zen-engine': 25, 'node-rules': 12, floor: 0.8 },
  verdict: { 'node-rules': 300, floor: 1 },
  triage: { 'node-rules': 50, floor: 0.6 },
}

const NAMES = 3

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['work', 'protocol', 'against', 'ratio', 'goal', '', 'ours/s', 'theirs/s']
  const body = rows.map((row) => [
    row.work,
    row.protocol,
    row.against,
    inDigits(row.ratio),
    ...goalCells(row),
    inDigits(row.ours),
    inDigits(row.theirs),
  ])
  return markdownTable([head, ...body], NAMES)
}

/** The first row is the head; the first columns are names, the others numbers. */
export function markdownTable(rows: readonly (readonly string[])[], names: number): string {
  const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)))
  const pad = (cell: string, k: number) =>
    k < names ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)
  const lines = rows.map((row) => `| ${row.map(pad).join(' | ')} |`)
  const rule = widths.map((width, k) =>
    k < names ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`,
  )
  return [lines[0], `|${rule.join('|')}|`, ...lines.slice(1)].join('\n')
}

function goalCells({ work, against, ratio }: Row): readonly [string, string] {
  const goal = GOALS[work][against]
  if (goal === undefined) return ['', '']
  return [String(goal), ratio >= goal ? 'met' : 'missed']
}

/** Three digits that say something. */
export function inDigits(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString('en-US')
    : String(Number(value.toPrecision(3)))
}
