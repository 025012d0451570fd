import type { Sign, SignReport } from '@afterglow/engine'
import { createLexicon, foundAt, type Found, type Lexicon, type Token } from '../words/lexicon.ts'
import { ALARM_ROWS, HARMLESS, HARMLESS_NAMES, OTHER_ROWS, type SignRow } from './sign-words.ts'
import { celsiusOf, isDenied, strengthOf } from './strength.ts'

/** A sign that a message speaks of. */
export interface SaidSign {
  readonly sign: Sign
  readonly severity: number
  /** The words themselves say that it is severe. */
  readonly isSaidSevere: boolean
  readonly isWorsening: boolean
  readonly isAlarm: boolean
}

/** What a message says of signs; what it says is not there is kept apart. */
export interface SaidSigns {
  readonly alarms: readonly SaidSign[]
  readonly others: readonly SaidSign[]
  readonly denied: readonly Sign[]
}

/** The place of a group of words: which row, which of its groups. */
interface Place {
  readonly row: number
  readonly group: number
}

export interface SignLexicon {
  readonly alarms: Lexicon<Place>
  readonly others: Lexicon<Place>
}

export function createSignLexicon(): SignLexicon {
  const harmless = HARMLESS.map((words) => [words, { row: NO_ROW, group: 0 }] as const)
  const names = HARMLESS_NAMES.map((words) => [words, { row: NO_NAME, group: 0 }] as const)
  return {
    alarms: createLexicon([...names, ...harmless, ...entriesOf(ALARM_ROWS)]),
    others: createLexicon(entriesOf(OTHER_ROWS)),
  }
}

/** Only the word that begins it is not heard; of a name, none of its words. */
const NO_ROW = -1
const NO_NAME = -2

function entriesOf(rows: readonly SignRow[]): readonly (readonly [string, Place])[] {
  return rows.flatMap(({ groups }, row) =>
    groups.flatMap((words, group) => words.map((word) => [word, { row, group }] as const)),
  )
}

/** Alarms are read in every word; other signs only where no subject's name stands (`taken`). */
export function findSigns(
  lexicon: SignLexicon,
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
): SaidSigns {
  const alarms = rowsSaid({ lexicon: lexicon.alarms, rows: ALARM_ROWS }, tokens)
  const loud = alarms.filter((one) => !isDenied(tokens, one))
  const denied = alarms.filter((one) => isDenied(tokens, one)).map(({ row }) => row.sign)
  const alarming = new Set(loud.map(({ row }) => row.sign))
  const others = rowsSaid({ lexicon: lexicon.others, rows: OTHER_ROWS }, tokens, taken).filter(
    ({ row, places }) =>
      !alarming.has(row.sign) && !isDenied(tokens, { row, places }) && !denied.includes(row.sign),
  )
  return {
    alarms: reportsOf(loud, tokens, true),
    others: reportsOf(others, tokens, false),
    denied: [...new Set(denied)].filter((sign) => !alarming.has(sign)),
  }
}

/** A row whose groups are all said, with the places of its words. */
export interface SaidRow {
  readonly row: SignRow
  readonly places: readonly Found<Place>[]
}

interface Rows {
  readonly lexicon: Lexicon<Place>
  readonly rows: readonly SignRow[]
}

function rowsSaid(
  { lexicon, rows }: Rows,
  tokens: readonly Token[],
  taken: ReadonlySet<number> = NONE,
): readonly SaidRow[] {
  const byRow = new Map<number, Found<Place>[]>()
  for (let k = 0; k < tokens.length; k++) {
    if (taken.has(k)) continue
    const all = foundAt(lexicon, tokens, k)
    const [longest] = all
    if (longest?.value.row === NO_NAME) k = longest.end - 1
    if (longest && longest.value.row < 0) continue
    for (const found of all) addTo(byRow, found)
  }
  return [...byRow].flatMap(([number, places]) => {
    const row = rows[number]
    const isWhole = row?.groups.every((_, group) =>
      places.some(({ value }) => value.group === group),
    )
    return row && isWhole ? [{ row, places }] : []
  })
}

const NONE: ReadonlySet<number> = new Set()
/** Of a word said a thousand times, the first places are enough. */
const PLACES_AT_MOST = 50

function addTo(byRow: Map<number, Found<Place>[]>, found: Found<Place>): void {
  const list = byRow.get(found.value.row)
  if (!list) byRow.set(found.value.row, [found])
  else if (
    list.length < PLACES_AT_MOST ||
    !list.some((one) => one.value.group === found.value.group)
  )
    list.push(found)
}

function reportsOf(
  rows: readonly SaidRow[],
  tokens: readonly Token[],
  isAlarm: boolean,
): readonly SaidSign[] {
  const strength = strengthOf(tokens)
  const { isMild, isStrong, isWorsening } = strength
  const bySign = new Map<Sign, SaidSign>()
  for (const { row } of rows) {
    const { sign } = row
    const before = bySign.get(sign)
    const severity = severityOf(row, tokens, { ...strength, isAlarm })
    bySign.set(sign, {
      sign,
      severity: Math.max(severity, before?.severity ?? 0),
      isSaidSevere: row.isSevere || (isStrong && !isMild) || before?.isSaidSevere === true,
      isWorsening,
      isAlarm,
    })
  }
  return [...bySign.values()]
}

interface Strength {
  readonly isMild: boolean
  readonly isStrong: boolean
  readonly isAlarm: boolean
}

/** Where nothing says how strong it is: the strongest for an alarm, moderate for what belongs to the course. */
function severityOf(row: SignRow, tokens: readonly Token[], strength: Strength): number {
  if (row.sign === 'fever') return celsiusOf(tokens)
  if (row.isSevere) return SEVERE
  if (row.sign === 'bleeding') return strength.isMild && !strength.isStrong ? MILD : SEVERE
  if (strength.isAlarm || strength.isStrong) return SEVERE
  return strength.isMild ? MILD : MODERATE
}

const SEVERE = 8
const MODERATE = 5
const MILD = 2

/** What the engine is told. */
export function signReportsOf(signs: readonly SaidSign[]): readonly SignReport[] {
  return signs.map(({ sign, severity, isWorsening }) => ({
    code: sign,
    severity,
    ...(isWorsening && { trend: 'worsening' as const }),
  }))
}
