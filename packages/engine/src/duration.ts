/** One ISO 8601 unit: elapsed time (hours, minutes) or calendar time (days, weeks, months, years). Never both. */
export type Duration =
  | { readonly kind: 'elapsed'; readonly milliseconds: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'months'; readonly months: number }

/** Six digits at most: more than any plan counts, and no clock overflows. */
const FORM = /^P(?:(\d{1,6})([YMWD])|T(\d{1,6})([HM]))$/
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
export const DAY_MS = 24 * HOUR_MS

/** Reads `PT48H`, `PT30M`, `P7D`, `P2W`, `P6M`, `P1Y`; undefined for anything else, and for lengths of over a hundred years. */
export function parseDuration(text: string): Duration | undefined {
  const match = FORM.exec(text)
  const duration = match ? durationOf(match) : undefined
  return duration && nominalMilliseconds(duration) <= LONGEST_MS ? duration : undefined
}

const LONGEST_MS = 36_525 * DAY_MS

function durationOf([
  ,
  calendarCount,
  calendarUnit,
  clockCount,
  clockUnit,
]: RegExpExecArray): Duration {
  if (calendarUnit === undefined) {
    return {
      kind: 'elapsed',
      milliseconds: Number(clockCount) * (clockUnit === 'H' ? HOUR_MS : MINUTE_MS),
    }
  }
  const count = Number(calendarCount)
  if (calendarUnit === 'D') return { kind: 'days', days: count }
  if (calendarUnit === 'W') return { kind: 'days', days: count * 7 }
  return { kind: 'months', months: calendarUnit === 'M' ? count : count * 12 }
}

/** The same length before instead of after. */
export function negated(duration: Duration): Duration {
  switch (duration.kind) {
    case 'elapsed':
      return { kind: 'elapsed', milliseconds: -duration.milliseconds }
    case 'days':
      return { kind: 'days', days: -duration.days }
    case 'months':
      return { kind: 'months', months: -duration.months }
  }
}

/**
 * A length to sort and compare by where no clock is at hand (form checks only): a day as 24 hours, a month as 30 days.
 * Nothing that a person is told comes from it.
 */
export function nominalMilliseconds(duration: Duration): number {
  switch (duration.kind) {
    case 'elapsed':
      return duration.milliseconds
    case 'days':
      return duration.days * DAY_MS
    case 'months':
      return duration.months * 30 * DAY_MS
  }
}
