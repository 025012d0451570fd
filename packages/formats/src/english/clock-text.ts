import { formatInstant, type Instant, parseInstant } from '@afterglow/engine'

const HOUR_MS = 3_600_000

/** `Tue 24 Nov 2026, 10:45`; with the offset where the clock shows that time twice: `Sun 1 Nov 2026, 01:30 (-05:00)`. */
export function clockText(at: Instant, zone: string): string {
  const { date, clock } = partsOf(at, zone, 'short')
  return `${date}, ${clock}${offsetWhereTwice(at, zone)}`
}

/** `Tuesday 24 November 2026, 10:45` */
export function longClockText(at: Instant, zone: string): string {
  const { date, clock } = partsOf(at, zone, 'long')
  return `${date}, ${clock}${offsetWhereTwice(at, zone)}`
}

/** `Tue 24 Nov 2026` of a calendar date such as `2026-11-24`. */
export function dateText(date: string): string {
  return partsOf(parseInstant(`${date}T12:00:00Z`) ?? 0, 'UTC', 'short').date
}

/** Where clocks are put back, an hour is shown twice: then the offset says which. */
function offsetWhereTwice(at: Instant, zone: string): string {
  const wall = (instant: Instant) => formatInstant(instant, zone).slice(0, 16)
  const isTwice = [-HOUR_MS, HOUR_MS].some((hour) => wall(at + hour) === wall(at))
  return isTwice ? ` (${formatInstant(at, zone).slice(19)})` : ''
}

function partsOf(
  at: Instant,
  timeZone: string,
  length: 'short' | 'long',
): { readonly date: string; readonly clock: string } {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: length,
    day: 'numeric',
    month: length,
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    date: `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`,
    clock: `${part('hour')}:${part('minute')}`,
  }
}
