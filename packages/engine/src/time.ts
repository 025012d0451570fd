import { getISO } from 'temporal-polyfill/fns/Calendar'
import {
  fromEpochMilliseconds,
  fromString,
  toZonedDateTimeISO,
} from 'temporal-polyfill/fns/Instant'
import {
  addDays,
  addMonths as addMonthsToDate,
  fromString as dateFromString,
  diffDays,
  toString as dateToString,
} from 'temporal-polyfill/fns/PlainDate'
import {
  fromString as dateTimeFromString,
  toZonedDateTime,
} from 'temporal-polyfill/fns/PlainDateTime'
import {
  getTimeZoneTransition,
  offsetNanoseconds,
  toPlainDate,
  toString as zonedToString,
} from 'temporal-polyfill/fns/ZonedDateTime'
import { DAY_MS, type Duration } from './duration.ts'

/** Epoch milliseconds in memory; at every door an ISO 8601 text with the offset of the person's zone. */
export type Instant = number

/** The offsets of one zone over some years: from `since[k]` (inclusive) on, local time is UTC plus `offsetMs[k]`. */
export interface ZoneTable {
  readonly zone: string
  readonly since: readonly number[]
  readonly offsetMs: readonly number[]
}

const INSTANT_FORM =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/
const NANOSECONDS = 1_000_000

const YEARS = { first: '1970', last: '2199' } as const

/**
 * Reads an ISO 8601 instant with an offset, in the years 1970 to 2199; undefined for anything else: impossible dates,
 * years that can only be a slip, texts without an offset.
 */
export function parseInstant(text: string): Instant | undefined {
  const year = text.slice(0, 4)
  if (!INSTANT_FORM.test(text) || year < YEARS.first || year > YEARS.last) return undefined
  try {
    return fromString(text).epochMilliseconds
  } catch {
    return undefined
  }
}

/** Writes an instant in a zone, to the second: `2026-11-24T10:45:00+04:00`. */
export function formatInstant(at: Instant, zone: string): string {
  return zonedToString(zonedAt(at, zone), { timeZoneName: 'never', smallestUnit: 'second' })
}

/** The local calendar date of an instant, `2026-11-24`. */
export function localDate(at: Instant, zone: string): string {
  return dateToString(toPlainDate(zonedAt(at, zone)))
}

/** Whole calendar days from one local date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return diffDays(dateFrom(from), dateFrom(to))
}

/** The date so many calendar units later (constrained to the month's end); a negative count goes back. */
export function addToDate(date: string, duration: Duration, count = 1): string {
  const start = dateFrom(date)
  switch (duration.kind) {
    case 'elapsed':
      return dateToString(addDays(start, count * Math.ceil(duration.milliseconds / DAY_MS)))
    case 'days':
      return dateToString(addDays(start, count * duration.days))
    case 'months':
      return dateToString(addMonthsToDate(start, count * duration.months))
  }
}

export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    return dateToString(dateFrom(text)) === text
  } catch {
    return false
  }
}

/** The instant of a local date and clock time; the later one in a gap or overlap. */
export function instantOf(date: string, clock: string, zone: string): Instant {
  const local = dateTimeFromString(`${date}T${clock}`, getISO)
  return toZonedDateTime(local, zone, { disambiguation: 'later' }).epochMilliseconds
}

/** Whether a name is an IANA zone this machine knows (`Asia/Dubai`); offsets such as `+04:00` are no zones. */
export function isZone(name: string): boolean {
  if (/^[+-]\d/.test(name)) return false
  try {
    zonedAt(0, name)
    return true
  } catch {
    return false
  }
}

function zonedAt(at: Instant, zone: string): ReturnType<typeof toZonedDateTimeISO> {
  return toZonedDateTimeISO(fromEpochMilliseconds(at), zone)
}

function dateFrom(text: string): ReturnType<typeof dateFromString> {
  return dateFromString(text, getISO)
}

/** One day on a calendar, for stepping through dates. */
export const ONE_DAY: Duration = { kind: 'days', days: 1 }

const MEAN_YEAR_MS = 31_556_952_000

/** About which year an instant lies in, off by no more than days at its edges: what a zone's table is kept under. */
export function yearAbout(at: Instant): number {
  return 1970 + Math.floor(at / MEAN_YEAR_MS)
}

