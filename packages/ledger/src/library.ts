import { createPlanner, type Planner, type Protocol } from '@afterglow/engine'
import { type AskContext, createVocabulary } from '@afterglow/language'
import { done, type Outcome } from './outcome.ts'
import { type Ledger, readLedgers, type ReadOptions } from './protocol-files.ts'
import { readSynonyms, type Synonyms } from './synonyms.ts'
import { type Texts, textsOf } from './texts.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The protocols ready to plan with. */
export interface Library {
  readonly protocols: readonly Protocol[]
  readonly planner: Planner
  readonly texts: Texts
  readonly vocabulary: Vocabulary
}

/** What messages are read by, too: every subject's names, and what people call them in each language. */
export interface LedgerLibrary extends Library {
  /** Made when it is first looked at, which takes longer than all the rest: most answers need no words. */
  readonly asking: AskContext['vocabulary']
}

/** The languages that messages are read in. */
const LOCALES = ['en', 'es', 'ar', 'ur'] as const

/** Reads the protocols of a folder, the checkout's own where none is named. */
export function readPlanningLibrary(
  folder?: string,
  options: ReadOptions = { cache: true },
): Outcome<Library> {
  const read = readLedgers(folder, options)
  return read.ok ? libraryOf(read.value) : read
}

/** As `readPlanningLibrary`, ready to read messages in every language. */
export function readLedgerLibrary(
  folder?: string,
  options: ReadOptions = { cache: true },
): Outcome<LedgerLibrary> {
  const read = readLedgers(folder, options)
  if (!read.ok) return read
  const library = libraryOf(read.value)
  if (!library.ok) return library
  const synonyms = LOCALES.map((locale) => readSynonyms(foldersOf(read.value), locale))
  const unread = synonyms.find((one) => !one.ok)
  if (unread) return unread
  const words = synonyms.flatMap((one) => (one.ok ? [one.value] : []))
  let asking: LedgerLibrary['asking'] | undefined
  return done({
    ...library.value,
    get asking() {
      asking ??= askingOf(library.value, words)
      return asking
    },
  })
}

function libraryOf(ledgers: readonly Ledger[]): Outcome<Library> {
  const synonyms = readSynonyms(foldersOf(ledgers))
  if (!synonyms.ok) return synonyms
  const protocols = ledgers.map((one) => one.protocol)
  const planner = createPlanner(protocols)
  const texts = textsOf(protocols)
  const vocabulary = { subjects: planner.subjects, texts, synonyms: synonyms.value }
  return done({ protocols, planner, texts, vocabulary })
}

function foldersOf(ledgers: readonly Ledger[]): readonly string[] {
  return ledgers.map((one) => one.folder)
}

function askingOf(
  { protocols, planner }: Library,
  synonyms: readonly Synonyms[],
): AskContext['vocabulary'] {
  const texts = protocols.flatMap((one) => LOCALES.map((locale) => one.texts[locale] ?? {}))
  const names = (code: string) => texts.flatMap((one) => one[`subject.${code}`] ?? [])
  return createVocabulary({ subjects: planner.subjects, names, synonyms })
}
