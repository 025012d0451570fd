import { foldName, skeletonOf } from './skeleton.ts'
import { slipsBetween } from './slips.ts'
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

/** A phrase between the start of a line or sentence and a colon. */
const BEFORE_COLON = /(^|[\n.;]\s{0,3})([^\n.;:,]{8,40})(?=:)/g
const SHORTEST_LONG = 9
const MOST_SLIPS = 3
const LONG_HEADINGS = HEADERS.filter(([place]) => place !== 'noise' && place !== 'may')
  .flatMap(([place, words]) => words.map((word) => [skeletonOf(foldName(word)), place] as const))
  .filter(([heading]) => heading.length >= SHORTEST_LONG)

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

/** Headings in order; a mangled one takes the place of the words that are written inside it. */
function headingsIn(text: string): readonly Heading[] {
  const mangled = mangledIn(text)
  const found = [...mangled, ...writtenIn(text)].toSorted((a, b) => a.from - b.from)
  const isMangled = new Set(mangled)
  let covered = 0
  return found.filter((heading) => {
    if (isMangled.has(heading)) covered = heading.until
    return isMangled.has(heading) || heading.from >= covered
  })
}

/** Headings before a colon with the slips of a scanner in them: `lnactive ingredlents:`. */
function mangledIn(text: string): readonly Heading[] {
  const found: Heading[] = []
  for (const match of text.matchAll(BEFORE_COLON)) {
    const [, before = '', phrase = ''] = match
    const place = placeNear(skeletonOf(foldName(phrase)))
    const from = match.index + before.length
    if (place !== undefined) found.push({ place, from, until: from + phrase.length })
  }
  return found
}

/** Of two headings as near, the one that stands first in the list: whatever misses its actives is not cleared. */
function placeNear(phrase: string): Place | undefined {
  let best: { readonly place: Place; readonly slips: number } | undefined
  for (const [heading, place] of LONG_HEADINGS) {
    const slips = slipsBetween(phrase, heading, MOST_SLIPS)
    if (slips > 0 && slips <= MOST_SLIPS && slips < (best?.slips ?? MOST_SLIPS + 1))
      best = { place, slips }
  }
  return best?.place
}

function writtenIn(text: string): readonly Heading[] {
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
