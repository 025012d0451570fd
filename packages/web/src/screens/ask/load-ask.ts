import type { AskAnswer, AskWords } from '@afterglow/language'
import type { Care } from '../../model/care.ts'
import { loadSynonyms } from '../../words/load-synonyms.ts'
import { fetchData } from '../../words/load-words.ts'
import { LOCALES } from '../../words/locale.ts'

/** Answers a message from one person's plan, on this device. */
export type Ask = (care: Care, words: AskWords, question: string) => AskAnswer

type SubjectNames = Readonly<Record<string, readonly string[]>>

/** The language package with what things are called in every language: many people write in another than they read. */
export async function loadAsk(subjects: Care['planner']['subjects']): Promise<Ask> {
  const [{ ask, createVocabulary }, names, ...synonyms] = await Promise.all([
    import('./ask-language.ts'),
    fetchData<SubjectNames>('subject-names'),
    ...LOCALES.map(loadSynonyms),
  ] as const)
  const vocabulary = createVocabulary({ subjects, names: (code) => names[code] ?? [], synonyms })
  return (care, words, question) => ask({ ...care, vocabulary, words }, question)
}
