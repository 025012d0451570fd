import { addToDate, type Instant, localDate } from '@afterglow/engine'
import { tokensOf } from '../words/fold.ts'
import { dayOf, HOUR_MS, pointAt } from './calendar.ts'
import { DAY_MS, type Reading, type SaidTime, skipSmall, wordOf } from './time-reading.ts'
import type { TimeWord, Unit } from './time-words.ts'

/** `3 days after`, `in 2 weeks`, `24 hrs`, `hace 3 dias`: what stands around it says from when. */
export function amount(reading: Reading, k: number): SaidTime | undefined {
  const number = wordOf(reading, k, 'number')
  const unit = wordOf(reading, number?.end ?? k, 'unit')
  const count =
    unit && (number?.value ?? unit.count ?? (hasMark(reading, k, ['after', 'in']) ? 1 : undefined))
  if (!unit || count === undefined) return undefined
  const end = unit.end
  const place = [k, end] as const
  if (marked(reading, place, 'ago') || marked(reading, place, 'since'))
    return past(reading, [unit.unit, count], place)
  if (marked(reading, place, 'before'))
    return counted(reading, [unit.unit, -count], { place, from: [reading.ended] })
  if (marked(reading, place, 'after')) {
    const both =
      reading.isBoth && reading.ended < reading.now ? [reading.ended, reading.now] : [reading.ended]
    return counted(reading, [unit.unit, count], { place, from: both })
  }
  if (hasMark(reading, k, ['in']))
    return counted(reading, [unit.unit, count], { place, from: [reading.now] })
  return isAsked(reading, place)
    ? counted(reading, [unit.unit, count], { place, from: [reading.ended] })
    : undefined
}

/** Behind: the amount before now, said of what was. */
function past(
  reading: Reading,
  length: readonly [Unit, number],
  place: readonly [number, number],
): SaidTime {
  const time = counted(reading, [length[0], -length[1]], { place, from: [reading.now] })
  return { ...time, isPast: true }
}

/** `Was 2 days enough`: the amount itself is asked about. */
const ENOUGH = new Set(
  [
    'long',
    'enough',
    'is',
    'suficiente',
    'suficientes',
    'bastan',
    'kafi',
    'كافي',
    'يكفي',
    'کافی',
  ].flatMap(tokensOf),
)

/** An amount at the end of a message or clause, `swimming 3 weeks?`, is taken from the session on. */
function isAsked({ tokens }: Reading, [, end]: readonly [number, number]): boolean {
  const next = tokens[end]?.text
  return next === undefined || /^[^\p{L}\d]$/u.test(next) || next === 'in' || ENOUGH.has(next)
}

function hasMark(reading: Reading, k: number, kinds: readonly TimeWord['kind'][]): boolean {
  return [k - 1, k - 2].some((place) =>
    kinds.some((kind) => wordOf(reading, place, kind) !== undefined),
  )
}

/** A mark directly before, or at most two words after. */
function marked(
  reading: Reading,
  [start, end]: readonly [number, number],
  kind: TimeWord['kind'],
): boolean {
  return [start - 1, start - 2, end, skipSmall(reading, end)].some(
    (place) => wordOf(reading, place, kind) !== undefined,
  )
}

interface Counting {
  readonly place: readonly [number, number]
  readonly from: readonly Instant[]
}

function counted(
  { zone, words }: Reading,
  [unit, count]: readonly [Unit, number],
  { place: [start, end], from }: Counting,
): SaidTime {
  const isMark = words[end]?.some(
    ({ word }) => word.kind === 'after' || word.kind === 'ago' || word.kind === 'before',
  )
  const spans = from.map((anchor) => pointAt(addUnits(anchor, [unit, count], zone)))
  return { start, end: end + Number(isMark === true), spans, isPast: false }
}

function addUnits(anchor: Instant, [unit, count]: readonly [Unit, number], zone: string): Instant {
  switch (unit) {
    case 'minute':
      return anchor + count * 60_000
    case 'hour':
      return anchor + count * HOUR_MS
    case 'day':
      return anchor + count * DAY_MS
    case 'week':
      return anchor + count * 7 * DAY_MS
    case 'month': {
      const date = localDate(anchor, zone)
      const later = addToDate(date, { kind: 'months', months: count }, 1)
      return dayOf(later, { now: anchor, ended: anchor, zone }).from
    }
  }
}
