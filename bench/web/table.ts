import { inDigits } from '../table.ts'
import type { RivalName, Row, Work } from './rows.ts'

/** How many times as soon as each rival we mean to be there: twice, and 1 / 1.5; those without a goal are shown only. */
const GOALS: Readonly<Record<Work, Partial<Record<RivalName, number>>>> = {
  'page-cold': { 'react-fhir': 2 },
  'page-repeat': { 'server-rendered': 2 / 3 },
}

const NAMES = 2

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['work', 'against', 'ratio', 'goal', '', 'ours ms', 'theirs ms']
  const body = rows.map((row) => [
    row.work,
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
  return [inDigits(goal), ratio >= goal ? 'met' : 'missed']
}
