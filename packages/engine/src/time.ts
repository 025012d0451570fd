import { Temporal } from 'temporal-polyfill'
import { DAY_MS, type Duration } from './duration.ts'

/** Epoch milliseconds in memory; at every door an ISO 8601 text with the offset of the person's zone. */
export type Instant = number

/** The offsets of one zone over some years: from `since[k]` (inclusive) on, local time is UTC plus `offsetMs[k]`. */
export interface ZoneTable {
  readonly zone: string
  readonly since: readonly number[]
  readonly offsetMs: readonly number[]
}

const INSTANT_FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/
const NANOSECONDS = 1_000_000

/** Reads an ISO 8601 instant with an offset; undefined for impossible dates and for texts without an offset. */
export function parseInstant(text: string): Instant | undefined {
  if (!INSTANT_FORM.test(text)) return undefined
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return undefined
  }
}

/** Writes an instant in a zone, to the second: `2026-11-24T10:45:00+04:00`. */
export function formatInstant(at: Instant, zone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** The local calendar date of an instant, `2026-11-24`. */
export function localDate(at: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
}

/** Whole calendar days from one local date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

/** The date so many calendar units later (constrained to the month's end); a negative count goes back. */
export function addToDate(date: string, duration: Duration, count = 1): string {
  const start = Temporal.PlainDate.from(date)
  switch (duration.kind) {
    case 'elapsed':
      return start.add({ days: count * Math.ceil(duration.milliseconds / DAY_MS) }).toString()
    case 'days':
      return start.add({ days: count * duration.days }).toString()
    case 'months':
      return start.add({ months: count * duration.months }).toString()
  }
}

export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

/** The instant of a local date and clock time; the later one in a gap or overlap. */
export function instantOf(date: string, clock: string, zone: string): Instant {
  const local = Temporal.PlainDateTime.from(`${date}T${clock}`)
  return local.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
}

/** Whether a name is an IANA zone this machine knows (`Asia/Dubai`); offsets and dates with an offset are no zones. */
export function isZone(name: string): boolean {
  // Temporal also takes `+04:00`, and the zone out of `2026-01-01T00:00Z`.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
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
  const end = Temporal.ZonedDateTime.from({ year: year + 3, month: 1, day: 1, timeZone: zone })
  let point = Temporal.ZonedDateTime.from({ year: year - 1, month: 1, day: 1, timeZone: zone })
  const since = [Number.NEGATIVE_INFINITY]
  const offsetMs = [point.offsetNanoseconds / NANOSECONDS]
  for (;;) {
    const next = point.getTimeZoneTransition('next')
    if (!next || Temporal.ZonedDateTime.compare(next, end) >= 0) break
    since.push(next.epochMilliseconds)
    offsetMs.push(next.offsetNanoseconds / NANOSECONDS)
    point = next
  }
  return { zone, since, offsetMs }
}

export function offsetAt(table: ZoneTable, at: Instant): number {
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

/** How long after `anchor` each duration ends, in milliseconds of elapsed time; negative ones lie before it. */
export function elapsedAfter(
  table: ZoneTable,
  anchor: Instant,
  durations: readonly Duration[],
): readonly number[] {
  const current = offsetIndex(table, anchor)
  const local = anchor + entry(table.offsetMs, current)
  // More than a day away from the next change of offset on either side, a calendar day is 24 hours.
  const quietFrom = entry(table.since, current) + DAY_MS
  const quietUntil = (table.since[current + 1] ?? Number.POSITIVE_INFINITY) - DAY_MS
  const elapsed = new Array<number>(durations.length)
  for (let k = 0; k < durations.length; k++) {
    const duration = durations[k] as Duration
    if (duration.kind === 'elapsed') elapsed[k] = duration.milliseconds
    else {
      const target = localAfter(local, duration)
      const even = target - local
      const isQuiet = anchor + even > quietFrom && anchor + even < quietUntil
      elapsed[k] = isQuiet ? even : fromLocal(table, target) - anchor
    }
  }
  return elapsed
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
