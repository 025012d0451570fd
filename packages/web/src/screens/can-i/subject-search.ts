import MiniSearch from 'minisearch'
import type { Texts } from '../../words/texts.ts'

/** What people call a subject, by its code. */
export type Synonyms = Readonly<Record<string, readonly string[]>>

/** Finds subjects by their names and by what people call them, with slips of the finger. */
export type SubjectSearch = (words: string) => readonly string[]

const MOST = 12

export function createSubjectSearch(
  codes: readonly string[],
  texts: Pick<Texts, 'subject'>,
  synonyms: Synonyms,
): SubjectSearch {
  const index = new MiniSearch<{ id: string; name: string; synonyms: string }>({
    fields: ['name', 'synonyms'],
    processTerm: (term) => plain(term),
    searchOptions: {
      boost: { name: 2 },
      prefix: true,
      // A short word with a letter changed is another word.
      fuzzy: (term) => (term.length < 4 ? false : 0.25),
      combineWith: 'AND',
    },
  })
  index.addAll(
    codes.map((code) => ({
      id: code,
      name: texts.subject(code),
      synonyms: (synonyms[code] ?? []).join(' | '),
    })),
  )
  return (words) => find(index, words)
}

function find(index: MiniSearch, words: string): readonly string[] {
  const every = index.search(words)
  const found = every.length > 0 ? every : index.search(words, { combineWith: 'OR' })
  // Ids are the codes that were added.
  return found.slice(0, MOST).map(({ id }) => id as string)
}

/** Without accents and vowel signs; words that every question has say nothing. */
function plain(term: string): string | null {
  const word = term
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\u064b-\u0652\u0670]/g, '')
  return EMPTY_WORDS.has(word) ? null : word
}

const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'a an and can do for go have i if in is it may me my of on or the to use with el la los las un una de del en y o puedo me mi'.split(
    ' ',
  ),
)
