import { tokensOf, withoutArticle } from './fold.ts'
import { type NearWords, nearWords } from './near.ts'
import { wordList } from './word-list.ts'

/** A word of a message: as written and folded, and the known words that it is or may be a slip of. */
export interface Token {
  readonly text: string
  readonly readings: readonly string[]
}

/** Where something was found: from token `start` (inclusive) to `end` (exclusive). */
export interface Found<T> {
  readonly value: T
  readonly start: number
  readonly end: number
}

interface Phrase<T> {
  readonly rest: readonly string[]
  readonly value: T
}

/**
 * What stands for what: whole words, beginnings of words (`swell*`) and phrases (`short_of_breath`), each found in one
 * look at every word of a message.
 */
export interface Lexicon<T> {
  readonly phrases: ReadonlyMap<string, readonly Phrase<T>[]>
  /** By their first three letters. */
  readonly stems: ReadonlyMap<string, readonly (Phrase<T> & { readonly stem: string })[]>
}

const STEM_KEY = 3

export function createLexicon<T>(entries: Iterable<readonly [string, T]>): Lexicon<T> {
  const phrases = new Map<string, Phrase<T>[]>()
  const stems = new Map<string, (Phrase<T> & { stem: string })[]>()
  for (const [written, value] of entries) {
    const isStem = written.endsWith('*') && !/[_ ]/.test(written)
    const [first, ...rest] = wordsIn(written)
    if (first === undefined) continue
    if (isStem) push(stems, first.slice(0, STEM_KEY), { stem: first, rest, value })
    else push(phrases, first, { rest, value })
  }
  for (const list of phrases.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return { phrases, stems }
}

/** A lexicon of phrases with commas in between, of which only matters that one is said. */
export function phrasesOf(text: string): Lexicon<true> {
  return createLexicon(wordList(text).map((phrase) => [phrase, true] as const))
}

/** Whether anything of a lexicon stands in a message. */
export function isSaid(lexicon: Lexicon<true>, tokens: readonly Token[]): boolean {
  return tokens.some((_, k) => foundAt(lexicon, tokens, k).length > 0)
}

/** The words of an entry; a phrase may end in a beginning of a word, `not_stop*`. */
function wordsIn(written: string): readonly string[] {
  const words = tokensOf(written.replaceAll('_', ' ').replaceAll('*', ''))
  return written.endsWith('*') && words.length > 1
    ? [...words.slice(0, -1), `${words.at(-1)}*`]
    : words
}

/** Every known word of a lexicon: what a mistyped word is compared with. */
export function wordsOfLexicon<T>({ phrases }: Lexicon<T>): readonly string[] {
  return [...phrases].flatMap(([first, list]) => [
    first,
    ...list.flatMap(({ rest }) => rest.filter((word) => !word.endsWith('*'))),
  ])
}

/** Everything that starts at a token, the longest first. */
export function foundAt<T>(
  lexicon: Lexicon<T>,
  tokens: readonly Token[],
  start: number,
): readonly Found<T>[] {
  const found: Found<T>[] = []
  for (const reading of tokens[start]?.readings ?? []) {
    for (const { rest, value } of lexicon.phrases.get(reading) ?? []) {
      if (!rest.every((word, k) => says(tokens[start + 1 + k], word))) continue
      found.push({ value, start, end: start + 1 + rest.length })
    }
    for (const { stem, value } of lexicon.stems.get(reading.slice(0, STEM_KEY)) ?? [])
      if (reading.startsWith(stem)) found.push({ value, start, end: start + 1 })
  }
  return found.length > 1 ? found.sort((a, b) => b.end - a.end) : found
}

/** Everything in a message, overlapping or not. */
export function allFound<T>(lexicon: Lexicon<T>, tokens: readonly Token[]): readonly Found<T>[] {
  return tokens.flatMap((_, k) => foundAt(lexicon, tokens, k))
}

function says(token: Token | undefined, word: string): boolean {
  if (!token) return false
  if (!word.endsWith('*')) return token.readings.includes(word)
  const stem = word.slice(0, -1)
  return token.readings.some((one) => one.startsWith(stem))
}

/** A message's words with what each may mean; a word met before is read as it was then. */
export function readTokens(text: string, near: NearWords): readonly Token[] {
  const seen = new Map<string, Token>()
  return tokensOf(text).map((word) => {
    const known = seen.get(word)
    if (known) return known
    // The word itself stays: it may begin like one that is known by its beginning alone.
    const found = [word, ...nearWords(near, word), ...withoutPrefix(near, word), ...numberIn(word)]
    const token = { text: word, readings: [...new Set(found)] }
    seen.set(word, token)
    return token
  })
}

/** From this length on a word with a letter wrong is hardly another word. */
const SURE = 6

/** The same without what a short word may be a slip of: `saun` may be a sauna, and as well anything else. */
export function withoutShortSlips({ text, readings }: Token): Token {
  const isSure = (word: string) =>
    word === text || Math.min(word.length, text.length) >= SURE || isPrefixed(text, word)
  return { text, readings: readings.filter(isSure) }
}

/** Words of our own for what a number may be of a body: fever, in either unit, a fast pulse, a low blood pressure. */
function numberIn(word: string): readonly string[] {
  if (isLowPressure(word)) return ['lowpressure']
  if (!/^\d{2,3}([.,]\d)?$/.test(word)) return []
  const number = Number(word.replace(',', '.'))
  const isFever = (number >= 37.5 && number < 43) || (number >= 99.5 && number < 110)
  if (!isFever) return number >= 110 && number <= 220 ? ['fastpulse'] : []
  return word.length > 3 ? ['feverdegrees', 'feverdecimal'] : ['feverdegrees']
}

/** `80/50`: no day of any month. */
function isLowPressure(word: string): boolean {
  const [, upper, lower] = /^(\d{2})\/(\d{2})$/.exec(word) ?? []
  return Number(upper) >= 50 && Number(upper) <= 90 && Number(lower) <= 60
}

/** In Arabic `and`, `with` and `for` are written together with the word after them. */
function withoutPrefix(near: NearWords, word: string): readonly string[] {
  return PREFIXED.test(word) && near.known.has(bareOf(word)) ? [bareOf(word)] : []
}

const PREFIXED = /^[وبفلك]\p{Script=Arabic}{2}/u

function bareOf(word: string): string {
  return withoutArticle(word.slice(1))
}

function isPrefixed(text: string, word: string): boolean {
  return PREFIXED.test(text) && bareOf(text) === word
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
