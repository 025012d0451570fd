import { localDate } from '@afterglow/engine'
import { clockOn, dateAfter, partOf, pointAt, two } from './calendar.ts'
import { DAY_MS, type Reading, type SaidTime, wordOf } from './time-reading.ts'

export function clockAlone(reading: Reading, k: number): SaidTime | undefined {
  const clock = clockAt(reading, k)
  if (!clock) return undefined
  const today = localDate(reading.now, reading.zone)
  const spans = clock.clocks.map((one) => clockOn(today, one, reading))
  const coming = spans.map(({ from }) => pointAt(from < reading.now ? from + DAY_MS : from))
  return { start: k, end: clock.end, spans: coming, isPast: false }
}

export function partAlone(reading: Reading, k: number): SaidTime | undefined {
  const word = wordOf(reading, k, 'part')
  if (!word) return undefined
  const today = localDate(reading.now, reading.zone)
  const span = partOf(today, word.part, reading)
  const coming = span.until <= reading.now ? partOf(dateAfter(today, 1), word.part, reading) : span
  return { start: k, end: word.end, spans: [coming], isPast: false }
}

/** A time that cannot be placed is any from now on. */
export function nowOrVague(reading: Reading, k: number): SaidTime | undefined {
  const now = wordOf(reading, k, 'now')
  if (now) return { start: k, end: now.end, spans: [pointAt(reading.now)], isPast: false }
  const vague = wordOf(reading, k, 'vague')
  const span = { from: reading.now, until: reading.now + 365 * DAY_MS }
  return vague && { start: k, end: vague.end, spans: [span], isPast: false }
}

const BESIDE = 3

/** A day with the part of it or the clock time that stands beside it: `tomorrow at 6pm`, `on Friday evening`. */
export function withParts(reading: Reading, time: SaidTime): SaidTime {
  if (!time.dates) return time
  const { dates, start } = time
  for (let k = time.end; k < time.end + BESIDE; k++) {
    const clock = clockAt(reading, k)
    const part = wordOf(reading, k, 'part')
    if (!clock && !part) continue
    const spans = dates.flatMap((date) =>
      clock
        ? clock.clocks.map((one) => clockOn(date, one, reading))
        : part
          ? [partOf(date, part.part, reading)]
          : [],
    )
    return { start, end: clock?.end ?? part?.end ?? time.end, spans, isPast: time.isPast }
  }
  return time
}

/** `18:30`, `6pm`, `6 pm`, `at 6`: without am or pm it may be either. */
function clockAt(
  reading: Reading,
  k: number,
): { readonly clocks: readonly string[]; readonly end: number } | undefined {
  const text = reading.tokens[k]?.text ?? ''
  const [, hours, minutes = '00'] = /^(\d\d?)(?:[:.](\d\d))?$/.exec(text) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  const isPm = wordOf(reading, k + 1, 'pm') !== undefined
  const isAm = wordOf(reading, k + 1, 'am') !== undefined
  const isNamed =
    text.includes(':') ||
    wordOf(reading, k - 1, 'clock') !== undefined ||
    wordOf(reading, k + 1, 'clock') !== undefined ||
    reading.tokens[k - 1]?.text === 'at'
  if (!isPm && !isAm && (!isNamed || wordOf(reading, k + 1, 'unit'))) return undefined
  const hour = Number(hours)
  const either = isPm
    ? [(hour % 12) + 12]
    : isAm || hour > 12
      ? [hour % (isAm ? 12 : 24)]
      : [hour, (hour % 12) + 12]
  return {
    clocks: [...new Set(either)].map((one) => `${two(one)}:${minutes}`),
    end: k + 1 + Number(isPm || isAm),
  }
}
