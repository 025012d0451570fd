import { tokensOf } from '../words/fold.ts'
import {
  allFound,
  createLexicon,
  foundAt,
  type Lexicon,
  readTokens,
  type Token,
} from '../words/lexicon.ts'
import { createNearWords, type NearWords, nearWords } from '../words/near.ts'
import type { SaidSubject } from './find-subjects.ts'
import { unreadIn } from './unread.ts'
import { namesIn, type Vocabulary } from './vocabulary.ts'

/** Subjects of one plan that the words of the ledger do not know, such as a clinic's own, by what they are called. */
export interface OwnSubjects {
  readonly names: Lexicon<string>
  readonly clues: readonly Clue[]
  readonly near: NearWords
}

/** What of a name gives it away where it is not said as it is written. */
interface Clue {
  readonly code: string
  readonly words: readonly string[]
  /** Words that nothing else is called by: one of them is enough. */
  readonly isRare: boolean
}

/**
 * The same words with the names of further subjects, by code. What the words mean without them stays as it is: a name takes
 * no word away from a sign or from another subject, so no name makes an answer on anything else more open.
 */
export function withOwnSubjects(
  vocabulary: Vocabulary,
  subjects: Readonly<Record<string, readonly string[]>>,
): Vocabulary {
  const named = Object.entries(subjects).flatMap(([code, names]) =>
    [code, ...names.flatMap(namesIn)]
      .map((name) => [plain(name), code] as const)
      .filter(([name]) => isName(vocabulary, name)),
  )
  if (named.length === 0) return vocabulary
  const clues = named.map(([name, code]) => clueOf(vocabulary.near, name, code))
  const near = createNearWords(clues.flatMap(({ words }) => words))
  return { ...vocabulary, own: { names: createLexicon(named), clues, near } }
}

/** Marks that stand for beginnings and joints in our own lists are marks here. */
function plain(name: string): string {
  return name.replaceAll(/[*_]/g, ' ')
}

/** Of words that are turns of a question, times and signs alone nobody could tell that they are meant as a name. */
function isName(vocabulary: Vocabulary, name: string): boolean {
  const tokens = readTokens(name, vocabulary.near)
  const { words } = unreadIn(vocabulary, { tokens, subjects: [], times: [] })
  return words.length > 0 || allFound(vocabulary.subjects, tokens).length > 0
}

const SHORTEST = 3

function clueOf({ known }: NearWords, name: string, code: string): Clue {
  const words = tokensOf(name).filter((word) => /^[\p{L}\d]/u.test(word))
  const rare = words.filter((word) => word.length >= SHORTEST && !known.has(word))
  return rare.length > 0 ? { code, words: rare, isRare: true } : { code, words, isRare: false }
}

/** Every own subject that a message names, and those that it may name: a slip, a part of the name, another order. */
export function findOwnSubjects(
  { names, clues, near }: OwnSubjects,
  tokens: readonly Token[],
): readonly SaidSubject[] {
  const said = tokens.flatMap((_, start) =>
    foundAt(names, tokens, start).map(({ value, end }) => ownSubject(value, { start, end })),
  )
  const named = new Set(said.flatMap(({ codes }) => codes))
  const places = placesOf(near, tokens)
  const guessed = new Map<string, SaidSubject>()
  for (const clue of clues) {
    const start = named.has(clue.code) ? -1 : placeOf(clue, places)
    if (start < 0 || guessed.has(clue.code)) continue
    guessed.set(clue.code, { ...ownSubject(clue.code, { start, end: start + 1 }), isGuess: true })
  }
  return [...said, ...guessed.values()]
}

function ownSubject(
  code: string,
  { start, end }: { readonly start: number; readonly end: number },
): SaidSubject {
  return { start, end, codes: [code], isProduct: false, isOwn: true }
}

/** Where each word of a name is first said, slips included. */
function placesOf(near: NearWords, tokens: readonly Token[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [k, { text }] of tokens.entries())
    for (const word of nearWords(near, text)) if (!places.has(word)) places.set(word, k)
  return places
}

/** The first word that gives the name away; -1 where none does. */
function placeOf({ words, isRare }: Clue, places: ReadonlyMap<string, number>): number {
  const found = words.flatMap((word) => places.get(word) ?? [])
  const isMeant = isRare ? found.length > 0 : words.length > 0 && found.length === words.length
  return isMeant ? Math.min(...found) : -1
}

/** An own subject that a text names, or may name. */
export interface OwnMention {
  readonly subject: string
  readonly words: string
  readonly isGuess: boolean
}

/** The own subjects in a text that asks nothing, such as a product's name; each once. */
export function ownSubjectsIn(
  { own, near }: Pick<Vocabulary, 'own' | 'near'>,
  text: string,
): readonly OwnMention[] {
  if (own === undefined) return []
  const tokens = readTokens(text, near)
  const mentions = new Map<string, OwnMention>()
  for (const { start, end, codes, isGuess = false } of findOwnSubjects(own, tokens)) {
    const words = tokens.slice(start, end).map((token) => token.text)
    for (const subject of codes)
      if (!mentions.has(subject))
        mentions.set(subject, { subject, words: words.join(' '), isGuess })
  }
  return [...mentions.values()]
}
