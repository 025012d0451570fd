import words from '../../data/label-words.json' with { type: 'json' }
import { foldName } from './skeleton.ts'

/** Where on a label a name stands. */
export type Place = 'list' | 'active' | 'inactive' | 'may' | 'noise'

export const HEADERS: readonly (readonly [Place, readonly string[]])[] = [
  ['inactive', words.headers.inactive],
  ['active', words.headers.active],
  ['list', words.headers.list],
  ['may', words.headers.may],
  ['noise', words.headers.noise],
]

/** Headings that are words of a sentence too. */
export const NEEDS_COLON: ReadonlySet<string> = new Set(words.headers.needsColon)

const SUN_PURPOSES = folded(words.purposes.sunscreen)
const PURPOSES = new Set([...SUN_PURPOSES, ...folded(words.purposes.other)])
const PROSE = folded(words.prose)
const FOOTNOTES = words.footnote.map(foldName)
const NEGATED = folded(words.negated)
const DENIED = words.denied.map(foldName)
const QUALIFIERS = words.qualifiers.map(foldName)

/** What an active ingredient is there for, and other words of a pack that are no ingredient. */
export function isPurpose(name: string): boolean {
  return PURPOSES.has(name)
}

export function isSunPurpose(name: string): boolean {
  return SUN_PURPOSES.has(name)
}

/** A sentence, not a name. */
export function isProse(names: readonly string[]): boolean {
  return names.filter((word) => PROSE.has(word)).length >= 2
}

/** `*from organic farming`, as below a list. */
export function isFootnote(name: string): boolean {
  return name.includes(' ') && FOOTNOTES.some((note) => name.includes(note))
}

/** Whether a word is denied: `no alcohol`, `fragrance free`. */
export function isDenied(names: readonly string[], from: number, until: number): boolean {
  const before = names[from - 1] ?? ''
  const after = names[until] ?? ''
  return NEGATED.has(before) || after === 'free' || after === 'libre'
}

/** `Fragrance free`, `no alcohol`: what a pack boasts of leaving out. */
export function isBoast(name: string): boolean {
  return name.endsWith(' free') || DENIED.some((word) => name.startsWith(`${word} `))
}

/** The name without words that say how it was made: `organic`, `cold pressed`. */
export function withoutQualifiers(name: string): string {
  let rest = name
  for (const word of QUALIFIERS) {
    if (rest.startsWith(`${word} `)) rest = rest.slice(word.length + 1)
    if (rest.endsWith(` ${word}`)) rest = rest.slice(0, -word.length - 1)
  }
  return rest
}

function folded(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map(foldName))
}
