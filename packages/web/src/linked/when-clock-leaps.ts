import { readTicks } from '../app/clock.ts'

const LOOK_EVERY_MS = 20_000
const LEAP_MS = 5000

/** Calls `take` where the clock was set, or the device has slept: either way it is time to ask. */
export function whenClockLeaps(take: () => void, signal: AbortSignal): void {
  let before = readTicks()
  const timer = setInterval(() => {
    const ticks = readTicks()
    const leapMs = ticks.clock - before.clock - (ticks.runningMs - before.runningMs)
    before = ticks
    if (Math.abs(leapMs) > LEAP_MS) take()
  }, LOOK_EVERY_MS)
  signal.addEventListener('abort', () => clearInterval(timer))
}
