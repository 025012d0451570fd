import type { Locale } from './locale.ts'

/** What people call a subject, by its code. */
export type Synonyms = Readonly<Record<string, readonly string[]>>

const FILES = import.meta.glob<Synonyms>('../../../../protocols/microneedling/synonyms.*.json', {
  import: 'default',
})

/** What people call the subjects in one language. */
export async function loadSynonyms(locale: Locale): Promise<Synonyms> {
  return (await FILES[`../../../../protocols/microneedling/synonyms.${locale}.json`]?.()) ?? {}
}
