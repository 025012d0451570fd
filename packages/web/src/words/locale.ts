/** The languages of the interface, each by its own name. */
export const LOCALES = ['en', 'es', 'ar', 'ur'] as const

export type Locale = (typeof LOCALES)[number]
export type Digits = 'latn' | 'arab' | 'arabext'

export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  es: 'Español',
  ar: 'العربية',
  ur: 'اردو',
}

/** The digits a language can be read in, the usual one first: it is chosen, never left to the browser. */
export const DIGITS: Readonly<Record<Locale, readonly Digits[]>> = {
  en: ['latn'],
  es: ['latn'],
  ar: ['latn', 'arab'],
  ur: ['latn', 'arabext'],
}

/** What stands between parts that are set side by side, the space after it included. */
export interface Marks {
  readonly comma: string
  readonly semicolon: string
  readonly stop: string
}

export const MARKS: Readonly<Record<Locale, Marks>> = {
  en: { comma: ', ', semicolon: '; ', stop: '. ' },
  es: { comma: ', ', semicolon: '; ', stop: '. ' },
  ar: { comma: '، ', semicolon: '؛ ', stop: '. ' },
  ur: { comma: '، ', semicolon: '؛ ', stop: '۔ ' },
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' || locale === 'ur' ? 'rtl' : 'ltr'
}

/** The first of a person's languages that there is; English where there is none. */
export function localeFrom(languages: readonly string[]): Locale {
  for (const language of languages) {
    const found = LOCALES.find((locale) => language.toLowerCase().split('-')[0] === locale)
    if (found) return found
  }
  return 'en'
}

/** The digits kept for a language, where it can be read in them. */
export function digitsFor(locale: Locale, wanted: Digits | null): Digits {
  const [usual = 'latn', ...others] = DIGITS[locale]
  return others.find((digits) => digits === wanted) ?? usual
}

/** What Intl is asked with: the language, its digits and the Gregorian calendar, all said. */
export function intlLocale(locale: Locale, digits: Digits): string {
  // English dates are written day first, as on the sheets that clinics print.
  const language = locale === 'en' ? 'en-GB' : locale
  return `${language}-u-ca-gregory-nu-${digits}`
}
