import { foundAt, type Lexicon, type Token } from '../words/lexicon.ts'
import { type Anchors, dayOf, HOUR_MS, type TimeSpan } from './calendar.ts'
import { tokensOf } from '../words/fold.ts'
import type { TimeWord } from './time-words.ts'

/** A time that a message names: where, and the stretches that it may mean. */
export interface SaidTime {
  readonly start: number
  readonly end: number
  readonly spans: readonly TimeSpan[]
  /** Said of what was, not of what is asked: `3 days ago`. */
  readonly isPast: boolean
  /** A word beside it may name another time, or none. */
  readonly isDoubtful?: boolean
  /** The calendar days that it may mean, for a part of the day or a clock time beside it. */
  readonly dates?: readonly string[]
}

export interface TimeContext extends Anchors {
  readonly lexicon: Lexicon<TimeWord>
  /** Something was done already: `kal` and a bare weekday are behind. */
  readonly isDone: boolean
  /** Arabic and Urdu say `after 3 days` for `in 3 days` as well. */
  readonly isBoth: boolean
}

/** One look at a message: its words of time by place. */
export interface Reading extends TimeContext {
  readonly tokens: readonly Token[]
  readonly words: readonly (readonly Word[])[]
  /** A word was passed over that may have named a time. */
  readonly isDoubtful: boolean
}

interface Word {
  readonly word: TimeWord
  readonly end: number
}

/** Looks at every word of a message once. */
export function createReading(tokens: readonly Token[], context: TimeContext): Reading {
  const all = tokens.map((_, k) => wordsAt(context.lexicon, tokens, k))
  const words = all.map((found, k) =>
    found.filter((one) => isMeant({ lexicon: context.lexicon, tokens, k }, one)),
  )
  const isDoubtful = all.some(
    (found, k) =>
      found.length > 0 && words[k]?.length === 0 && !NEVER_ALONE.has(tokens[k]?.text ?? ''),
  )
  return { ...context, tokens, words, isDoubtful }
}

function wordsAt(lexicon: Lexicon<TimeWord>, tokens: readonly Token[], k: number): readonly Word[] {
  const text = tokens[k]?.text ?? ''
  if (/^\d+(?:-\d+)?$/.test(text) && Number.parseInt(text, 10) <= MOST_NUMBER)
    return [{ word: { kind: 'number', value: Number.parseInt(text, 10) }, end: k + 1 }]
  return foundAt(lexicon, tokens, k).map(({ value, end }) => ({ word: value, end }))
}

const MOST_NUMBER = 400

interface Place {
  readonly lexicon: Lexicon<TimeWord>
  readonly tokens: readonly Token[]
  readonly k: number
}

/** A word that only may be one of time is one where a time can stand. */
function isMeant(place: Place, { word, end }: Word): boolean {
  const { lexicon, tokens, k } = place
  const text = tokens[k]?.text ?? ''
  if (end > k + 1 || /^\d/.test(text)) return true
  if (NEVER_ALONE.has(text)) return canStand(place, word)
  if (!NAMES.has(word.kind)) return true
  const isAsWritten = lexicon.phrases.has(text)
  if (isAsWritten ? !OTHER_WORDS.has(text) : isSlip(lexicon, tokens[k])) return true
  const before = tokens[k - 1]?.text ?? ''
  return BEFORE_A_TIME.has(before) || /^\d/.test(before) || isAtEnd(tokens, end)
}

function isAtEnd(tokens: readonly Token[], end: number): boolean {
  const next = tokens[end]?.text
  return next === undefined || /^[^\p{L}\d]/u.test(next)
}

/** A number only before a unit, a unit only behind a number. */
function canStand({ lexicon, tokens, k }: Place, { kind }: TimeWord): boolean {
  const says = (place: number, one: TimeWord['kind']) =>
    foundAt(lexicon, tokens, place).some(({ value }) => value.kind === one)
  const before = tokens[k - 1]?.text ?? ''
  if (kind === 'number' || kind === 'ordinal') return says(k + 1, 'unit') || says(k - 1, 'unit')
  if (kind === 'month')
    return (
      [k - 1, k + 1].some((one) => /^\d|^(?:st|nd|rd|th)$/.test(tokens[one]?.text ?? '')) ||
      BEFORE_A_TIME.has(before)
    )
  if (kind === 'unit')
    return /^\d/.test(before) || says(k - 1, 'number') || /^\d/.test(tokens[k + 1]?.text ?? '')
  return says(k - 1, 'unit')
}

/** Words of several meanings, of time beside other words of time alone. */
const NEVER_ALONE = new Set([
  'may',
  'march',
  'second',
  'do',
  'me',
  'char',
  'das',
  'out',
  'past',
  'd',
  'h',
])
const OTHER_WORDS = new Set(['sat', 'mon', 'sun', 'wed', 'peer', 'tarde'])
const NAMES = new Set<string>([
  'weekday',
  'month',
  'day',
  'part',
  'weekend',
  'vague',
  'next-morning',
])
const BEFORE_A_TIME = new Set(
  tokensOf(`on in at this next last until till by before after coming or the of el la los las este esta proximo para hasta
  يوم في من is agle اگلے tomorrow today`),
)

/** Begun as the word that it may be, and long enough. */
function isSlip(lexicon: Lexicon<TimeWord>, token: Token | undefined): boolean {
  const { text = '', readings = [] } = token ?? {}
  const isLong = text.length >= SLIP_FROM || !/^[a-z]+$/.test(text)
  return (
    isLong && readings.some((one) => lexicon.phrases.has(one) && one.startsWith(text.slice(0, 3)))
  )
}

const SLIP_FROM = 6

export type Matcher = (reading: Reading, k: number) => SaidTime | undefined

type WordOf<K extends TimeWord['kind']> = Extract<TimeWord, { kind: K }> & { readonly end: number }

export function wordOf<K extends TimeWord['kind']>(
  { words }: Reading,
  k: number,
  kind: K,
): WordOf<K> | undefined {
  const found = words[k]?.find(({ word }) => word.kind === kind)
  // The kind was just compared.
  return found && ({ ...found.word, end: found.end } as WordOf<K>)
}

const SMALL = new Set([
  'of',
  'de',
  'the',
  'el',
  'la',
  'ki',
  'ke',
  'کے',
  'my',
  'del',
  'tareekh',
  'تاریخ',
  'من',
])

export function skipSmall({ tokens }: Reading, k: number): number {
  return SMALL.has(tokens[k]?.text ?? '') ? k + 1 : k
}

export function onDates(
  reading: Reading,
  dates: readonly string[],
  [start, end]: readonly [number, number],
): SaidTime {
  return { start, end, spans: dates.map((date) => dayOf(date, reading)), isPast: false, dates }
}

export const DAY_MS = 24 * HOUR_MS
