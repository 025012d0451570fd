import { foundAt, type Lexicon, type Token } from '../words/lexicon.ts'
import { type Anchors, dayOf, HOUR_MS, type TimeSpan } from './calendar.ts'
import type { TimeWord } from './time-words.ts'

/** A time that a message names: where, and the stretches that it may mean. */
export interface SaidTime {
  readonly start: number
  readonly end: number
  readonly spans: readonly TimeSpan[]
  /** Said of what was, not of what is asked: `3 days ago`. */
  readonly isPast: boolean
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
}

interface Word {
  readonly word: TimeWord
  readonly end: number
}

/** Looks at every word of a message once. */
export function createReading(tokens: readonly Token[], context: TimeContext): Reading {
  const words = tokens.map((_, k) => wordsAt(context.lexicon, tokens, k))
  return { ...context, tokens, words }
}

function wordsAt(lexicon: Lexicon<TimeWord>, tokens: readonly Token[], k: number): readonly Word[] {
  const text = tokens[k]?.text ?? ''
  if (/^\d+(?:-\d+)?$/.test(text) && Number.parseInt(text, 10) <= MOST_NUMBER)
    return [{ word: { kind: 'number', value: Number.parseInt(text, 10) }, end: k + 1 }]
  return foundAt(lexicon, tokens, k).map(({ value, end }) => ({ word: value, end }))
}

const MOST_NUMBER = 400

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
