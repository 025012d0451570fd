/** A time of one unit, as a clinician types it; the ledger writes it as `PT48H`, `P7D`, `P2W`, `P6M`. */
export interface Length {
  readonly count: number
  readonly unit: LengthUnit
}

export const LENGTH_UNITS = ['hour', 'day', 'week', 'month'] as const
export type LengthUnit = (typeof LENGTH_UNITS)[number] | 'minute' | 'year'

const LETTERS: Readonly<Record<string, LengthUnit>> = {
  TM: 'minute',
  TH: 'hour',
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
}

export function readLength(text: string): Length | null {
  const [, clock = '', count = '', letter = ''] = /^P(T?)(\d{1,6})([YMWDH])$/.exec(text) ?? []
  const unit = LETTERS[clock + letter]
  return unit === undefined ? null : { count: Number(count), unit }
}

export function writeLength({ count, unit }: Length): string {
  const letters = Object.keys(LETTERS).find((key) => LETTERS[key] === unit) ?? 'D'
  const clock = letters.startsWith('T') ? 'T' : ''
  return `P${clock}${count}${letters.slice(clock.length)}`
}

/**
 * Whether one length ends no sooner than another, wherever and whenever both begin: a day can have 21 hours and a month 28
 * days. The server asks the same before it publishes.
 */
export function isNoShorter(length: string, than: string): boolean {
  const [one, other] = [spanOf(length), spanOf(than)]
  if (one === null || other === null) return false
  return one.kind === other.kind ? one.count >= other.count : one.shortest >= other.longest
}

/** The one that may end first. */
export function shortestOf(lengths: readonly string[]): string | null {
  const [first, ...others] = lengths
  if (first === undefined) return null
  return others.reduce((best, next) => (hoursOf(next) < hoursOf(best) ? next : best), first)
}

function hoursOf(text: string): number {
  return spanOf(text)?.longest ?? Number.POSITIVE_INFINITY
}

interface ClockSpan {
  readonly kind: 'elapsed' | 'days' | 'months'
  readonly count: number
  /** In hours. */
  readonly shortest: number
  readonly longest: number
}

/** How far clock changes may move an end, in hours. */
const CLOCK_CHANGES = 3

function spanOf(text: string): ClockSpan | null {
  const length = readLength(text)
  if (length === null) return null
  const { count, unit } = length
  switch (unit) {
    case 'minute':
      return elapsed(count / 60)
    case 'hour':
      return elapsed(count)
    case 'day':
      return calendar('days', count, [1, 1])
    case 'week':
      return calendar('days', count * 7, [1, 1])
    case 'month':
      return calendar('months', count, [28, 31])
    case 'year':
      return calendar('months', count * 12, [28, 31])
  }
}

function elapsed(hours: number): ClockSpan {
  return { kind: 'elapsed', count: hours, shortest: hours, longest: hours }
}

function calendar(
  kind: 'days' | 'months',
  count: number,
  [least, most]: readonly [number, number],
): ClockSpan {
  return {
    kind,
    count,
    shortest: count * least * 24 - CLOCK_CHANGES,
    longest: count * most * 24 + CLOCK_CHANGES,
  }
}
