import { daysBetween, type Instant, localDate, parseInstant } from '@afterglow/engine'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Where and when a page is read: every clock time on it is in this zone. */
export interface Moment {
  readonly at: Instant
  readonly zone: string
}

/** `Tue 24 Nov, 10:45`, with the year where it is not this one. */
export function clockText(instant: Instant, moment: Moment): string {
  const { weekday, day, month, year, hour, minute } = partsOf(instant, moment.zone)
  const sameYear = year === partsOf(moment.at, moment.zone).year
  return `${weekday} ${day} ${month}${sameYear ? '' : ` ${year}`}, ${hour}:${minute}`
}

/** `Sunday 22 November 2026, 11:45` */
export function longClockText({ at, zone }: Moment): string {
  const { day, year, hour, minute } = partsOf(at, zone)
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options }).format(at)
  return `${name({ weekday: 'long' })} ${day} ${name({ month: 'long' })} ${year}, ${hour}:${minute}`
}

/** `Tue 24 Nov` of an instant. */
export function dayText(instant: Instant, moment: Moment): string {
  return clockText(instant, moment).split(',')[0] ?? ''
}

/** `Tue 24 Nov 2026` of a calendar date such as `2026-11-24`. */
export function dateText(date: string): string {
  const { weekday, day, month, year } = partsOf(parseInstant(`${date}T12:00:00Z`) ?? 0, 'UTC')
  return `${weekday} ${day} ${month} ${year}`
}

/** A length on the clock in at most two units: `50 min`, `23 h`, `2 days 3 h`, `3 weeks`. */
export function lengthText(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / MINUTE_MS)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return join(`${hours} h`, minutes % 60 === 0 ? '' : `${minutes % 60} min`)
  const days = Math.floor(hours / 24)
  if (days < 14) return join(count(days, 'day'), hours % 24 === 0 ? '' : `${hours % 24} h`)
  if (days < 60) return join(count(Math.floor(days / 7), 'week'), rest(days % 7, 'day'))
  return `${Math.round(days / 30.44)} months`
}

/** `in 2 days 3 h` */
export function countdown(instant: Instant, at: Instant): string {
  return instant <= at ? 'now' : `in ${lengthText(instant - at)}`
}

/** Whole days on the calendar from one instant to another, in one zone. */
export function dayNumber(from: Instant, { at, zone }: Moment): number {
  return daysBetween(localDate(from, zone), localDate(at, zone))
}

export function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

export const DAY = DAY_MS

function rest(number: number, unit: string): string {
  return number === 0 ? '' : count(number, unit)
}

function join(a: string, b: string): string {
  return b === '' ? a : `${a} ${b}`
}

type ClockParts = Readonly<Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute', string>>

const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(instant: Instant, zone: string): ClockParts {
  const format = formats.get(zone) ?? newFormat(zone)
  formats.set(zone, format)
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, value]),
  )
  const part = (name: string) => parts[name] ?? ''
  return {
    weekday: part('weekday'),
    day: part('day'),
    month: part('month'),
    year: part('year'),
    hour: part('hour'),
    minute: part('minute'),
  }
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}
