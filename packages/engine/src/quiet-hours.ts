import type { Instant } from './time.ts'
import {
  firstJump,
  type OffsetAt,
  offsetsIn,
  timeAt,
  timeOf,
  untilTime,
  type ZoneAt,
} from './wall-clock.ts'

/** `[from, until)` by the person's own clock, over midnight where `until` is the earlier; none where both are the same. */
export interface QuietHours {
  readonly from: string
  readonly until: string
}

/** The first instant from `at` on that is not quiet by the clock of the zone the person is in then. */
export function afterQuietHours(
  at: Instant,
  quietHours: QuietHours | null,
  zoneAt: ZoneAt,
): Instant {
  return quietHours === null ? at : firstNotQuiet(at, quietHours, offsetsIn(zoneAt))
}

export function firstNotQuiet(at: Instant, quietHours: QuietHours, offsetAt: OffsetAt): Instant {
  const until = timeOf(quietHours.until)
  let now = at
  for (;;) {
    const time = timeAt(now, offsetAt)
    if (!isQuiet(time, quietHours)) return now
    const end = now + untilTime(time, until)
    now = firstJump(now, end, offsetAt) ?? end
  }
}

/** Whether a time of day, in milliseconds since midnight, lies in the quiet hours. */
export function isQuiet(time: number, { from, until }: QuietHours): boolean {
  const start = timeOf(from)
  return untilTime(start, time) < untilTime(start, timeOf(until))
}
