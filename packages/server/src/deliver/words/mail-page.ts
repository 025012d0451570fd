import type { Locale } from './message-words.ts'

export interface MailLink {
  readonly name: string
  readonly url: string
}

export interface MailPage {
  readonly locale: Locale
  readonly direction: 'ltr' | 'rtl'
  readonly subject: string
  /** Ready: HTML in a page, plain in a text. */
  readonly paragraphs: readonly string[]
  readonly button: MailLink
  readonly footer: string
  readonly unsubscribe: MailLink | null
}

/** Nothing is fetched, so that opening a mail tells nobody; Urdu's script needs tall lines. */
const BODY =
  'margin:0;padding:24px;font-family:sans-serif;font-size:18px;color:#1a1a1a;background:#ffffff'
const BUTTON =
  'display:inline-block;padding:14px 24px;border-radius:8px;color:#ffffff;background:#0b5563;text-decoration:none;font-weight:bold'
const SMALL = 'font-size:14px;color:#4a4a4a'

export function pageHtml(page: MailPage): string {
  const { locale, direction, subject } = page
  const lineHeight = locale === 'ur' ? 2 : 1.5
  return [
    `<!doctype html>`,
    `<html lang="${locale}" dir="${direction}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="${BODY};line-height:${lineHeight}">`,
    `<div lang="${locale}" dir="${direction}" role="main">`,
    ...blocksOf(page),
    `</div>`,
    `</body>`,
    `</html>`,
  ].join('\n')
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function blocksOf({ subject, paragraphs, button, footer, unsubscribe }: MailPage): string[] {
  return [
    `<h1 style="font-size:22px">${escapeHtml(subject)}</h1>`,
    ...paragraphs.map((one) => `<p>${one}</p>`),
    `<p>${linkHtml(button, BUTTON)}</p>`,
    `<p style="${SMALL}">${escapeHtml(footer)}</p>`,
    ...(unsubscribe ? [`<p style="${SMALL}">${linkHtml(unsubscribe, SMALL)}</p>`] : []),
  ]
}

function linkHtml({ name, url }: MailLink, style: string): string {
  return `<a href="${escapeHtml(url)}" style="${style}">${escapeHtml(name)}</a>`
}
