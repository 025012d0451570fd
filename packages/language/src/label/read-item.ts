import { shapedLike } from './family.ts'
import type { Ingredient } from './ingredient.ts'
import type { Item, Part } from './label-items.ts'
import { isBoast, isDenied, isFootnote, isProse, isPurpose } from './label-words.ts'
import { exactly, loosely } from './resolve.ts'
import { foldName } from './skeleton.ts'

/** A name read: what it stands for, or null where we do not know. */
export interface Reading {
  readonly ingredient: Ingredient | null
  readonly asWritten: string
  readonly percent?: number
}

const MOST_JOINED = 4
const MOST_WORDS = 9
/** A text of more words than this is a list that lost its separators. */
const LONGEST_NAME = 12

/** The ingredients of one item. `strict` takes only names we know to the letter, as among directions and warnings. */
export function readItem({ parts }: Item, strict: boolean): readonly Reading[] {
  const readings: Reading[] = []
  for (let from = 0; from < parts.length; ) {
    const until = endOfName(parts, from)
    readings.push(...readName(parts.slice(from, until), strict))
    from = until
  }
  return withoutRepeats(readings)
}

/** How many parts from `from` on are one name: the longest that is known, or the first alone where lines are apart. */
function endOfName(parts: readonly Part[], from: number): number {
  const most = lastJoinable(parts, from)
  if (!parts[from + 1]?.joins && isKnown(parts.slice(from, from + 1))) return from + 1
  for (let until = most; until > from; until--) if (isKnown(parts.slice(from, until))) return until
  return joinsLoosely(parts, from, most) ? from + 2 : from + 1
}

/** A percentage ends a name. */
function lastJoinable(parts: readonly Part[], from: number): number {
  let until = from + 1
  while (
    until < parts.length &&
    until - from < MOST_JOINED &&
    parts[until - 1]?.percent === undefined
  )
    until += 1
  return until
}

function isKnown(parts: readonly Part[]): boolean {
  return knownIn(parts) !== undefined
}

function knownIn(parts: readonly Part[]): Ingredient | undefined {
  return (
    exactly(foldName(textOf(parts))) ??
    (parts.some(({ inner }) => inner.length > 0) ? exactly(foldName(inlineOf(parts))) : undefined)
  )
}

/** Two lines of one name with a slip in it: neither is a name by itself. */
function joinsLoosely(parts: readonly Part[], from: number, most: number): boolean {
  const [first, second] = parts.slice(from, from + 2)
  if (!first || !second?.joins || most < from + 2) return false
  const isAlone = loosely(foldName(first.text)) !== undefined || isKnown([second])
  return !isAlone && loosely(foldName(textOf([first, second]))) !== undefined
}

function readName(parts: readonly Part[], strict: boolean): readonly Reading[] {
  const text = textOf(parts)
  const folded = foldName(text)
  const inner = parts.flatMap((part) => part.inner.map((item) => readItem(item, strict)))
  const known = knownIn(parts) ?? (strict ? undefined : unlisted(text, folded))
  if (known) {
    const percent = parts.at(-1)?.percent
    const outer = { ingredient: known, asWritten: text, ...(percent !== undefined && { percent }) }
    const isInside = parts.some(({ tail }) => tail.trim() !== '')
    return isInside ? [outer] : [outer, ...besides(known, inner)]
  }
  const inside = inner.flat()
  if (inside.length > 0 && inside.every(({ ingredient }) => ingredient !== null)) return inside
  if (folded === '' || strict) return inside
  return unknownWith(parts, inside)
}

/** A name that nobody knows, with what stands in its brackets: one name, if nobody knows that either. */
function unknownWith(parts: readonly Part[], inside: readonly Reading[]): readonly Reading[] {
  const percent = parts.at(-1)?.percent
  if (inside.length !== 1 || inside[0]?.ingredient)
    return [...unknownText(textOf(parts), percent), ...inside]
  return unknownText(inlineOf(parts).replaceAll(/\s+/g, ' '), percent)
}

/** What a text that is no listed name stands for, unless it is a sentence or several names: a list without commas. */
function unlisted(text: string, folded: string): Ingredient | undefined {
  const words = wordsOf(text)
  if (isNoName(folded) || isProse(words)) return undefined
  if (translations(text).length > 0) return undefined
  const isList = words.length > LONGEST_NAME || (words.length > 1 && isAllKnown(runsIn(words)))
  return isList ? undefined : loosely(folded)
}

