import type { Protocol } from '@afterglow/engine'
import type { CareCard } from '@afterglow/formats'
import { alarmLooks, alarmText, type CardWords } from '../src/words/alarm-words.ts'
import { countryName } from '../src/words/country-name.ts'
import { directionOf, LOCALE_NAMES, LOCALES, type Locale } from '../src/words/locale.ts'
import { helpCards, helpWords } from './help-words.ts'
import { emergencyNumbers } from './ledger.ts'

interface HelpPage {
  readonly name: string
  readonly html: string
}

/** The care cards as plain pages, one for each language: they need no script and nothing that was ever kept. */
export async function helpPages(
  protocols: readonly Protocol[],
  styles: string,
): Promise<readonly HelpPage[]> {
  const english = await helpWords(protocols, 'en')
  const cards = helpCards(protocols)
  return Promise.all(
    LOCALES.map(async (locale) => {
      const words = locale === 'en' ? english : await helpWords(protocols, locale)
      const beside = locale === 'en' ? null : english
      const body = bodyOf({ words, english: beside, cards, locale })
      return { name: nameOf(locale), html: documentOf(locale, styles, body) }
    }),
  )
}

function nameOf(locale: Locale): string {
  return locale === 'en' ? 'help.html' : `help.${locale}.html`
}

function documentOf(locale: Locale, styles: string, body: string): string {
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="description" content="When to get help after microneedling, and how fast.">
<title>Afterglow</title>
<link rel="icon" href="./icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="./${styles}">
</head>
<body>
${body}
</body>
</html>
`
}

interface Body {
  readonly words: CardWords
  /** What stands beside every line in another language. */
  readonly english: CardWords | null
  readonly cards: readonly CareCard[]
  readonly locale: Locale
}

function bodyOf(page: Body): string {
  const { i18n } = page.words
  const title = i18n._({ id: 'help.title', message: 'When to get help' })
  const lead = i18n._({
    id: 'help.lead',
    message: 'Worried? Do not wait, and do not finish reading first. Call.',
  })
  const app = i18n._({ id: 'help.app', message: 'Open Afterglow' })
  return `<main class="help-page">
<nav class="help-nav"><a href="./">${text(app)}</a> ${languages(page.locale)}</nav>
<h1>${text(title)}</h1>
<p>${text(lead)}</p>
<div class="care-cards">${page.cards.map((card) => cardOf(card, page)).join('\n')}</div>
${numbersOf(page)}
</main>`
}

function languages(here: Locale): string {
  return LOCALES.filter((locale) => locale !== here)
    .map((one) => `<a href="./${nameOf(one)}" lang="${one}">${LOCALE_NAMES[one]}</a>`)
    .join(' ')
}

function cardOf({ level, alarms }: CareCard, { words, english }: Body): string {
  const key = `care-card.${level}`
  const lines = alarms.map((alarm) => {
    const looks = alarmLooks(words, alarm)
    const beside = english && [alarmText(english, alarm), alarmLooks(english, alarm)]
    return `<li><b>${text(alarmText(words, alarm))}</b>${
      looks === '' ? '' : `<span class="care-card-looks">${text(looks)}</span>`
    }${inEnglish(beside)}</li>`
  })
  return `<section class="care-card care-card-${level}">
<h2 class="care-card-title">${text(words.texts.text(key))}${inEnglish(english && [english.texts.text(key)])}</h2>
<div class="care-card-body"><ul class="care-card-list">${lines.join('\n')}</ul></div>
</section>`
}

function inEnglish(parts: readonly string[] | null): string {
  if (!parts) return ''
  const joined = parts.filter((part) => part !== '').join(': ')
  return `<span class="in-english" lang="en" dir="ltr">${text(joined)}</span>`
}

/** Every number there is, by country: the person finds their own. */
function numbersOf({ words, locale }: Body): string {
  const title = words.i18n._({ id: 'help.numbers', message: 'Emergency numbers by country' })
  const rows = emergencyNumbers()
    .map(({ country, emergency, ambulance }) => ({
      name: countryName(country, locale),
      number: ambulance ?? emergency,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
    .map(
      ({ name, number }) =>
        `<li>${text(name)} <a href="tel:${number}" dir="ltr">${number}</a></li>`,
    )
  return `<details class="help-numbers"><summary>${text(title)}</summary><ul>${rows.join('\n')}</ul></details>`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function text(words: string): string {
  return words.replaceAll(/[&<>]/g, (one) => ESCAPES[one] ?? one)
}
