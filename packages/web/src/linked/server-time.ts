import type { Instant } from '@afterglow/engine'
import type { Ticks } from '../app/clock.ts'

/** What the server's clock showed when it answered, and by how much the device's was ahead of it; below zero, behind. */
export interface ServerTime {
  readonly at: Instant
  readonly aheadMs: number
}

/** A clock that was set, or a device that slept, between question and answer: nothing can be told from them. */
const LONGEST_JUMP_MS = 2000
/** A date of HTTP is in whole seconds: on average half of one more has passed. */
const HALF_SECOND_MS = 500

/** Reads the `Date` of an answer, half the way back from when it was there. Null where that says nothing for sure. */
export function serverTimeBy(
  date: string | null,
  asked: Ticks,
  answered: Ticks,
): ServerTime | null {
  const at = Date.parse(date ?? '')
  const tookMs = answered.runningMs - asked.runningMs
  const jumpMs = answered.clock - asked.clock - tookMs
  if (Number.isNaN(at) || Math.abs(jumpMs) > LONGEST_JUMP_MS) return null
  return { at, aheadMs: Math.round(answered.clock - tookMs / 2 - at - HALF_SECOND_MS) }
}
