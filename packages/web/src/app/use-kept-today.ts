import { useEffect } from 'preact/hooks'
import type { App } from './app-context.ts'

/** Until what a person waits for is done. */
const QUIET_MS = 1000
const HOUR_MS = 3_600_000

/** Keeps Today for the next visit, once it is drawn: anew at every change of it, and every hour. */
export function useKeptToday(app: App, isShown: boolean): void {
  const { record, plan, locale, digits } = app
  const hour = Math.floor(app.at / HOUR_MS)
  useEffect(() => {
    if (!isShown || !plan) return undefined
    const stopped = new AbortController()
    const timer = setTimeout(() => void keep(app, stopped.signal), QUIET_MS)
    return () => {
      clearTimeout(timer)
      stopped.abort()
    }
  }, [isShown, hour, record, plan, locale, digits])
}

async function keep(app: App, signal: AbortSignal): Promise<void> {
  try {
    const { keepTodayAhead } = await import('./keep-today.tsx')
    // This script's address: it changes with anything in the app (build/shell-plugin.ts).
    await keepTodayAhead({ app, signal, build: import.meta.url })
  } catch {
    // The next visit waits until the plan is worked out, as the first one did.
  }
}