function isNoName(folded: string): boolean {
  return isPurpose(folded) || isFootnote(folded) || isBoast(folded)
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s/,]+/)
    .map(foldName)
    .filter((word) => word !== '')
}

function isAllKnown(runs: readonly Reading[]): boolean {
  return runs.length > 0 && runs.every(({ ingredient }) => ingredient !== null)
}

/** What brackets add to a name: nothing where they say the same in other words or only how it was made. */
function besides(outer: Ingredient, inner: readonly (readonly Reading[])[]): readonly Reading[] {
  const [first = [], ...others] = inner
  const isGloss = others.length === 0 && first.length <= 1
  return inner.flat().filter(({ ingredient }) => {
    if (ingredient === null) return !isGloss
    if (ingredient.name === outer.name) return false
    return !(isGloss && ingredient.class === outer.class && ingredient.role !== 'fragrance')
  })
}

/** A text that is no name: several names without separators, a sentence, or an ingredient we do not know. */
function unknownText(text: string, percent: number | undefined): readonly Reading[] {
  const folded = foldName(text)
  if (isNoName(folded) || !/\p{L}{2}/u.test(folded)) return []
  const translated = translations(text)
  if (translated.length > 0) return translated
  const words = wordsOf(text)
  const runs = runsIn(words)
  if (isAllKnown(runs))
    return runs.map((run) => withPercent(run, runs.length === 1 ? percent : undefined))
  const careful = runs.filter(({ ingredient }) => ingredient !== null && ingredient.class !== null)
  if (isProse(words)) return careful
  if (words.length > LONGEST_NAME) return runs
  return [...careful, { ingredient: null, asWritten: text }]
}

/** `Olus Oil/Huile Végétale`: a name and what it is in other languages. A part that needs care is read all the same. */
function translations(text: string): readonly Reading[] {
  const names = text.split('/')
  if (names.length < 2 || !exactly(foldName(names[0] ?? ''))) return []
  if (shapedLike(foldName(text))?.role === 'thickener') return []
  return names.flatMap((name, k) => {
    const folded = foldName(name)
    const ingredient = exactly(folded) ?? loosely(folded)
    const isTold =
      ingredient !== undefined && (k === 0 || ingredient.class !== null || exactly(folded))
    return isTold ? [{ ingredient, asWritten: name.trim() }] : []
  })
}

function withPercent(reading: Reading, percent: number | undefined): Reading {
  return percent === undefined ? reading : { ...reading, percent }
}

/** Names found word by word, the longest first; what lies between is not known. */
function runsIn(words: readonly string[]): readonly Reading[] {
  const runs: Reading[] = []
  let unknown: string[] = []
  const endUnknown = (): void => {
    if (unknown.length > 0) runs.push({ ingredient: null, asWritten: unknown.join(' ') })
    unknown = []
  }
  for (let from = 0; from < words.length; ) {
    const run = longestRun(words, from)
    if (run) {
      endUnknown()
      runs.push(run.reading)
    } else if (/\p{L}/u.test(words[from] ?? '') && !isPurpose(words[from] ?? ''))
      unknown.push(words[from] ?? '')
    from = run?.until ?? from + 1
  }
  endUnknown()
  return runs
}

function longestRun(
  words: readonly string[],
  from: number,
): { readonly reading: Reading; readonly until: number } | undefined {
  for (let until = Math.min(words.length, from + MOST_WORDS); until > from; until--) {
    const name = words.slice(from, until).join(' ')
    const ingredient = exactly(name)
    if (ingredient && !isDenied(words, from, until))
      return { reading: { ingredient, asWritten: name }, until }
  }
  return undefined
}

function withoutRepeats(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Set<string>()
  return readings.filter(({ ingredient }) => {
    if (ingredient === null) return true
    if (seen.has(ingredient.name)) return false
    seen.add(ingredient.name)
    return true
  })
}

function textOf(parts: readonly Part[]): string {
  return parts
    .map(({ text }) => text.trim())
    .join(' ')
    .trim()
}

function inlineOf(parts: readonly Part[]): string {
  return parts.map(({ inline }) => inline.trim()).join(' ')
}
