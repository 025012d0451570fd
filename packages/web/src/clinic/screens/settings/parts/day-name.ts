import type { Locale } from '../../../../words/locale.ts'

/** 2024-01-01 was a Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** The name of an ISO weekday, 1 is Monday. */
export function dayName(day: number, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return format.format(MONDAY_MS + (day - 1) * DAY_MS)
}
