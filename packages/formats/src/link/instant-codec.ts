import { type Instant, parseInstant } from '@afterglow/engine'
import type { Codec } from './codec.ts'
import { fixed, int } from './codec.ts'

const MINUTE_MS = 60_000
const SECOND_MS = 1000
const UNITS = [MINUTE_MS, SECOND_MS, 1] as const
const unitBits = fixed(2)

/** What a session's first instant is counted from. */
export const EPOCH: Instant = 1_767_225_600_000 // 2026-01-01T00:00:00Z

/** No text names an earlier or a later instant: the years 1970 to 2199, by the offsets farthest east and west. */
const FIRST = parseInstant('1970-01-01T00:00:00+14:00') ?? 0
const LAST = parseInstant('2199-12-31T23:59:59.999-14:00') ?? 0

/** An instant by how long it lies after another, in the largest unit that tells it exactly. */
export function instantAfter(earlier: Instant, group: number): Codec<Instant> {
  const count = int(group)
  return {
    write: (at) => {
      const unit = UNITS.findIndex((one) => (at - earlier) % one === 0)
      // The last unit divides every whole number.
      return unitBits.write(unit) + count.write((at - earlier) / (UNITS[unit] as number))
    },
    read: (bits) => {
      const unit = UNITS[unitBits.read(bits)]
      const at = earlier + count.read(bits) * (unit ?? 1)
      if (unit === undefined || at < FIRST || at > LAST) bits.fail('damaged')
      return at
    },
  }
}
