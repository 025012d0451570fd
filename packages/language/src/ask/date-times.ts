import { localDate } from '@afterglow/engine'
import { dateAfter, dateNear, dayOf, dayOfMonthNear } from './calendar.ts'
import { DAY_MS, onDates, type Reading, type SaidTime, skipSmall, wordOf } from './time-reading.ts'
import type { Unit } from './time-words.ts'

/** `2026-11-25`, `25/11`: where day and month may be either, both are meant. */
export function numericDate(reading: Reading, k: number): SaidTime | undefined {
  const text = reading.tokens[k]?.text ?? ''
  const [, iso] = /^(\d{4}-\d\d-\d\d)$/.exec(text) ?? []
  const [, first, second] = /^(\d\d?)\/(\d\d?)(?:\/\d{2,4})?$/.exec(text) ?? []
  const pairs = [
    [Number(first), Number(second)],
    [Number(second), Number(first)],
  ] as const
  const read =
    first === undefined ? [] : pairs.flatMap(([day, month]) => dateNear(day, month, reading) ?? [])
  const dates = iso === undefined ? [...new Set(read)] : readIso(iso)
  return dates.length === 0 ? undefined : onDates(reading, dates, [k, k + 1])
}

function readIso(text: string): readonly string[] {
  const [, month = 0, day = 0] = text.split('-').map(Number)
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 28 + (month === 2 ? 0 : 2)
  return isDate && text > '1971' && text < '2199' ? [text] : []
}

const ENDINGS = new Set(['st', 'nd', 'rd', 'th'])

/** `25th November`, `nov 25`, `the 25th`, `el 25`. */
export function namedDate(reading: Reading, k: number): SaidTime | undefined {
  const month = wordOf(reading, k, 'month')
  const after = month && wordOf(reading, month.end, 'number')
  if (month && after) {
    const date = dateNear(after.value, month.month, reading)
    return date === undefined ? undefined : onDates(reading, [date], [k, after.end])
  }
  const day = wordOf(reading, k, 'number')
  if (!day || !/^\d/.test(reading.tokens[k]?.text ?? '') || day.value < 1 || day.value > 31)
    return undefined
  const isOrdinal = ENDINGS.has(reading.tokens[day.end]?.text ?? '')
  const next = skipSmall(reading, day.end + Number(isOrdinal))
  const named = wordOf(reading, next, 'month')
  const isOfMonth = isOrdinal && !wordOf(reading, next, 'unit')
  const date = named
    ? dateNear(day.value, named.month, reading)
    : isOfMonth && dayOfMonthNear(day.value, reading)
  return date ? onDates(reading, [date], [k, named?.end ?? next]) : undefined
}

/** `day 3`, `3rd day`, `week 2`: counted from the session, whose own day is 0. */
export function dayNumber(reading: Reading, k: number): SaidTime | undefined {
  const unit = wordOf(reading, k, 'unit') ?? todayAsDay(reading, k)
  const number =
    unit && (wordOf(reading, unit.end, 'number') ?? wordOf(reading, unit.end, 'ordinal'))
  if (unit && number && !wordOf(reading, number.end, 'unit'))
    return nthUnit(reading, [unit.unit, number.value], [k, number.end])
  const ordinal = wordOf(reading, k, 'ordinal') ?? spelledOrdinal(reading, k)
  const after = ordinal && wordOf(reading, ordinal.end, 'unit')
  return after && nthUnit(reading, [after.unit, ordinal.value], [k, after.end])
}

/** In Arabic the day is named like today. */
function todayAsDay(
  reading: Reading,
  k: number,
): { readonly unit: Unit; readonly end: number } | undefined {
  return reading.tokens[k]?.text === 'اليوم' ? { unit: 'day', end: k + 1 } : undefined
}

function spelledOrdinal(
  reading: Reading,
  k: number,
): { readonly value: number; readonly end: number } | undefined {
  const number = wordOf(reading, k, 'number')
  return number && ENDINGS.has(reading.tokens[number.end]?.text ?? '')
    ? { value: number.value, end: number.end + 1 }
    : undefined
}

function nthUnit(
  reading: Reading,
  [unit, count]: readonly [Unit, number],
  [start, end]: readonly [number, number],
): SaidTime | undefined {
  const first = localDate(reading.ended, reading.zone)
  if (unit === 'day') return onDates(reading, [dateAfter(first, count)], [start, end])
  if (unit !== 'week') return undefined
  const from = dayOf(dateAfter(first, 7 * (count - 1)), reading).from
  return { start, end, spans: [{ from, until: from + 7 * DAY_MS }], isPast: false }
}
