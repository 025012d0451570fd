import type { Elapsed, Instant } from '../../packages/engine/src/index.ts'
import { type Duration, negated, parseDuration } from '../../packages/engine/src/duration.ts'
import {
  boundsOf,
  type End,
  type Length,
  type Protocol,
  readLength,
} from '../../packages/engine/src/protocol.ts'
import { addDuration, createZoneTable, type ZoneTable } from '../../packages/engine/src/time.ts'

/** One procedure's end, and how long after it the protocol's lengths end: each worked out when first asked for. */
export interface NaiveClock {
  readonly elapsed: (length: Length) => Elapsed
  readonly before: (length: Length) => Elapsed
  readonly latest: (end: End) => Elapsed
  readonly earliest: (end: End) => Elapsed
}

const tables = new Map<string, ZoneTable>()

function tableOf(zone: string): ZoneTable {
  const known = tables.get(zone)
  if (known) return known
  const table = createZoneTable(zone, 2026)
  tables.set(zone, table)
  return table
}

const durations = new Map<string, Duration>()

function durationOf(text: string): Duration {
  const known = durations.get(text)
  if (known) return known
  const duration = parseDuration(text)
  if (!duration) throw new Error(`not a duration: ${text}`)
  durations.set(text, duration)
  return duration
}

export function naiveClock(protocol: Protocol, zone: string, endedAt: Instant): NaiveClock {
  const table = tableOf(zone)
  const known = new Map<string, Elapsed>()
  const elapsed = (length: Length) => {
    const text = readLength(length, protocol) ?? ''
    const found = known.get(text)
    if (found !== undefined) return found
    const made = addDuration(table, endedAt, durationOf(text)) - endedAt
    known.set(text, made)
    return made
  }
  return {
    elapsed,
    before: (length) =>
      addDuration(table, endedAt, negated(durationOf(readLength(length, protocol) ?? ''))) -
      endedAt,
    latest: (end) => Math.max(...bounds(end).map(elapsed)),
    earliest: (end) => Math.min(...bounds(end).map(elapsed)),
  }
}

function bounds(end: End): readonly Length[] {
  const { atLeast, atMost } = boundsOf(end)
  return [atLeast, atMost]
}
