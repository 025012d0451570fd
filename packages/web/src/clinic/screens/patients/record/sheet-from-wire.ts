import { INSTANT_KEYS, parseInstant } from '@afterglow/engine'
import type { Sheet } from '@afterglow/formats'

/**
 * A sheet as it was given, from the form in which it left the server: each instant a number again. Dates and lengths under
 * the same names stay the texts that they are.
 */
export function sheetFromWire(wire: unknown): Sheet {
  // Kept by the server as a sheet, whose form it has.
  return read('', wire) as Sheet
}

function read(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => read(key, one))
  if (typeof value === 'string' && INSTANT_KEYS.has(key)) return parseInstant(value) ?? value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, read(name, one)]))
}
