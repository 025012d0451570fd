import { type Digits, digitsFor, type Locale, LOCALES, localeFrom } from '../../words/locale.ts'

const KEY = 'afterglow.console.locale'

/** The language that this browser's staff read in; nothing of a patient is kept here. */
export function keptLocale(): { readonly locale: Locale; readonly digits: Digits } {
  const kept = LOCALES.find((one) => one === localStorage.getItem(KEY))
  const locale = kept ?? localeFrom(navigator.languages)
  return { locale, digits: digitsFor(locale, null) }
}

export function keepLocale(locale: Locale): void {
  localStorage.setItem(KEY, locale)
}
