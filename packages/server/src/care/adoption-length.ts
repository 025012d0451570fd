/** One ISO 8601 unit, to be compared without a clock: so that a rule holds in every zone, on every day. */
interface Length {
  readonly unit: 'elapsed' | 'days' | 'months'
  readonly count: number
  /** In hours, over every clock change: a day has 21 to 27 at the widest, a month 28 to 31 days. */
  readonly shortest: number
  readonly longest: number
}

const FORM = /^P(?:(\d{1,6})([YMWD])|T(\d{1,6})([HM]))$/
/** As the ledger's own lengths. */
const LONGEST_HOURS = 36_525 * 24
const CLOCK_CHANGES = 3

export function isLength(text: string): boolean {
  return readLength(text) !== undefined
}

/** Whether one length ends no sooner than another, whenever and wherever both begin. */
export function isNoShorter(length: string, than: string): boolean {
  const [one, other] = [readLength(length), readLength(than)]
  if (one === undefined || other === undefined) return false
  return one.unit === other.unit ? one.count >= other.count : one.shortest >= other.longest
}

/** The shortest of several, about: for a message. */
export function shortestOf(lengths: readonly string[]): string {
  return lengths.reduce((best, next) => (hoursOf(next) < hoursOf(best) ? next : best))
}

function hoursOf(text: string): number {
  return readLength(text)?.longest ?? 0
}

function readLength(text: string): Length | undefined {
  const match = FORM.exec(text)
  if (!match) return undefined
  const [, calendar, unit, clock, clockUnit] = match
  const length =
    unit === undefined
      ? elapsed(clockUnit === 'H' ? Number(clock) : Number(clock) / 60)
      : calendarLength(Number(calendar), unit)
  return length.longest <= LONGEST_HOURS ? length : undefined
}

function elapsed(hours: number): Length {
  return { unit: 'elapsed', count: hours, shortest: hours, longest: hours }
}

function calendarLength(count: number, unit: string): Length {
  const months = unit === 'M' ? count : count * 12
  if (unit === 'M' || unit === 'Y') return spanned('months', months, [28, 31])
  return spanned('days', unit === 'W' ? count * 7 : count, [1, 1])
}

function spanned(
  unit: Length['unit'],
  count: number,
  [least, most]: readonly [number, number],
): Length {
  return {
    unit,
    count,
    shortest: count * least * 24 - CLOCK_CHANGES,
    longest: count * most * 24 + CLOCK_CHANGES,
  }
}
