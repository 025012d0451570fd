import type { Locale } from './locale.ts'

/** A country's name in a language, by its ISO 3166-1 code. */
export function countryName(country: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country
}
