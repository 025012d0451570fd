import {
  addToDate,
  daysBetween,
  type Instant,
  instantOf,
  isCalendarDate,
  localDate,
} from '@afterglow/engine'

/** Where and when a person says a time. */
export interface Place {
  readonly zone: string
  readonly now: Instant
}

const MINUTE_MS = 60_000
const LAST_MINUTE = '23:59'

/**
 * `2026-11-22 10:45`, `22 Nov 10:45`, `yesterday 6 pm`, `10:45` or `2 hours ago` on the person's clock; undefined for
 * anything else, a day without a time included.
 */
export function timeIn(text: string, place: Place): Instant | undefined {
  const said = plain(text)
  const elapsed = AGO_CLOCK.exec(said)
  if (elapsed) return place.now - countOf(elapsed[1]) * minutesIn(elapsed[2]) * MINUTE_MS
  const [whole, hour = '', minute = '00', half] = CLOCK.exec(said) ?? []
  if (whole === undefined || (half === undefined && !/[:.]/.test(whole))) return undefined
  const clock = clockOf(Number(hour), minute, half)
  const rest = said.slice(0, said.length - whole.length).replace(/(?:,| at|(?<=\d)t)? ?$/, '')
  const date = rest === '' ? localDate(place.now, place.zone) : dateIn(rest, place)
  return clock === undefined || date === undefined ? undefined : instantOf(date, clock, place.zone)
}

/** The date of a day that is said without a time: `2026-11-22`, `22 Nov`, `3 days ago`; undefined for anything else. */
export function dayIn(text: string, place: Place): string | undefined {
  return dateIn(plain(text), place)
}

/** What of a time a text says: the very time, the day alone, or nothing that can be read. */
export function timeForm(text: string, place: Place): 'time' | 'day' | undefined {
  if (timeIn(text, place) !== undefined) return 'time'
  return dayIn(text, place) === undefined ? undefined : 'day'
}

/** The latest that something on a day can have ended: the end of the day, or now on this one. */
export function latestOn(date: string, { zone, now }: Place): Instant {
  const end = instantOf(date, LAST_MINUTE, zone)
  return date === localDate(now, zone) ? Math.min(end, now) : end
}

const CLOCK = /(?:^|(?<=[ t,]))(\d{1,2})(?:[:.](\d\d))?(?: ?([ap])\.?m\.?)?$/
const AGO_CLOCK = /^(an?|\d+) (hour|h|minute|min)s? ago$/
const AGO_DAYS = /^(a|\d+) (day|week)s? ago$/
const DAYS_OFF: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 }
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

function countOf(said: string | undefined): number {
  return said === undefined || said.startsWith('a') ? 1 : Number(said)
}

function minutesIn(unit: string | undefined): number {
  return unit?.startsWith('h') ? 60 : 1
}

/** `6 pm` is 18:00 and `12 am` midnight; undefined where no clock shows it. */
function clockOf(said: number, minute: string, half: string | undefined): string | undefined {
  if (half !== undefined && (said < 1 || said > 12)) return undefined
  const hour = half === undefined ? said : (said % 12) + (half === 'p' ? 12 : 0)
  if (hour > 23 || Number(minute) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minute}`
}

function dateIn(said: string, place: Place): string | undefined {
  const today = localDate(place.now, place.zone)
  const off = Object.hasOwn(DAYS_OFF, said) ? DAYS_OFF[said] : undefined
  if (off !== undefined) return addToDate(today, { kind: 'days', days: off })
  const ago = AGO_DAYS.exec(said)
  if (ago) {
    const days = countOf(ago[1]) * (ago[2] === 'week' ? 7 : 1)
    return days > MOST_DAYS ? undefined : addToDate(today, { kind: 'days', days: -days })
  }
  if (/^\d{4}-\d\d-\d\d$/.test(said)) return isCalendarDate(said) ? said : undefined
  return namedDate(said, today)
}

/** Nobody counts more days than these. */
const MOST_DAYS = 3_000

/** `22 Nov` or `November 22, 2026`; without a year the one that lies nearest to today. */
function namedDate(said: string, today: string): string | undefined {
  const [, day, name, year] = /^(\d{1,2})\.? ([a-z]{3,9})\.?,?(?: (\d{4}))?$/.exec(said) ?? []
  const [, name2, day2, year2] = /^([a-z]{3,9})\.? (\d{1,2}),?(?: (\d{4}))?$/.exec(said) ?? []
  const month = MONTHS.findIndex((one) => (name ?? name2)?.startsWith(one)) + 1
  if (month === 0) return undefined
  const rest = `${String(month).padStart(2, '0')}-${(day ?? day2 ?? '').padStart(2, '0')}`
  const given = year ?? year2
  const now = Number(today.slice(0, 4))
  const years = given === undefined ? [now - 1, now, now + 1] : [Number(given)]
  const dates = years.map((one) => `${one}-${rest}`).filter(isCalendarDate)
  return dates.toSorted((a, b) => apart(a, today) - apart(b, today))[0]
}

function apart(a: string, b: string): number {
  return Math.abs(daysBetween(a, b))
}
