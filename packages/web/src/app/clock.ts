import type { Instant } from '@afterglow/engine'
import { useCallback, useEffect, useState } from 'preact/hooks'

const MINUTE_MS = 60_000

/** The one place where the app reads the clock. What the time is by it says `presentAt`. */
export function now(): Instant {
  return Date.now()
}

/** What the clock shows, and what counts on through every setting of it. */
export interface Ticks {
  readonly clock: Instant
  readonly runningMs: number
}

export function readTicks(): Ticks {
  return { clock: now(), runningMs: performance.now() }
}

/** The zone this device is in. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/**
 * What the device's clock shows, renewed at every full minute, whenever the page is looked at again, and when asked: what a
 * person has just told must not lie ahead of the clock it is shown by.
 */
export function useNow(): readonly [shown: Instant, renew: () => void] {
  const [shown, setShown] = useState(now)
  const renew = useCallback(() => setShown(now()), [])
  useEffect(() => {
    const timer = setTimeout(renew, MINUTE_MS - (shown % MINUTE_MS) + 1)
    document.addEventListener('visibilitychange', renew)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', renew)
    }
  }, [shown, renew])
  return [shown, renew]
}
