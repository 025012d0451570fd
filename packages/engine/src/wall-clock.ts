import type { CarePlan } from './care-plan.ts'
import { DAY_MS } from './duration.ts'
import { type Planner, zoneTableOf } from './planner.ts'
import { zoneAt } from './session.ts'
import { formatInstant, type Instant } from './time.ts'

/** The zone a person is in at an instant: it changes with a journey. */
export type ZoneAt = (at: Instant) => string

/** How far a person's own clock is ahead of UTC at an instant, in milliseconds: it changes with seasons and journeys. */
export type OffsetAt = (at: Instant) => number

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** The offsets of the clock that a plan's person looks at, from the planner's tables. */
export function offsetsOf(planner: Planner, { zone, events }: CarePlan): OffsetAt {
  return (at) => {
    const { since, offsetMs } = zoneTableOf(planner, zoneAt(zone, events, at), at)
    let k = since.length - 1
    // The first entry is before every instant, and both lists are of one length.
    while (at < (since[k] as number)) k--
    return offsetMs[k] as number
  }
}

/** The same from nothing but zones, for callers that have no planner. */
export function offsetsIn(zoneOf: ZoneAt): OffsetAt {
  return (at) => {
    // `2026-11-24T10:45:00+04:00`
    const text = formatInstant(at, zoneOf(at))
    return (text[19] === '-' ? -1 : 1) * timeOf(text.slice(20, 25))
  }
}

/** Milliseconds since midnight of a clock time such as `21:00`. */
export function timeOf(clock: string): number {
  const [hours = '', minutes = ''] = clock.split(':')
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS
}

/** Milliseconds since midnight by the person's clock. */
export function timeAt(at: Instant, offsetAt: OffsetAt): number {
  return modulo(at + offsetAt(at), DAY_MS)
}

/** How long a clock that runs on evenly takes from one time of day to another; 0 where they are the same. */
export function untilTime(from: number, to: number): number {
  return modulo(to - from, DAY_MS)
}

/**
 * The first instant from `at` on at which the clock shows that time, or has just been put forward past it: by a change of
 * offset or by a journey.
 */
export function nextShowing(at: Instant, clock: string, offsetAt: OffsetAt): Instant {
  const wanted = timeOf(clock)
  let now = at
  for (;;) {
    const end = now + untilTime(timeAt(now, offsetAt), wanted)
    const jump = firstJump(now, end, offsetAt)
    if (jump === null) return end
    const forward = offsetAt(jump) - offsetAt(now)
    if (end - jump <= forward) return jump
    now = jump
  }
}

/** The first instant found in `(from, until]` at which the clock is put forward or back; null where it runs on evenly. */
export function firstJump(from: Instant, until: Instant, offsetAt: OffsetAt): Instant | null {
  const offset = offsetAt(from)
  if (offsetAt(until) === offset) return null
  let [before, jumped] = [from, until]
  while (jumped - before > 1) {
    const middle = Math.floor((before + jumped) / 2)
    if (offsetAt(middle) === offset) before = middle
    else jumped = middle
  }
  return jumped
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
