import { escapeHtml, type MailLink, type MailPage, pageHtml } from './mail-page.ts'
import { directionOf, type Locale, type MessageKind, messageWords } from './message-words.ts'

export interface MessageValues {
  /** Where the button leads. */
  readonly link?: string
  /** Given only where clinic and patient chose to have it said. */
  readonly clinic?: string
  readonly count?: number
  readonly unsubscribeUrl?: string
}

export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly locale: Locale
}

export interface LockScreenText {
  readonly title: string
  readonly body: string
  readonly lang: Locale
  readonly dir: 'ltr' | 'rtl'
}

/** How our own words and the values put into them are written. */
interface Medium {
  readonly word: (text: string) => string
  readonly value: (text: string) => string
}

const PLAIN: Medium = { word: (text) => text, value: isolated }
const HTML: Medium = { word: escapeHtml, value: marked }
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
/** Embeddings, overrides, isolates and marks: a value that holds them could turn the rest of the line. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** A missing value, or a link that is none, is our bug. */
export function renderMail(kind: MessageKind, values: MessageValues, locale: Locale): RenderedMail {
  const { subject } = messageWords(locale).messages[kind]
  return {
    subject,
    text: textOf(pageOf({ kind, values, locale, medium: PLAIN })),
    html: pageHtml(pageOf({ kind, values, locale, medium: HTML })),
    locale,
  }
}

/** What a push message shows. */
export function lockScreenText(
  kind: MessageKind,
  values: MessageValues,
  locale: Locale,
): LockScreenText {
  const { product, messages } = messageWords(locale)
  const body = filled(messages[kind].line, values, PLAIN)
  return { title: product, body, lang: locale, dir: directionOf(locale) }
}

/** Product, one sentence, link. */
export function smsText(kind: MessageKind, values: MessageValues, locale: Locale): string {
  const { title, body } = lockScreenText(kind, values, locale)
  return `${title}: ${body}\n${webUrl(values.link)}`
}

interface Rendering {
  readonly kind: MessageKind
  readonly values: MessageValues
  readonly locale: Locale
  readonly medium: Medium
}

function pageOf({ kind, values, locale, medium }: Rendering): MailPage {
  const { from, unsubscribe, footer, messages } = messageWords(locale)
  const { subject, line, more, button } = messages[kind]
  const { clinic, unsubscribeUrl } = values
  const said = [line, more, ...(clinic === undefined ? [] : [from])].filter((one) => one !== '')
  return {
    locale,
    direction: directionOf(locale),
    subject,
    paragraphs: said.map((one) => filled(one, values, medium)),
    button: { name: button, url: webUrl(values.link) },
    footer,
    unsubscribe:
      unsubscribeUrl === undefined ? null : { name: unsubscribe, url: webUrl(unsubscribeUrl) },
  }
}

/** An address stands alone on its line, without isolates: mail readers would take them into the link. */
function textOf({ paragraphs, button, footer, unsubscribe }: MailPage): string {
  const last = unsubscribe === null ? [] : [linkText(unsubscribe)]
  return `${[...paragraphs, linkText(button), footer, ...last].join('\n\n')}\n`
}

function linkText({ name, url }: MailLink): string {
  return `${name}:\n${url}`
}

function filled(text: string, values: MessageValues, { word, value }: Medium): string {
  return word(text).replace(/\{(\w+)\}/g, (_all, name: string) => value(valueOf(name, values)))
}

function valueOf(name: string, values: MessageValues): string {
  const { clinic, count } = values
  const value = new Map<string, unknown>(Object.entries({ clinic, count })).get(name)
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`no value: ${name}`)
  return String(value).replace(BIDI_CONTROLS, '').replace(/\s+/g, ' ').trim()
}

function isolated(value: string): string {
  return FIRST_STRONG_ISOLATE + value + POP_ISOLATE
}

function marked(value: string): string {
  return `<bdi>${escapeHtml(value)}</bdi>`
}

function webUrl(text: string | undefined): string {
  if (text === undefined || !/^https?:\/\/\S+$/.test(text)) throw new Error('not a web address')
  return new URL(text).href
}
