import type { Instant } from '@afterglow/engine'
import { useCallback, useEffect, useState } from 'preact/hooks'

const MINUTE_MS = 60_000

/** The one place where the app reads the clock. */
export function now(): Instant {
  return Date.now()
}

/** The zone this device is in. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/**
 * The present instant, renewed at every full minute, whenever the page is looked at again, and when asked: what a person
 * has just told must not lie ahead of the clock it is shown by.
 */
export function useNow(): readonly [at: Instant, renew: () => void] {
  const [at, setAt] = useState(now)
  const renew = useCallback(() => setAt(now()), [])
  useEffect(() => {
    const timer = setTimeout(renew, MINUTE_MS - (at % MINUTE_MS) + 1)
    document.addEventListener('visibilitychange', renew)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', renew)
    }
  }, [at, renew])
  return [at, renew]
}
