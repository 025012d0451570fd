import MiniSearch, { type SearchResult } from 'minisearch'
import type { Synonyms } from '../../words/load-synonyms.ts'
import type { Texts } from '../../words/texts.ts'
import { EMPTY_WORDS } from './empty-words.ts'
import { plainWord } from './plain-word.ts'
import { VITAMIN, wordsIn } from './words-in.ts'

/** The subjects that were found, and whether some word of the question fits none of them, or only as a slip. */
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
    tokenize: (text) => [...tellingWords(text)],
    processTerm: (word) => word,
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
      for (const key of [wordsIn(call).join(' '), tellingWords(call).join(' ')]) {
        if (key !== '') exact.set(key, (exact.get(key) ?? new Set()).add(id))
      }
    }
  }
  return exact
}

function find(searching: Searching, words: string): Found {
  const { index, exact } = searching
  const asked = [...new Set(tellingWords(words))]
  const spelt = new Set(asked.filter((word) => isSpelt(index, word)))
  const fuzzy = (word: string) => !spelt.has(word) && word.length >= SLIP_FROM && SLIP
  const known = asked.filter((word) => index.search(word, { fuzzy }).length > 0)
  const results = index.search(known.join(' '), { fuzzy })
  const most = Math.max(0, ...results.map(fit))
  const whole = exact.get(wordsIn(words).join(' ')) ?? exact.get(known.join(' ')) ?? NONE
  // What fits by a slip alone may be another word altogether.
  const isPart = most < asked.length || spelt.size < asked.length || spelt.has(VITAMIN)
  const first = cautiousFirst(searching, [...whole])
  const best = results.filter((one) => fit(one) === most).map(codeOf)
  const likely = isPart ? withStricter(searching, best, results.map(codeOf)) : best
  const others = likely.filter((code) => !whole.has(code)).slice(0, MOST - first.length)
  return { codes: [...first, ...others], isPart }
}

/** The best, and before them whatever else was found and asks for more caution: nobody knows which word counts. */
function withStricter(
  searching: Searching,
  best: readonly string[],
  all: readonly string[],
): readonly string[] {
  const most = Math.max(...best.map(searching.caution))
  const stricter = all.filter((code) => searching.caution(code) > most)
  return cautiousFirst(searching, [...stricter, ...best])
}

/** A word that some name begins with is none that was mistyped. */
function isSpelt(index: MiniSearch, word: string): boolean {
  return index.search(word, { fuzzy: false }).length > 0
}

/** How much of a word may be mistyped; a short word with a letter changed is another word. */
const SLIP = 0.25
const SLIP_FROM = 5

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

/** Words that every question has tell nothing. */
function tellingWords(text: string): readonly string[] {
  return wordsIn(text).filter((word) => !EMPTY.has(word))
}

const EMPTY: ReadonlySet<string> = new Set(EMPTY_WORDS.map(plainWord))
