import { setupI18n, type Messages } from '@lingui/core'
import { intlLocale, type Locale } from '../../words/locale.ts'
import type { Words } from '../../words/load-words.ts'

/** The console's own words beside those that it shares with the patient's app. English stands in the code. */
export async function withConsoleWords(words: Words): Promise<Words> {
  const { locale, digits, i18n } = words
  if (locale === 'en') return words
  const messages = { ...i18n.messages, ...(await messagesIn(locale)) }
  const both = setupI18n({ messages: { [locale]: messages } })
  both.activate(locale, intlLocale(locale, digits))
  return { ...words, i18n: both }
}

async function messagesIn(locale: Exclude<Locale, 'en'>): Promise<Messages> {
  switch (locale) {
    case 'es':
      return (await import('../locales/es.po')).MESSAGES
    case 'ar':
      return (await import('../locales/ar.po')).MESSAGES
    case 'ur':
      return (await import('../locales/ur.po')).MESSAGES
  }
}
