import type { PlanSubject } from '@afterglow/engine'
import { createLexicon, type Lexicon, wordsOfLexicon } from '../words/lexicon.ts'
import { createNearWords, type NearWords } from '../words/near.ts'
import { BRAND_ENTRIES } from './brands.ts'
import { COMMON_WORDS } from './common-words.ts'
import { createSignLexicon, type SignLexicon } from './find-signs.ts'
import { CUE_ENTRIES, type Cue } from './intent-words.ts'
import { MORE_ENTRIES } from './more-words.ts'
import type { OwnSubjects } from './own-subjects.ts'
import { SPELT_OUT } from './sign-words.ts'
import { STRENGTH_WORDS } from './strength.ts'
import { TIME_ENTRIES, type TimeWord } from './time-words.ts'

/** A subject that a name stands for; a brand or product is named without its list. */
export interface Called {
  readonly code: string
  readonly isProduct: boolean
}

/** Everything that messages are read by. Made once for a protocol and the languages wanted, then only read. */
export interface Vocabulary {
  readonly subjects: Lexicon<Called>
  readonly signs: SignLexicon
  readonly cues: Lexicon<Cue>
  readonly times: Lexicon<TimeWord>
  readonly near: NearWords
  /** What a plan has beside the ledger's subjects, where it has anything. */
  readonly own?: OwnSubjects
}

/** What subjects are called. */
export interface Names {
  readonly subjects: Readonly<Record<string, PlanSubject>>
  /** The ledger's name of a subject, in each language wanted. */
  readonly names: (code: string) => readonly string[]
  /** What people call them, by code; one record for each language wanted. */
  readonly synonyms: readonly Readonly<Record<string, readonly string[]>>[]
}

export function createVocabulary(names: Names): Vocabulary {
  const subjects = createLexicon(subjectEntries(names))
  const signs = createSignLexicon()
  const cues = createLexicon(CUE_ENTRIES)
  const times = createLexicon(TIME_ENTRIES)
  const lexicons = [subjects, signs.alarms, signs.others, cues, times] as const
  const words = [
    ...lexicons.flatMap((one) => wordsOfLexicon<unknown>(one)),
    ...COMMON_WORDS,
    ...STRENGTH_WORDS,
  ]
  return {
    subjects,
    signs,
    cues,
    times,
    near: createNearWords([...words, ...SPELT_OUT.split(' ')]),
  }
}

function subjectEntries({
  subjects,
  names,
  synonyms,
}: Names): readonly (readonly [string, Called])[] {
  const codes = Object.keys(subjects)
  const called = codes.flatMap((code) => {
    const all = [
      code,
      ...names(code).flatMap(namesIn),
      ...synonyms.flatMap((one) => one[code] ?? []),
    ]
    return all.map((name) => [name, { code, isProduct: false }] as const)
  })
  const more = MORE_ENTRIES.map(([name, code]) => [name, { code, isProduct: false }] as const)
  const brands = BRAND_ENTRIES.map(([name, code]) => [name, { code, isProduct: true }] as const)
  return [...called, ...more, ...brands].filter(([, { code }]) => Object.hasOwn(subjects, code))
}

/** `Retinol or retinal (serum)` is called by each of its names; of `calming or hydrating mask` no half is a name. */
export function namesIn(name: string): readonly string[] {
  const whole = name.replaceAll(/\(.*?\)/g, ' ').trim()
  const halves = whole.split(/ or | o | أو | یا /u)
  const lengths = new Set(halves.map((half) => half.trim().split(/\s+/).length))
  return lengths.size === 1 ? [whole, ...halves] : [whole]
}
