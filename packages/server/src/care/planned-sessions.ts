import type { Instant } from '@afterglow/engine'
import type { StoredEvent } from '../store/event-log.ts'
import { withoutUndone } from './session-of.ts'

/** Told so far ahead is a clock that is wrong. Further, a report is a mistake, and a session was planned. */
export const AHEAD_MS = 3_600_000

/** When a session ended, or was to end, as said last, and when that was said. */
interface Reading {
  readonly procedureId: string
  readonly endedAt: Instant
  readonly saidAt: Instant
}

/**
 * The sessions that were planned, whose time has passed by `at`, and of which nobody has said that they took place: their end
 * was not said again since. To say it is to correct the end, to the same instant where it was that.
 */
export function unconfirmedSessions(
  events: readonly StoredEvent[],
  at: Instant,
): ReadonlySet<string> {
  const passed = readingsOf(events).filter(({ endedAt }) => endedAt <= at)
  return new Set(passed.filter(isPlanned).map(({ procedureId }) => procedureId))
}

/** The same session, by its own id or as an adjunct of it that is a procedure of its own. */
export function isOneOf(ids: ReadonlySet<string>, { id }: { readonly id: string }): boolean {
  return ids.has(id.replace(/\+.*$/, ''))
}

function isPlanned({ endedAt, saidAt }: Reading): boolean {
  return saidAt + AHEAD_MS < endedAt
}

function readingsOf(events: readonly StoredEvent[]): readonly Reading[] {
  const readings = new Map<string, Reading>()
  for (const { eventId, type, at, recordedAt, data } of withoutUndone(events)) {
    if (type === 'procedure')
      readings.set(eventId, { procedureId: eventId, endedAt: at, saidAt: recordedAt })
    const { procedure, endedAt } = data
    if (type !== 'corrected' || typeof procedure !== 'string' || typeof endedAt !== 'number')
      continue
    if (readings.has(procedure))
      readings.set(procedure, { procedureId: procedure, endedAt, saidAt: recordedAt })
  }
  return [...readings.values()]
}
