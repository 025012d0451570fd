import type { CompiledProtocol, DurationIndex } from './compiled.ts'
import type { Duration } from './duration.ts'
import { createMemo, type Memo, REMEMBERED, remember } from './memo.ts'
import type { Part } from './part.ts'
import { elapsedAfter, type Instant, isQuiet, type ZoneTable } from './time.ts'

/** How long after a procedure's end each of the protocol's lengths ends. */
export interface Clock {
  readonly instants: readonly Instant[]
  /** For each part, which of the clocks it tells apart this one is. */
  readonly numbers: readonly number[]
}

/** The clocks of one protocol. */
export interface Clocks {
  readonly parts: readonly Part<unknown>[]
  readonly memo: Memo<Clock>
}

export function createClocks(parts: readonly Part<unknown>[]): Clocks {
  return { parts, memo: createMemo(REMEMBERED) }
}

/** How long after an anchor each of the protocol's lengths ends. */
export function findClock(
  compiled: CompiledProtocol,
  { parts, memo }: Clocks,
  { table, anchor }: { readonly table: ZoneTable; readonly anchor: Instant },
): Clock {
  const { durations, dayPlaces, monthPlaces } = compiled
  const elapsed = (place: DurationIndex) =>
    elapsedAfter(table, anchor, durations[place] as Duration)
  const days = isQuiet(table, anchor, compiled.daySpan) ? [] : dayPlaces
  const path: number[] = []
  for (const places of [days, monthPlaces]) {
    for (const place of places) {
      const after = elapsed(place)
      if (after !== compiled.nominal[place]) path.push(place, after)
    }
  }
  return remember(memo, path, () => {
    const instants = durations.map((_, place) => elapsed(place))
    return { instants, numbers: parts.map((part) => numberOn(part, instants)) }
  })
}

function numberOn(
  { lengths, clocks, numbered }: Part<unknown>,
  instants: readonly Instant[],
): number {
  const path = lengths.map((one) => instants[one] as Instant)
  return remember(clocks, path, () => numbered.count++)
}
