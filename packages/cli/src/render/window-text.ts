import type { Protocol, Window } from '@afterglow/engine'
import { listed, signWord, type Texts } from '@afterglow/ledger'
import { WINDOW } from '../copy.ts'
import { count } from '../time-text.ts'

type Length = NonNullable<Window['from']>
type End = Exclude<NonNullable<Window['until']>, 'cleared'>

/** What a source's own words of time are read from: the protocol's table of vague words, and the texts. */
export interface Reader {
  readonly protocols: readonly Protocol[]
  readonly texts: Texts
}

/** A source's figure in its own unit: `for 24 to 74 hours`, `for "a few days" (read as 5 days)`. */
export function windowText(window: Window | null, reader: Reader): string {
  if (!window) return WINDOW.open
  const { from, until, and = [], signs, maybe } = window
  const named = Array.isArray(signs)
    ? listed(signs.map((sign) => signWord(reader.texts, sign)))
    : ''
  return [
    ...(from === undefined ? [] : [WINDOW.from(lengthWords(from, reader))]),
    ...(until === undefined ? [] : [untilText(until, reader)]),
    ...(and.includes('settled') ? [named === '' ? WINDOW.settled : WINDOW.gone(named)] : []),
    ...(and.includes('cleared') ? [WINDOW.cleared] : []),
    ...(maybe === undefined ? [] : [WINDOW.maybe(lengthWords(maybe, reader))]),
  ].join(', ')
}

function untilText(until: NonNullable<Window['until']>, reader: Reader): string {
  if (until === 'cleared') return WINDOW.cleared
  return WINDOW.lasting(endWords(until, reader))
}

function endWords(end: End, reader: Reader): string {
  if (typeof end !== 'object' || !('atLeast' in end)) return lengthWords(end, reader)
  const least = lengthWords(end.atLeast, reader)
  const most = lengthWords(end.atMost, reader)
  const [leastCount, leastUnit] = least.split(' ')
  return most.endsWith(` ${leastUnit}`) ? `${leastCount} to ${most}` : `${least} to ${most}`
}

function lengthWords(length: Length, { protocols }: Reader): string {
  if (typeof length === 'string') return durationWords(length)
  const { reading } = length
  for (const { readings } of protocols) {
    const word = readings.words[reading]
    if (word) return WINDOW.readAs(word.phrase.split(',')[0] ?? word.phrase, durationWords(word.is))
    if (reading === 'typical-recovery')
      return WINDOW.typical(durationWords(readings.typicalRecoveryEnd.until))
    if (reading === 'outer-recovery')
      return WINDOW.outer(durationWords(readings.outerRecoveryEnd.until))
  }
  return reading.replaceAll('-', ' ')
}

const UNITS: Readonly<Record<string, string>> = {
  TH: 'hour',
  TM: 'minute',
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
}

/** `PT48H` is 48 hours and `P2D` is 2 days: they are not the same and are not turned into each other. */
function durationWords(duration: string): string {
  const [, clock = '', number = '', unit = ''] = /^P(T?)(\d+)([A-Z])$/.exec(duration) ?? []
  const name = UNITS[clock + unit]
  return name === undefined ? duration : count(Number(number), name)
}

/** The longest usual recovery, in the first protocol's own figure. */
export function outerText({ protocols }: Reader): string {
  const until = protocols[0]?.readings.outerRecoveryEnd.until
  return until === undefined ? '' : WINDOW.outer(durationWords(until))
}
