import type { Instant } from '@afterglow/engine'
import { useEffect, useState } from 'preact/hooks'

const MINUTE_MS = 60_000

/** The one place where the app reads the clock. */
export function now(): Instant {
  return Date.now()
}

/** The zone this device is in. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The present instant, renewed at every full minute and whenever the page is looked at again. */
export function useNow(): Instant {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const renew = () => setAt(now())
    const timer = setTimeout(renew, MINUTE_MS - (at % MINUTE_MS) + 1)
    document.addEventListener('visibilitychange', renew)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', renew)
    }
  }, [at])
  return at
}
