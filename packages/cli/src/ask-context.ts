import { type AskContext, createVocabulary } from '@afterglow/language'
import type { Writing } from '@afterglow/language/answer-text'
import { type Care, type Library, readLibrary, type Request } from './care.ts'
import { done, type Outcome } from './outcome.ts'
import { readLedgers } from './protocol-files.ts'
import { readSynonyms, type Synonyms } from './synonyms.ts'
import { clockText } from './time-text.ts'

/** The languages that messages are read in. */
const LOCALES = ['en', 'es', 'ar', 'ur'] as const

/** What messages are read by: every subject's names, and what people call them in each language. */
export interface AskLibrary extends Library {
  readonly asking: AskContext['vocabulary']
}

export function readAskLibrary(request: Pick<Request, 'flags'>): Outcome<AskLibrary> {
  const library = readLibrary(request)
  if (!library.ok) return library
  const ledgers = readLedgers(request.flags.protocol?.[0], { cache: true })
  if (!ledgers.ok) return ledgers
  const folders = ledgers.value.map(({ folder }) => folder)
  const synonyms: Synonyms[] = []
  for (const locale of LOCALES) {
    const read = readSynonyms(folders, locale)
    if (!read.ok) return read
    synonyms.push(read.value)
  }
  return done({ ...library.value, asking: vocabularyOf(library.value, synonyms) })
}

function vocabularyOf(
  { protocols, planner }: Library,
  synonyms: readonly Synonyms[],
): AskContext['vocabulary'] {
  const texts = protocols.flatMap((one) => LOCALES.map((locale) => one.texts[locale] ?? {}))
  const names = (code: string) => texts.flatMap((one) => one[`subject.${code}`] ?? [])
  return createVocabulary({ subjects: planner.subjects, names, synonyms })
}

/** One person's plan at one instant, made ready to be asked. */
export function askContextOf(care: Care, vocabulary: AskContext['vocabulary']): Writing {
  const { planner, plan, session, at, zone, texts } = care
  const clock = (instant: number) => clockText(instant, care)
  return {
    planner,
    plan,
    session,
    at,
    zone,
    vocabulary,
    words: { locale: 'en', text: texts.text, clock },
  }
}
