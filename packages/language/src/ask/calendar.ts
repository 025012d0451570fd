import {
  addToDate,
  daysBetween,
  type Instant,
  instantOf,
  isCalendarDate,
  localDate,
} from '@afterglow/engine'
import type { Part } from './time-words.ts'

/** A stretch of time [from, until) in which the instant asked about lies; a point where both are one. */
export interface TimeSpan {
  readonly from: Instant
  readonly until: Instant
}

/** What times are counted from. */
export interface Anchors {
  readonly now: Instant
  /** The end of the session that the message is about. */
  readonly ended: Instant
  readonly zone: string
}

export const HOUR_MS = 3_600_000

/** The clock times that the parts of a day lie between. */
const PARTS: Readonly<Record<Part, readonly [string, string]>> = {
  morning: ['06:00', '12:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['17:00', '23:00'],
  night: ['18:00', '23:59'],
}

export function dateAfter(date: string, days: number): string {
  return addToDate(date, { kind: 'days', days }, 1)
}

export function pointAt(at: Instant): TimeSpan {
  return { from: at, until: at }
}

/** A whole local day; of today only what is left. */
export function dayOf(date: string, { now, zone }: Anchors): TimeSpan {
  return notBefore(
    { from: instantOf(date, '00:00', zone), until: instantOf(dateAfter(date, 1), '00:00', zone) },
    now,
  )
}

export function partOf(date: string, part: Part, { now, zone }: Anchors): TimeSpan {
  const [from, until] = PARTS[part]
  return notBefore({ from: instantOf(date, from, zone), until: instantOf(date, until, zone) }, now)
}

export function clockOn(date: string, clock: string, { zone }: Anchors): TimeSpan {
  return pointAt(instantOf(date, clock, zone))
}

function notBefore({ from, until }: TimeSpan, now: Instant): TimeSpan {
  return from < now && now < until ? { from: now, until } : { from, until }
}

/** Monday is 0. 1970-01-05 was one. */
function weekdayOf(date: string): number {
  const days = daysBetween('1970-01-05', date)
  return ((days % 7) + 7) % 7
}

/** The first such weekday from a date on. */
export function weekdayFrom(date: string, weekday: number): string {
  return dateAfter(date, (weekday - weekdayOf(date) + 7) % 7)
}

/** The nearest year's date of a day and month; of a month alone its first day. */
export function dateNear(day: number, month: number, { now, zone }: Anchors): string | undefined {
  const today = localDate(now, zone)
  const year = Number(today.slice(0, 4))
  const near = [year, year + 1, year - 1]
    .map((one) => `${one}-${two(month)}-${two(day)}`)
    .filter(isCalendarDate)
    .toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))
  return near[0]
}

/** The next such day of a month, from a month before today on. */
export function dayOfMonthNear(day: number, { now, zone }: Anchors): string | undefined {
  const month = Number(localDate(now, zone).slice(5, 7))
  const near = [month, (month % 12) + 1, ((month + 10) % 12) + 1]
    .flatMap((one) => dateNear(day, one, { now, ended: now, zone }) ?? [])
    .filter((date) => daysBetween(localDate(now, zone), date) >= 0)
    .toSorted()
  return near[0]
}

export function two(number: number): string {
  return String(number).padStart(2, '0')
}
