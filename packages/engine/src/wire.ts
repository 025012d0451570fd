import { formatInstant } from './time.ts'

/** Every key whose number is an instant, in any value that leaves the engine. */
export const INSTANT_KEYS: ReadonlySet<string> = new Set([
  'at',
  'start',
  'end',
  'since',
  'opensAt',
  'nextChangeAt',
  'from',
  'until',
  'earliest',
  'endedAt',
  'correctedAt',
  'replacedAt',
  'typicalEnd',
  'outerEnd',
  'severeUntil',
  'dueAt',
  'floor',
  'after',
  'anchor',
])

/** A value as it leaves through a door: the same JSON, each instant as ISO 8601 text with the zone's offset. */
export function toWire(value: unknown, zone: string): unknown {
  if (Array.isArray(value)) return value.map((one) => toWire(one, zone))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'number' && INSTANT_KEYS.has(key)
        ? formatInstant(one, zone)
        : toWire(one, zone),
    ]),
  )
}
