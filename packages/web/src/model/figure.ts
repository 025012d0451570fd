import type { Protocol, Window } from '@afterglow/engine'

/** A length as its source states it: hours stay hours and days stay days. */
export interface Length {
  readonly count: number
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
  /** The vague word it was read from, by the key of the protocol's table of readings; null where a number was stated. */
  readonly reading: string | null
}

/** A source's own figure. Nulls where it states nothing of the kind. */
export interface Figure {
  readonly from: Length | null
  readonly atLeast: Length | null
  readonly atMost: Length | null
  /** A number that may not be meant for this sentence. */
  readonly maybe: Length | null
  /** The signs that have to be gone. */
  readonly settled: readonly string[] | 'all' | null
  readonly isUntilCleared: boolean
}

const OPEN: Figure = {
  from: null,
  atLeast: null,
  atMost: null,
  maybe: null,
  settled: null,
  isUntilCleared: false,
}

/** What a window says, in the source's own units; vague words are read by the protocol's own table. */
export function figureOf(window: Window | null, protocols: readonly Protocol[]): Figure {
  if (!window) return OPEN
  const { from, until, and = [], signs = 'all', maybe } = window
  const read = (length: Stated | undefined) => lengthOf(length, protocols)
  return {
    from: read(from),
    ...boundsOf(until, read),
    maybe: read(maybe),
    settled: and.includes('settled') ? signs : null,
    isUntilCleared: until === 'cleared' || and.includes('cleared'),
  }
}

type Stated = NonNullable<Window['from']>

function boundsOf(
  until: Window['until'],
  read: (length: Stated | undefined) => Length | null,
): Pick<Figure, 'atLeast' | 'atMost'> {
  if (until === undefined || until === 'cleared') return { atLeast: null, atMost: null }
  const isRange = typeof until === 'object' && 'atLeast' in until
  return isRange
    ? { atLeast: read(until.atLeast), atMost: read(until.atMost) }
    : { atLeast: read(until), atMost: read(until) }
}

function lengthOf(length: Stated | undefined, protocols: readonly Protocol[]): Length | null {
  if (length === undefined) return null
  if (typeof length === 'string') return durationLength(length, null)
  const { reading } = length
  const texts = protocols.flatMap(({ readings }) => readingOf(readings, reading))
  return durationLength(texts[0] ?? '', reading)
}

function readingOf(readings: Protocol['readings'], reading: string): readonly string[] {
  if (reading === 'typical-recovery') return [readings.typicalRecoveryEnd.until]
  if (reading === 'outer-recovery') return [readings.outerRecoveryEnd.until]
  const word = Object.hasOwn(readings.words, reading) ? readings.words[reading] : undefined
  return word ? [word.is] : []
}

const UNITS: Readonly<Record<string, Length['unit']>> = {
  TM: 'minute',
  TH: 'hour',
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
}

/** Durations of the ledger have one unit; null for anything else, so that no figure is made up. */
function durationLength(duration: string, reading: string | null): Length | null {
  const [, clock = '', count = '', letter = ''] = /^P(T?)(\d+)([A-Z])$/.exec(duration) ?? []
  const unit = UNITS[clock + letter]
  return unit === undefined ? null : { count: Number(count), unit, reading }
}
