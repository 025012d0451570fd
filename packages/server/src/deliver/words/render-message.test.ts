import { expect, it } from 'vitest'
import { LOCALES, MESSAGE_KINDS } from './message-words.ts'
import { lockScreenText, renderMail, smsText } from './render-message.ts'

const values = {
  link: 'https://app.example.org/#t=abc',
  clinic: 'Rose & <b>Co</b> "1"',
  count: 3,
  unsubscribeUrl: 'https://app.example.org/u/1?a=1&b=2',
}
const { unsubscribeUrl: _, ...bare } = values
const EVERY = LOCALES.flatMap((locale) => MESSAGE_KINDS.map((kind) => [locale, kind] as const))

it('renders a plain text that can be read aloud', () => {
  expect(renderMail('reminder', { link: values.link, clinic: 'Rose' }, 'en').text).toBe(
    [
      'Something is due.',
      'Open your plan to see what it is.',
      'From \u2068Rose\u2069',
      'Open my plan:\nhttps://app.example.org/#t=abc',
      'This message was sent automatically. Please do not answer it.\n',
    ].join('\n\n'),
  )
})

it('escapes values and addresses in HTML, and sets a name apart', () => {
  const { html } = renderMail('reminder', values, 'ar')
  expect(html).toContain('<bdi>Rose &amp; &lt;b&gt;Co&lt;/b&gt; &quot;1&quot;</bdi>')
  expect(html).toContain('href="https://app.example.org/u/1?a=1&amp;b=2"')
  const quoted = renderMail('reminder', { link: 'https://a.example/"onclick="x' }, 'en').html
  expect(quoted).not.toContain('"onclick')
})

it.each(EVERY)('fetches nothing and has one button in %s: %s', (locale, kind) => {
  const { html } = renderMail(kind, bare, locale)
  expect(html).toMatch(/^<!doctype html>\n<html lang="((en|es)" dir="ltr|(ar|ur)" dir="rtl)">/)
  expect(html).toContain(`<html lang="${locale}"`)
  expect(html).not.toMatch(/<img|<script|<link|<style|url\(|src=|srcset|background=|@import/i)
  expect(html.match(/<a /g)).toHaveLength(1)
  expect(html).not.toMatch(/\{\w+\}/)
})

it.each(EVERY)('keeps isolates in pairs in %s: %s', (locale, kind) => {
  const texts = [
    renderMail(kind, { ...values, clinic: 'a\u2069\u202Eb' }, locale).text,
    lockScreenText(kind, values, locale).body,
    smsText(kind, values, locale),
  ]
  for (const text of texts) {
    expect(text.split('\u2068').length).toBe(text.split('\u2069').length)
    expect(text).not.toContain('\u202E')
  }
})

it('shows neither clinic nor link on the lock screen', () => {
  for (const [locale, kind] of EVERY) {
    const { title, body } = lockScreenText(kind, values, locale)
    expect(`${title} ${body}`).not.toMatch(/Rose|https?:/)
  }
  expect(lockScreenText('reminder', {}, 'ur')).toMatchObject({ lang: 'ur', dir: 'rtl' })
})

it('writes an SMS with its link alone on a line', () => {
  expect(smsText('reminder', values, 'en')).toBe(
    'Recovery plan: Something is due.\nhttps://app.example.org/#t=abc',
  )
})

it('lets no value break a line: a clinic cannot write a paragraph of its own', () => {
  const { text } = renderMail(
    'reminder',
    { ...values, clinic: 'a\r\n\r\nhttps://evil.example' },
    'en',
  )
  expect(text).toContain('\u2068a https://evil.example\u2069')
})

it('throws for a missing value and for a link that is none', () => {
  expect(() => renderMail('digest', { link: values.link }, 'en')).toThrow('no value')
  expect(() => renderMail('reminder', {}, 'en')).toThrow('web address')
  expect(() => renderMail('reminder', { link: 'javascript:alert(1)' }, 'en')).toThrow('web address')
})
