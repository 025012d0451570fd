import { readFileSync } from 'node:fs'
import { createPlanner, type Protocol } from '@afterglow/engine'
import { type CareCard, careCardsOf } from '@afterglow/formats'
import { setupI18n } from '@lingui/core'
import type { CardWords } from '../src/words/alarm-words.ts'
import { createFormat } from '../src/words/format.ts'
import { digitsFor, intlLocale, type Locale } from '../src/words/locale.ts'
import { createTexts } from '../src/words/texts.ts'
import { compiledMessages, messagesOf } from './catalog.ts'
import { textsIn } from './ledger.ts'

/** The words of the help pages in one language; English where the ledger has none in it. */
export async function helpWords(
  protocols: readonly Protocol[],
  locale: Locale,
): Promise<CardWords & { readonly locale: Locale }> {
  const digits = digitsFor(locale, null)
  const file = new URL(`../src/locales/${locale}.po`, import.meta.url).pathname
  const messages = locale === 'en' ? {} : await messagesOf(file)
  const i18n = setupI18n({ messages: { [locale]: messages } })
  i18n.setMessagesCompiler((message) =>
    [compiledMessages('en', { message })['message'] ?? message].flat(),
  )
  i18n.activate(locale, intlLocale(locale, digits))
  const own = textsIn(protocols, locale)
  const lang = own.length > 0 ? locale : 'en'
  return {
    locale,
    i18n,
    texts: createTexts(lang, Object.fromEntries(textsIn(protocols, lang))),
    format: createFormat({ locale, digits, zone: 'UTC' }),
  }
}

/** The cards for somebody of whom nothing is known: every alarm there is. */
export function helpCards(protocols: readonly Protocol[]): readonly CareCard[] {
  return careCardsOf({ planner: createPlanner(protocols), plan: null, at: 0 })
}

/** The page's own styles: the design's names, the fonts, the cards, and how they stand here. */
export function helpStyles(fonts: readonly string[]): string {
  const files = [
    '../src/words/fonts/latin.css',
    '../src/words/fonts/naskh.css',
    '../src/words/fonts/nastaliq.css',
    '../src/design/tokens.css',
    '../src/design/base.css',
    '../src/components/care-cards.css',
    './help.css',
  ]
  return files
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
    .join('\n')
    .replaceAll(/@fontsource[^'"]*\/([^'"/]+)\.woff2/g, (_, name: string) => builtFont(name, fonts))
}

/** The built file of a font, beside the styles. */
function builtFont(name: string, fonts: readonly string[]): string {
  const found = fonts.find((font) => font.includes(`/${name}-`))
  if (!found) throw new Error(`no built font ${name}`)
  return `./${found.slice(found.lastIndexOf('/') + 1)}`
}
