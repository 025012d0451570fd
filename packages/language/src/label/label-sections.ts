import { HEADERS, NEEDS_COLON, type Place } from './label-words.ts'

/** A stretch of the label under one heading. */
export interface Section {
  readonly place: Place
  readonly text: string
}

interface Heading {
  readonly place: Place
  readonly from: number
  readonly until: number
}

const PLACES = new Map(HEADERS.flatMap(([place, words]) => words.map((word) => [word, place])))
const HEADING = new RegExp(
  `(?<![\\p{L}\\p{N}])(${[...PLACES.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[+./^$*?()|[\]\\{}]/g, String.raw`\$&`))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)

/** The label in its parts. What stands before the first heading of a list is no list, where there is such a heading. */
export function sectionsOf(text: string): readonly Section[] {
  const headings = headingsIn(text)
  const firstList = headings.findIndex(({ place }) => place !== 'noise' && place !== 'may')
  const sections: Section[] = [
    { place: firstList === -1 ? 'list' : 'noise', text: text.slice(0, headings[0]?.from) },
  ]
  headings.forEach(({ place, until }, k) =>
    sections.push({ place, text: text.slice(until, headings[k + 1]?.from) }),
  )
  return sections
}

function headingsIn(text: string): readonly Heading[] {
  const found: Heading[] = []
  for (const match of text.toLowerCase().matchAll(HEADING)) {
    const word = match[1] ?? ''
    const place = PLACES.get(word) ?? 'list'
    const heading = { place, from: match.index, until: match.index + word.length }
    if (isHeading(text, word, heading)) found.push(heading)
  }
  return found
}

/** A word of a heading inside a sentence is none: it stands first in its line or sentence, or a colon follows. */
function isHeading(text: string, word: string, { place, from, until }: Heading): boolean {
  const before = text.slice(Math.max(0, from - 3), from)
  const after = text.slice(until, until + 64)
  const isFirst = from === 0 || /[\n.!:/*•]\s{0,2}$/.test(before)
  const isFollowed = /^\s*(?:\([^)\n]{0,50}\))?\s*[:：\n/]/.test(after)
  if (NEEDS_COLON.has(word)) return isFollowed && (place !== 'noise' || isFirst)
  if (place === 'active' || place === 'inactive' || place === 'may') return true
  if (place === 'list') return isFollowed || (isFirst && /^[\s-]/.test(after))
  return isFirst
}
