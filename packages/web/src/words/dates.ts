import { formatInstant, type Instant } from '@afterglow/engine'
import { type Digits, intlLocale, type Locale, MARKS } from './locale.ts'

/** Instants on one clock, in words. Where the clock shows a time twice, the offset says which is meant. */
export interface Dates {
  /** `Sunday 6 December` */
  readonly day: (at: Instant) => string
  /** `Sunday 6 December 2026` */
  readonly dayYear: (at: Instant) => string
  /** `Sun 6 Dec`, with the year where it is not the one of `now`. */
  readonly shortDay: (at: Instant, now?: Instant) => string
  /** `10:45` */
  readonly time: (at: Instant) => string
  /** `Sunday 6 December, 10:45`, with the year where it is not the one of `now`. */
  readonly dayTime: (at: Instant, now?: Instant) => string
  /** `Sunday 6 December 2026, 10:45`, for paper. */
  readonly dayTimeYear: (at: Instant) => string
  /** `Sun 6 Dec, 10:45`, with the year where it is not the one of `now`. */
  readonly shortDayTime: (at: Instant, now?: Instant) => string
  /** `6 December 2026` */
  readonly fullDate: (at: Instant) => string
  /** `Gulf Standard Time`: the zone's name in words. */
  readonly zoneName: (at: Instant) => string
}

export interface DatesOptions {
  readonly locale: Locale
  readonly digits: Digits
  readonly zone: string
}

/** Made once per language, digits and zone: an Intl object is dear. */
const made = new Map<string, Dates>()

export function createDates(options: DatesOptions): Dates {
  const key = `${options.locale} ${options.digits} ${options.zone}`
  const known = made.get(key)
  if (known) return known
  const dates = newDates(options)
  made.set(key, dates)
  return dates
}

const LONG = { weekday: 'long', day: 'numeric', month: 'long' } as const
const SHORT = { weekday: 'short', day: 'numeric', month: 'short' } as const

function newDates({ locale, digits, zone }: DatesOptions): Dates {
  const tag = intlLocale(locale, digits)
  const of = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options })
    return (at: Instant) => format.format(at)
  }
  const withYear = {
    long: of({ ...LONG, year: 'numeric' }),
    short: of({ ...SHORT, year: 'numeric' }),
  }
  const day = of(LONG)
  const short = of(SHORT)
  const year = of({ year: 'numeric' })
  const clock = of({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const time = (at: Instant) => clock(at) + offsetWhereTwice(at, zone)
  const { comma } = MARKS[locale]
  const isThisYear = (at: Instant, now: Instant) => year(at) === year(now)
  const shortDay = (at: Instant, now = at) => (isThisYear(at, now) ? short : withYear.short)(at)
  return {
    day,
    dayYear: withYear.long,
    shortDay,
    time,
    dayTime: (at, now = at) => (isThisYear(at, now) ? day : withYear.long)(at) + comma + time(at),
    dayTimeYear: (at) => withYear.long(at) + comma + time(at),
    shortDayTime: (at, now = at) => shortDay(at, now) + comma + time(at),
    fullDate: of({ day: 'numeric', month: 'long', year: 'numeric' }),
    zoneName: (at) => zoneName(tag, zone, at),
  }
}

function zoneName(tag: string, zone: string, at: Instant): string {
  const format = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: 'longGeneric' })
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

const HOUR_MS = 3_600_000

function offsetWhereTwice(at: Instant, zone: string): string {
  const wall = (instant: Instant) => formatInstant(instant, zone).slice(0, 16)
  const isTwice = [-HOUR_MS, HOUR_MS].some((hour) => wall(at + hour) === wall(at))
  return isTwice ? ` (UTC${formatInstant(at, zone).slice(19)})` : ''
}
