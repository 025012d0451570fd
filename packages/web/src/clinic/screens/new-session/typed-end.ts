import { addToDate, type Instant, instantOf, isCalendarDate, localDate } from '@afterglow/engine'
import { latinDigits } from '../../../words/latin-digits.ts'

/** Where and when an end is typed. */
export interface TypedAt {
  readonly zone: string
  readonly now: Instant
}

/** What an end as it was typed means; null where it cannot be read. */
export function typedEnd(text: string, { zone, now }: TypedAt): Instant | null {
  const said = latin(text)
  if (said === '') return now - (now % MINUTE_MS)
  const ago = /^[-−–](\d{1,4})$/.exec(said)
  if (ago) return now - (now % MINUTE_MS) - Number(ago[1]) * MINUTE_MS
  const parts = said.split(/[\s,]+/)
  const clock = clockOf(parts.at(-1) ?? '')
  const date = dateOf(parts.slice(0, -1).join(' '), localDate(now, zone))
  return clock === null || date === null ? null : instantOf(date, clock, zone)
}

const MINUTE_MS = 60_000

/** Digits of any script as Latin ones, in lower case. */
function latin(text: string): string {
  return latinDigits(text.trim().toLowerCase()).replace(/(\d)t(\d)/, '$1 $2')
}

/** `1045`, `945`, `10:45`, `10.45`. A lone number of one or two digits may be minutes, an hour or a slip: it is none. */
function clockOf(text: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.h٫]?(\d{2})$/.exec(text) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

/** `yesterday`, in each language; a date as the picker gives it, or day and month as people write them. */
function dateOf(text: string, today: string): string | null {
  if (text === '') return today
  const days = DAYS.get(text)
  if (days !== undefined) return addToDate(today, { kind: 'days', days: 1 }, days)
  if (isCalendarDate(text)) return text
  const [, day = '', month = '', year] =
    /^(\d{1,2})[./-](\d{1,2})\.?(?:[./-]?(\d{4}))?$/.exec(text) ?? []
  if (day === '') return null
  const date = `${year ?? today.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

const DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['hoy', 0],
  ['اليوم', 0],
  ['آج', 0],
  ['yesterday', -1],
  ['y', -1],
  ['ayer', -1],
  ['أمس', -1],
  ['امس', -1],
  ['tomorrow', 1],
  ['mañana', 1],
  ['غدا', 1],
])
