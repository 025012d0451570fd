import type { SignReport } from '@afterglow/engine'
import type { AskAnswer } from '@afterglow/language'
import type { Care } from '../../model/care.ts'
import { loadSynonyms } from '../../words/load-synonyms.ts'
import { fetchData } from '../../words/load-words.ts'
import { LOCALES } from '../../words/locale.ts'

/** Answers a message from one person's plan, on this device. */
export type Ask = (care: Care, question: string) => AskAnswer

type Subjects = Care['planner']['subjects']
type SubjectNames = Readonly<Record<string, readonly string[]>>

/** The alarms that a text in one's own words speaks of, as they are reported. */
export type ReadAlarms = (text: string) => readonly SignReport[]

/** The language package with what things are called in every language: many people write in another than they read. */
export async function loadAsk(subjects: Subjects): Promise<Ask> {
  const { ask, vocabulary } = await loadLanguage(subjects)
  return (care, question) => ask({ ...care, vocabulary }, question)
}

/** The same, to look for alarms alone. */
export async function loadAlarms(subjects: Subjects): Promise<ReadAlarms> {
  const { alarmsIn, vocabulary } = await loadLanguage(subjects)
  return (text) => alarmsIn(vocabulary, text)
}

async function loadLanguage(subjects: Subjects) {
  const [{ createVocabulary, ...language }, names, ...synonyms] = await Promise.all([
    import('./ask-language.ts'),
    fetchData<SubjectNames>('subject-names'),
    ...LOCALES.map(loadSynonyms),
  ] as const)
  const vocabulary = createVocabulary({ subjects, names: (code) => names[code] ?? [], synonyms })
  return { ...language, vocabulary }
}
