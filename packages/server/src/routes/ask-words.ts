import type { Instant, Protocol } from '@afterglow/engine'
import type { answerText } from '@afterglow/language/answer-text'

type Words = Parameters<typeof answerText>[0]['words']
type Locale = Words['locale']

const INTL: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  es: 'es',
  ar: 'ar-u-nu-latn',
  ur: 'ur-u-nu-latn',
}

/** What an answer is written with, in a person's language; in English what the protocols do not say in it. */
export function askWords(protocols: readonly Protocol[], locale: string, zone: string): Words {
  const own = localeOf(locale)
  const textIn = (one: Locale, key: string) =>
    protocols.map(({ texts }) => texts[one]?.[key]).find((text) => text !== undefined)
  const format = new Intl.DateTimeFormat(INTL[own], {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return {
    locale: own,
    text: (key) => textIn(own, key) ?? textIn('en', key) ?? key,
    clock: (at: Instant) => format.format(at),
  }
}

function localeOf(locale: string): Locale {
  return locale === 'es' || locale === 'ar' || locale === 'ur' ? locale : 'en'
}
