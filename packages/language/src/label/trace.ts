import type { Reading } from './read-item.ts'

/** What is never in a product in more than a hundredth, so that whatever follows it is no more than that. */
const MARKER_ROLES = new Set(['preservative', 'fragrance', 'chelator'])
const MARKER_NAMES = new Set(['Xanthan Gum', 'Carbomer'])
/** A list shorter than this has no tail, unless its actives are named apart. */
const SHORTEST_LIST = 8
const TAIL = 3
/** Acids that set a product's acidity when they come last. */
const ACIDITY = new Set(['Citric Acid', 'Lactic Acid'])

interface Placed extends Reading {
  readonly isActive: boolean
  readonly isInactive: boolean
}

/** The place from which on nothing is more than a hundredth; the length of the list where nothing shows it. */
export function traceLineOf(readings: readonly Placed[]): number {
  const line = readings.findIndex(
    ({ ingredient, isActive }) =>
      !isActive &&
      ingredient !== null &&
      (MARKER_ROLES.has(ingredient.role) || MARKER_NAMES.has(ingredient.name)),
  )
  return line === -1 ? readings.length : line
}

/** Whether the name at `k` is there in no more than a hundredth, by its place. Whatever has its percentage told matters. */
export function isTrace(readings: readonly Placed[], k: number, line: number): boolean {
  const reading = readings[k]
  if (!reading || reading.isActive) return false
  return reading.percent === undefined && k >= line
}

/** Citric or lactic acid at the very end of a list, in a trace: it sets the acidity and peels nothing. */
export function setsAcidity(readings: readonly Placed[], k: number, line: number): boolean {
  const reading = readings[k]
  if (!reading?.ingredient || reading.isActive || reading.percent !== undefined) return false
  if (!ACIDITY.has(reading.ingredient.name)) return false
  const hasTail = readings.length >= SHORTEST_LIST || reading.isInactive
  const isLast = hasTail && k >= readings.length - TAIL
  const isLate = k >= line && k >= readings.length / 2
  return isLast || isLate
}
