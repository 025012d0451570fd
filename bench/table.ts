import type { Row } from './rows.ts'
import type { RivalName, Work } from './rival.ts'

/** How many times as fast as each rival we mean to be (design.md, section 11); those without a goal are shown only. */
const GOALS: Readonly<Record<Work, Partial<Record<RivalName, number>>>> = {
  plan: { 'json-rules-engine': 140, 'zen-engine': 25, 'node-rules': 12, floor: 0.8 },
  verdict: { 'node-rules': 300, floor: 1 },
  triage: { 'node-rules': 50, floor: 0.6 },
}

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
  const widths = head.map((_, k) =>
    Math.max(...[head, ...body].map((cells) => cells[k]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, k) => (k < 3 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, k) => (k < 3 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...body.map(line)].join('\n')
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
