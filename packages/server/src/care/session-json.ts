import type { Session } from '@afterglow/engine'
import { timestampOf } from '../store/database.ts'

/** The keys of a session that are instants. */
const INSTANTS: ReadonlySet<string> = new Set(['at', 'endedAt'])

/**
 * A session as session files have it, for a device to work its plan out. Each instant to the millisecond, as windows and
 * the order of events count by it: `parseSession` reads the very same session.
 */
export function sessionJson(session: Session): object {
  // An object stays one.
  return written(session) as object
}

function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'number' && INSTANTS.has(key) ? timestampOf(one) : written(one),
    ]),
  )
}
