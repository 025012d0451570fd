import { addToDate, localDate } from '@afterglow/engine'
import { dateAfter, dayOf, weekdayFrom } from './calendar.ts'
import { DAY_MS, onDates, type Reading, type SaidTime, wordOf } from './time-reading.ts'

/** `the next morning`: the day after the session or the day after today, whichever it may be. */
export function morningAfter(reading: Reading, k: number): SaidTime | undefined {
  const word = wordOf(reading, k, 'next-morning')
  if (!word) return undefined
  const from =
    reading.now < reading.ended + 2 * DAY_MS ? [reading.ended, reading.now] : [reading.now]
  const dates = from.map((at) => dateAfter(localDate(at, reading.zone), 1))
  return onDates(reading, [...new Set(dates)], [k, word.end])
}

export function weekday(reading: Reading, k: number): SaidTime | undefined {
  const word = wordOf(reading, k, 'weekday')
  if (!word) return undefined
  const today = localDate(reading.now, reading.zone)
  const coming = weekdayFrom(today, word.day)
  const isLast =
    wordOf(reading, k - 1, 'last') !== undefined || wordOf(reading, word.end, 'last') !== undefined
  const date = isLast || reading.isDone ? dateAfter(coming, -7) : coming
  return { ...onDates(reading, [date], [k, word.end]), isPast: isLast }
}

export function relativeDay(reading: Reading, k: number): SaidTime | undefined {
  const word = wordOf(reading, k, 'day')
  if (!word) return undefined
  const today = localDate(reading.now, reading.zone)
  const isBehind = reading.isDone && word.days > 0 && reading.isBoth
  const time = onDates(
    reading,
    [dateAfter(today, isBehind ? -word.days : word.days)],
    [k, word.end],
  )
  return { ...time, isPast: word.days < 0 || isBehind }
}

export function weekend(reading: Reading, k: number): SaidTime | undefined {
  const word = wordOf(reading, k, 'weekend')
  if (!word) return undefined
  const sunday = weekdayFrom(localDate(reading.now, reading.zone), 6)
  return onDates(reading, [dateAfter(sunday, -1), sunday], [k, word.end])
}

/** `next week`, `la semana que viene`: from its first day on. */
export function nextUnit(reading: Reading, k: number): SaidTime | undefined {
  const before = wordOf(reading, k, 'next')
  const unit = wordOf(reading, before?.end ?? k, 'unit')
  const after = unit && wordOf(reading, unit.end, 'next')
  if (!unit || (!before && !after)) return undefined
  const { now, zone } = reading
  const today = localDate(now, zone)
  const end = after?.end ?? unit.end
  if (unit.unit === 'week') {
    const from = dayOf(dateAfter(weekdayFrom(dateAfter(today, 1), 0), 0), reading).from
    return { start: k, end, spans: [{ from, until: from + 7 * DAY_MS }], isPast: false }
  }
  if (unit.unit !== 'month') return undefined
  const first = `${addToDate(`${today.slice(0, 7)}-01`, { kind: 'months', months: 1 }, 1).slice(0, 7)}-01`
  return onDates(reading, [first], [k, end])
}

const THIS = new Set(['this', 'esta', 'este', 'is', 'اس', 'هذا', 'هالاسبوع'])

/** `this week`: what is left of it. */
export function thisUnit(reading: Reading, k: number): SaidTime | undefined {
  const unit = wordOf(reading, k + 1, 'unit')
  if (!unit || !THIS.has(reading.tokens[k]?.text ?? '')) return undefined
  if (unit.unit !== 'week' && unit.unit !== 'month') return undefined
  const { now, zone } = reading
  const today = localDate(now, zone)
  const last = unit.unit === 'week' ? weekdayFrom(today, 6) : dateAfter(today, 30)
  return {
    start: k,
    end: unit.end,
    spans: [{ from: now, until: dayOf(last, reading).until }],
    isPast: false,
  }
}
