import MiniSearch, { type SearchResult } from 'minisearch'
import type { Synonyms } from '../../words/load-synonyms.ts'
import type { Texts } from '../../words/texts.ts'
import { EMPTY_WORDS } from './empty-words.ts'
import { plainWord } from './plain-word.ts'

/** The subjects that were found, and whether some word of the question fits none of them. */
export interface Found {
  readonly codes: readonly string[]
  readonly isPart: boolean
}

/**
 * Finds subjects by their names and by what people call them, with slips of the finger. Where the words mean more than
 * one, or only some of them are known, the answer with the most caution comes first.
 */
export type SubjectSearch = (words: string, caution: (code: string) => number) => Found

const MOST = 12

/** What subjects are called in several languages, all together. */
export function joinSynonyms(codes: readonly string[], all: readonly Synonyms[]): Synonyms {
  return Object.fromEntries(codes.map((code) => [code, all.flatMap((one) => one[code] ?? [])]))
}

export function createSubjectSearch(
  codes: readonly string[],
  texts: Pick<Texts, 'subject'>,
  synonyms: Synonyms,
): SubjectSearch {
  const calls = codes.map((id) => ({
    id,
    name: texts.subject(id),
    synonyms: synonyms[id] ?? [],
  }))
  const index = newIndex()
  index.addAll(calls.map((call) => ({ ...call, synonyms: call.synonyms.join(' | ') })))
  const exact = exactCalls(calls)
  return (words, caution) => find({ index, exact, caution }, words)
}

interface Call {
  readonly id: string
  readonly name: string
  readonly synonyms: readonly string[]
}

interface Searching {
  readonly index: MiniSearch
  /** Codes by a whole name or synonym. */
  readonly exact: ReadonlyMap<string, ReadonlySet<string>>
  readonly caution: (code: string) => number
}

function newIndex(): MiniSearch {
  return new MiniSearch({
    fields: ['name', 'synonyms'],
    processTerm: tellingWord,
    searchOptions: {
      boost: { name: 2 },
      // One letter among other words stands for itself: vitamin C.
      prefix: (term, _, terms) => term.length > 1 || terms.length === 1,
    },
  })
}

/** By all its words, and by those that tell something. */
function exactCalls(calls: readonly Call[]): Searching['exact'] {
  const exact = new Map<string, Set<string>>()
  for (const { id, name, synonyms } of calls) {
    for (const call of [name, ...synonyms]) {
      for (const key of [allWords(call), tellingWords(call)]) {
        if (key !== '') exact.set(key, (exact.get(key) ?? new Set()).add(id))
      }
    }
  }
  return exact
}

function find(searching: Searching, words: string): Found {
  const { index, exact } = searching
  const asked = [...new Set(wordsOf(words).flatMap((word) => tellingWord(word) ?? []))]
  const fuzzy = (word: string) => !isSpelt(index, word) && word.length >= SLIP_FROM && SLIP
  const known = asked.filter((word) => index.search(word, { fuzzy }).length > 0)
  const results = index.search(known.join(' '), { fuzzy })
  const most = Math.max(0, ...results.map(fit))
  const whole = exact.get(allWords(words)) ?? exact.get(known.join(' ')) ?? NONE
  const best = results.filter((one) => fit(one) === most).map(codeOf)
  const isPart = most < asked.length
  const first = cautiousFirst(searching, [...whole])
  const others = best.filter((code) => !whole.has(code)).slice(0, MOST - first.length)
  return { codes: [...first, ...(isPart ? cautiousFirst(searching, others) : others)], isPart }
}

/** A word that some name begins with is none that was mistyped. */
function isSpelt(index: MiniSearch, word: string): boolean {
  return index.search(word, { fuzzy: false }).length > 0
}

/** How much of a word may be mistyped; a short word with a letter changed is another word. */
const SLIP = 0.25
const SLIP_FROM = 4

const NONE: ReadonlySet<string> = new Set()

/** How many of the words a subject answers to. */
function fit({ queryTerms }: SearchResult): number {
  return new Set(queryTerms).size
}

function codeOf({ id }: SearchResult): string {
  // Ids are the codes that were added.
  return id as string
}

function cautiousFirst({ caution }: Searching, codes: readonly string[]): readonly string[] {
  return codes.toSorted((a, b) => caution(b) - caution(a))
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\p{Z}\p{P}\n|]+/u).filter((word) => word !== '')
}

function allWords(text: string): string {
  return wordsOf(text).map(plainWord).join(' ')
}

function tellingWords(text: string): string {
  return wordsOf(text)
    .flatMap((word) => tellingWord(word) ?? [])
    .join(' ')
}

/** The plain word; words that every question has tell nothing. */
function tellingWord(word: string): string | null {
  const plain = plainWord(word)
  return EMPTY.has(plain) ? null : plain
}

const EMPTY: ReadonlySet<string> = new Set(EMPTY_WORDS.map(plainWord))
