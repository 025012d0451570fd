import type { Elapsed, Instant } from '../../packages/engine/src/index.ts'
import { DAY_MS, type Duration } from '../../packages/engine/src/duration.ts'
import { addDuration, createZoneTable, type ZoneTable } from '../../packages/engine/src/time.ts'

const tables = new Map<string, ZoneTable>()
const YEAR = 2026

/** One table a zone: it serves every session of the year that the bench draws from. */
export function tableOf(zone: string): ZoneTable {
  const known = tables.get(zone)
  if (known) return known
  const table = createZoneTable(zone, YEAR)
  tables.set(zone, table)
  return table
}

/** How long after `anchor` each length ends: a day is 24 hours where no change of offset is near, else as the table says. */
export function allElapsed(
  table: ZoneTable,
  anchor: Instant,
  durations: readonly Duration[],
): readonly Elapsed[] {
  const { since } = table
  let next = since.length - 1
  while (next > 0 && (since[next] as number) > anchor) next--
  const from = (since[next] as number) + DAY_MS
  const until = (since[next + 1] ?? Number.POSITIVE_INFINITY) - DAY_MS
  const elapsed = new Array<Elapsed>(durations.length)
  for (let k = 0; k < durations.length; k++) {
    // k stays inside the list.
    const duration = durations[k] as Duration
    const even = duration.kind === 'days' ? duration.days * DAY_MS : Number.NaN
    const isQuiet = anchor + even > from && anchor + even < until
    elapsed[k] = isQuiet ? even : addDuration(table, anchor, duration) - anchor
  }
  return elapsed
}
