import { errorAt, type Issue } from '@afterglow/engine'

/**
 * A text in what was given that no person wrote and no database keeps: with the character of code 0, or with half
 * of one that is written as two. `root` is the place of `value`. Of whatever depth: without recursion.
 */
export function oddText(value: unknown, root: string): Issue | null {
  const open: Place[] = [{ value, at: root }]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (isOdd(place.value)) return errorAt(place.at || 'body', 'value', ODD)
    for (const [key, part] of partsOf(place.value)) {
      if (isOdd(key)) return errorAt(place.at || 'body', 'structure', ODD_NAME)
      open.push({ value: part, at: within(place.at, key) })
    }
  }
  return null
}

interface Place {
  readonly value: unknown
  readonly at: string
}

const ODD = 'holds a character that is none: code 0, or half of one; take it out'
const ODD_NAME = 'has a field whose name holds a character that is none'

function isOdd(text: unknown): boolean {
  return typeof text === 'string' && (text.includes('\0') || !text.isWellFormed())
}

/** The same text with a sign for each such character, as browsers show what they cannot read. */
export function withoutOddText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}

/** Embeddings, overrides and isolates: what stands beside such a text is turned or hidden with it. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g

/** The same text without what turns the words around it, for all that is kept and shown to somebody else. */
export function withoutTurning(text: string): string {
  return text.replaceAll(TURNING, '')
}

function partsOf(value: unknown): Iterable<readonly [string | number, unknown]> {
  if (Array.isArray(value)) return value.entries()
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** The place of a part of what stands at `text`. */
export function within(text: string, part: PropertyKey): string {
  if (typeof part === 'number') return `${text}[${part}]`
  return text === '' ? String(part) : `${text}.${String(part)}`
}
