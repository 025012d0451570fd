import { loadSynonyms, type Synonyms } from '../../words/load-synonyms.ts'
import type { Locale } from '../../words/locale.ts'
import type { Texts } from '../../words/texts.ts'
import type { SubjectSearch } from './subject-search.ts'

interface SearchSetting {
  readonly codes: readonly string[]
  readonly texts: Texts
  readonly locale: Locale
}

/** The search over the subjects, with what people call them in their language and in English. */
export async function loadSearch({ codes, texts, locale }: SearchSetting): Promise<SubjectSearch> {
  const [{ createSubjectSearch, joinSynonyms }, english, own] = await Promise.all([
    import('./subject-search.ts'),
    loadSynonyms('en'),
    locale === 'en' ? NO_SYNONYMS : loadSynonyms(locale),
  ])
  return createSubjectSearch(codes, texts, joinSynonyms(codes, [own, english]))
}

const NO_SYNONYMS: Synonyms = {}