/** Builds the table that serves anchors of about one year: from the year before it to three years after. */
export function createZoneTable(zone: string, year: number): ZoneTable {
  const end = instantOf(`${year + 3}-01-01`, '00:00', zone)
  let point = zonedAt(instantOf(`${year - 1}-01-01`, '00:00', zone), zone)
  const since = [Number.NEGATIVE_INFINITY]
  const offsetMs = [offsetNanoseconds(point) / NANOSECONDS]
  for (;;) {
    const next = getTimeZoneTransition(point, 'next')
    if (!next || next.epochMilliseconds >= end) break
    since.push(next.epochMilliseconds)
    offsetMs.push(offsetNanoseconds(next) / NANOSECONDS)
    point = next
  }
  return { zone, since, offsetMs }
}

function offsetAt(table: ZoneTable, at: Instant): number {
  return entry(table.offsetMs, offsetIndex(table, at))
}

function offsetIndex({ since }: ZoneTable, at: Instant): number {
  let k = since.length - 1
  while (at < entry(since, k)) k--
  return k
}

/**
 * The instant `duration` after `anchor`. Elapsed time counts on the clock; calendar time keeps the local wall-clock time,
 * the later instant in a gap or overlap (Temporal's `disambiguation: 'later'`), the month's last day where it is shorter.
 */
export function addDuration(table: ZoneTable, anchor: Instant, duration: Duration): Instant {
  if (duration.kind === 'elapsed') return anchor + duration.milliseconds
  return fromLocal(table, localAfter(anchor + offsetAt(table, anchor), duration))
}

/** How long after `anchor` a duration ends, in milliseconds of elapsed time; negative where it lies before. */
export function elapsedAfter(table: ZoneTable, anchor: Instant, duration: Duration): number {
  return addDuration(table, anchor, duration) - anchor
}

/**
 * Whether every local time from `earliest` to `latest` after `anchor` is more than a day away from any change of offset:
 * then a calendar day is 24 hours.
 */
export function isQuiet(
  table: ZoneTable,
  anchor: Instant,
  { earliest, latest }: { readonly earliest: number; readonly latest: number },
): boolean {
  const current = offsetIndex(table, anchor)
  const next = table.since[current + 1] ?? Number.POSITIVE_INFINITY
  return anchor + earliest - DAY_MS > entry(table.since, current) && anchor + latest + DAY_MS < next
}

function localAfter(local: number, duration: Exclude<Duration, { kind: 'elapsed' }>): number {
  return duration.kind === 'days'
    ? local + duration.days * DAY_MS
    : addMonths(local, duration.months)
}

/** Going down from the latest offset, the first one that the resulting instant has reached is the later reading. */
function fromLocal(table: ZoneTable, local: number): Instant {
  let k = table.since.length - 1
  while (k > 0 && local - entry(table.offsetMs, k) < entry(table.since, k)) k--
  return local - entry(table.offsetMs, k)
}

/**
 * The local time so many months later, on the month's last day where it has no such day. Equal to Temporal's
 * `PlainDateTime.add({ months })` with `overflow: 'constrain'`, without its cost: a plan asks for it every time.
 */
function addMonths(local: number, months: number): number {
  const day = Math.floor(local / DAY_MS)
  const date = civilDate(day)
  const month = date.month + months
  const year = date.year + Math.floor(month / 12)
  const target = month - 12 * Math.floor(month / 12)
  const first = dayOfMonthStart(year, target)
  const length = dayOfMonthStart(year, target + 1) - first
  return (first + Math.min(date.dayOfMonth, length) - 1) * DAY_MS + (local - day * DAY_MS)
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const

/** Days from 1970-01-01 to the first of a month of the Gregorian calendar; months from 0, 12 being the next January. */
function dayOfMonthStart(year: number, month: number): number {
  const before = year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const extra = isLeap && month > 1 ? 1 : 0
  return before * 365 + leapDays + entry(DAYS_BEFORE_MONTH, month) + extra - DAYS_TO_1970
}

const DAYS_TO_1970 = 719_162
const MEAN_YEAR_DAYS = 365.2425

function civilDate(day: number): {
  readonly year: number
  readonly month: number
  readonly dayOfMonth: number
} {
  let year = 1970 + Math.floor(day / MEAN_YEAR_DAYS)
  if (day < dayOfMonthStart(year, 0)) year -= 1
  if (day >= dayOfMonthStart(year + 1, 0)) year += 1
  let month = 11
  while (day < dayOfMonthStart(year, month)) month -= 1
  return { year, month, dayOfMonth: day - dayOfMonthStart(year, month) + 1 }
}

function entry(list: readonly number[], index: number): number {
  // The caller keeps the index inside the list: both lists of a table are never empty and of one length.
  return list[index] as number
}
