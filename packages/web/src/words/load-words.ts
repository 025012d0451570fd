import { type I18n, type Messages, setupI18n } from '@lingui/core'
import { DATA_FILES } from 'virtual:data-files'
import type { CardWords } from './alarm-words.ts'
import { createFormat } from './format.ts'
import { type Digits, intlLocale, type Locale } from './locale.ts'
import { createTexts, type Texts, type TextTable } from './texts.ts'

/** The texts come in two halves: what is said of today, and the rest. */
export type TextHalves = 0 | 1 | 2

const HALVES = ['first', 'rest'] as const

/** Everything that is read in one language. */
export interface Words {
  readonly locale: Locale
  readonly digits: Digits
  readonly i18n: I18n
  readonly texts: Texts
  /** How much of the ledger's texts is there. */
  readonly halves: TextHalves
}

/** Loads the words of a language; English interface words stand in the code itself. */
export async function loadWords(
  locale: Locale,
  { digits, halves }: Pick<Words, 'digits' | 'halves'>,
): Promise<Words> {
  const lang = textsLocale(locale)
  const [messages, ...tables] = await Promise.all([
    interfaceWords(locale),
    ...HALVES.slice(0, halves).map((half) => fetchData<TextTable>(`texts.${lang}.${half}`)),
    loadFonts(locale),
  ] as const)
  return {
    locale,
    digits,
    halves,
    i18n: createI18n({ locale, digits, messages }),
    texts: createTexts(lang, ...tables.filter((one) => one !== undefined)),
  }
}

/** What stands beside the care cards in another language: English, from the code and the ledger. */
export async function englishWords(): Promise<CardWords> {
  const texts = await fetchData<TextTable>('texts.en.first')
  return {
    i18n: createI18n({ locale: 'en', digits: 'latn', messages: {} }),
    texts: createTexts('en', texts),
    format: createFormat({ locale: 'en', digits: 'latn', zone: 'UTC' }),
  }
}

const files = new Map<string, Promise<unknown>>()

/** Reads one of the build's own data files, once. What could not be read is tried again. */
export function fetchData<T>(name: string): Promise<T> {
  const reading = files.get(name) ?? readData(name)
  files.set(name, reading)
  reading.catch(() => files.delete(name))
  // Written by the build, which names the form.
  return reading as Promise<T>
}

async function readData(name: string): Promise<unknown> {
  const response = await fetch(DATA_FILES[name] ?? name)
  if (!response.ok) throw new Error(`cannot read ${name}: ${response.status}`)
  return response.json()
}

/** English where the ledger has no texts in the language. */
function textsLocale(locale: Locale): Locale {
  return DATA_FILES[`texts.${locale}.first`] === undefined ? 'en' : locale
}

function createI18n({
  locale,
  digits,
  messages,
}: Pick<Words, 'locale' | 'digits'> & { readonly messages: Messages }): I18n {
  const i18n = setupI18n({ messages: { [locale]: messages } })
  i18n.activate(locale, intlLocale(locale, digits))
  return i18n
}

async function interfaceWords(locale: Locale): Promise<Messages> {
  switch (locale) {
    case 'es':
      return (await import('../locales/es.po')).MESSAGES
    case 'ar':
      return (await import('../locales/ar.po')).MESSAGES
    case 'ur':
      return (await import('../locales/ur.po')).MESSAGES
    default:
      return {}
  }
}

/** The fonts of a script that Latin ones do not have. */
async function loadFonts(locale: Locale): Promise<undefined> {
  if (locale === 'ar') await import('./fonts/naskh.css')
  if (locale === 'ur') await import('./fonts/nastaliq.css')
  return undefined
}
