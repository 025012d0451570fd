import type { Locale } from '../../words/locale.ts'
import type { Texts } from '../../words/texts.ts'
import type { SubjectSearch, Synonyms } from './subject-search.ts'

const FILES = import.meta.glob<Synonyms>('../../../../../protocols/microneedling/synonyms.*.json', {
  import: 'default',
})

interface SearchSetting {
  readonly codes: readonly string[]
  readonly texts: Texts
  readonly locale: Locale
}

/** The search over the subjects, with what people call them in their language and in English. */
export async function loadSearch({ codes, texts, locale }: SearchSetting): Promise<SubjectSearch> {
  const [{ createSubjectSearch, joinSynonyms }, english, own] = await Promise.all([
    import('./subject-search.ts'),
    synonymsIn('en'),
    locale === 'en' ? NO_SYNONYMS : synonymsIn(locale),
  ])
  return createSubjectSearch(codes, texts, joinSynonyms(codes, [own, english]))
}

const NO_SYNONYMS: Synonyms = {}

async function synonymsIn(locale: Locale): Promise<Synonyms> {
  return (await FILES[`../../../../../protocols/microneedling/synonyms.${locale}.json`]?.()) ?? {}
}
