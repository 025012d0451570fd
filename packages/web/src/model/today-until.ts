import {
  addToDate,
  datePlan,
  expectedAt,
  type Instant,
  instantOf,
  localDate,
} from '@afterglow/engine'
import type { Care } from './care.ts'
import type { Today } from './today.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** From here on a countdown says the minutes too. */
const MINUTES_FROM_MS = 6 * HOUR_MS
const ONE_DAY = { kind: 'days', days: 1 } as const

/** Whether a countdown to `to` changes with every minute. */
export function isCountedInMinutes(to: Instant, at: Instant): boolean {
  return to - at < MINUTES_FROM_MS
}

/**
 * Until when Today says what it says at `care.at`, countdowns in minutes aside: an hour at most, and `changes` at the latest,
 * where that is to come. Undefined where that cannot be told.
 */
export function todayUntil(
  care: Care,
  today: Today,
  changes: Instant = Infinity,
): Instant | undefined {
  const { at, zone } = care
  const until = Math.min(
    at + HOUR_MS,
    changes > at ? changes : Infinity,
    instantOf(addToDate(localDate(at, zone), ONE_DAY), '00:00', zone),
    ...today.ended.map(({ procedure }) => elapsedUntil(procedure.endedAt, at)),
    ...today.openings.map((opening) => countdownUntil(opening.at, at)),
    ...instantsIn([datePlan(care.plan), care.session]).filter((instant) => instant > at),
  )
  // The plan does not say when an expectation starts.
  return expectedText(care, at) === expectedText(care, until - 1) ? until : undefined
}

/** Hours are said as they are full, minutes in the first one. */
function elapsedUntil(endedAt: Instant, at: Instant): Instant {
  const unit = at - endedAt < HOUR_MS ? MINUTE_MS : HOUR_MS
  return endedAt + (Math.floor((at - endedAt) / unit) + 1) * unit
}

/** Minutes are rounded up before they are made hours. */
function countdownUntil(to: Instant, at: Instant): Instant {
  if (isCountedInMinutes(to, at)) return to
  const hours = Math.floor(Math.ceil((to - at) / MINUTE_MS) / 60)
  return to - hours * HOUR_MS + MINUTE_MS
}

/** No other number is as large. */
const FIRST_INSTANT = Date.UTC(1990)

/** Every instant that stands anywhere in a value. */
function instantsIn(value: unknown): readonly Instant[] {
  if (typeof value === 'number') return value > FIRST_INSTANT ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(instantsIn)
}

function expectedText({ planner, session }: Care, at: Instant): string {
  return JSON.stringify(expectedAt(planner, session, at))
}
