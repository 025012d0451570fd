import { daysBetween, type Instant, localDate, parseInstant } from '@afterglow/engine'
import { createDates, type Dates } from './dates.ts'
import { type Digits, intlLocale, type Locale, MARKS, type Marks } from './locale.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How a person reads numbers, dates and lengths: every one on the screen is written by one of these. */
export interface Format extends Omit<Dates, 'fullDate' | 'zoneName'> {
  readonly number: (value: number) => string
  /** `6 December 2026` of a calendar date such as `2026-12-06`. */
  readonly date: (date: string) => string
  /** `50 minutes`, `23 hours`, `2 days 3 hours`, `3 weeks`: two units at most. */
  readonly length: (milliseconds: number) => string
  /** A length that has passed: whole hours for the first two days. */
  readonly elapsed: (milliseconds: number) => string
  /** One length in one unit: `48 hours`, `2 days`. */
  readonly unit: (count: number, unit: Unit) => string
  /** `a, b and c`, or with or. */
  readonly list: (words: readonly string[], last?: 'and' | 'or') => string
  /** Parts side by side, with the language's own mark between them. */
  readonly join: (parts: readonly string[], mark: keyof Marks) => string
  /** A zone's name in words at an instant: `Gulf Standard Time`. */
  readonly zoneName: (zone: string, at: Instant) => string
  /** Whole calendar days from one instant to another. */
  readonly daysBetween: (from: Instant, to: Instant) => number
}

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

export interface FormatOptions {
  readonly locale: Locale
  readonly digits: Digits
  readonly zone: string
}

export function createFormat({ locale, digits, zone }: FormatOptions): Format {
  const tag = intlLocale(locale, digits)
  const { fullDate: _, zoneName: __, ...dates } = createDates({ locale, digits, zone })
  const number = (value: number) => formatterOf(tag, 'number').format(value)
  const unit = (count: number, of: Unit) => unitFormat(tag, of).format(count)
  const list = (words: readonly string[], last: 'and' | 'or' = 'and') =>
    new Intl.ListFormat(tag, { type: last === 'and' ? 'conjunction' : 'disjunction' }).format(words)
  // English sets the two side by side: `2 days 3 hours`.
  const length = (milliseconds: number) => {
    const parts = lengthParts(milliseconds, unit)
    return locale === 'en' ? parts.join(' ') : list(parts)
  }
  return {
    number,
    unit,
    list,
    length,
    ...dates,
    date: (date) =>
      createDates({ locale, digits, zone: 'UTC' }).fullDate(parseInstant(`${date}T12:00:00Z`) ?? 0),
    elapsed: (milliseconds) =>
      milliseconds < 2 * DAY_MS && milliseconds >= HOUR_MS
        ? unit(Math.floor(milliseconds / HOUR_MS), 'hour')
        : length(Math.floor(milliseconds / MINUTE_MS) * MINUTE_MS),
    join: (parts, mark) => parts.join(MARKS[locale][mark]),
    zoneName: (of, at) => createDates({ locale, digits, zone: of }).zoneName(at),
    daysBetween: (from, to) => daysBetween(localDate(from, zone), localDate(to, zone)),
  }
}

function lengthParts(
  milliseconds: number,
  unit: (count: number, of: Unit) => string,
): readonly string[] {
  const minutes = Math.max(0, Math.ceil(milliseconds / MINUTE_MS))
  if (minutes < 60) return [unit(minutes, 'minute')]
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  const two = (first: string, count: number, of: Unit) =>
    count === 0 ? [first] : [first, unit(count, of)]
  if (hours < 24) return two(unit(hours, 'hour'), hours < 6 ? minutes % 60 : 0, 'minute')
  if (days < 14) return two(unit(days, 'day'), days < 4 ? hours % 24 : 0, 'hour')
  if (days < 60) return two(unit(Math.floor(days / 7), 'week'), days % 7, 'day')
  return [unit(Math.round(milliseconds / DAY_MS / 30.44), 'month')]
}

const numbers = new Map<string, Intl.NumberFormat>()

function formatterOf(
  tag: string,
  key: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const known = numbers.get(`${tag} ${key}`)
  if (known) return known
  const format = new Intl.NumberFormat(tag, options)
  numbers.set(`${tag} ${key}`, format)
  return format
}

function unitFormat(tag: string, unit: Unit): Intl.NumberFormat {
  return formatterOf(tag, unit, { style: 'unit', unit, unitDisplay: 'long' })
}
