import { inDigits, markdownTable } from '../table.ts'
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

function goalCells({ work, against, ratio }: Row): readonly [string, string] {
  const goal = GOALS[work][against]
  if (goal === undefined) return ['', '']
  return [inDigits(goal), ratio >= goal ? 'met' : 'missed']
}
