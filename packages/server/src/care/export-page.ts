import { escapeHtml } from '../deliver/words/mail-page.ts'
import { directionOf, type Locale } from '../deliver/words/message-words.ts'
import type { PatientExport } from './export-patient.ts'
import { EXPORT_PARTS, EXPORT_WORDS } from './export-words.ts'

/**
 * The same record as a page to keep: headings in the person's language, everything below them as lists of what the data
 * says. No script, no style, nothing loaded; what somebody wrote is text.
 */
export function exportPage(record: PatientExport, locale: Locale): string {
  const words = EXPORT_WORDS[locale]
  const title = escapeHtml(words.title)
  const parts = EXPORT_PARTS.map((part) => {
    const content = listOf(record[part]) || `<p>${escapeHtml(words.nothing)}</p>`
    return `<section><h2>${escapeHtml(words.parts[part])}</h2>\n${content}</section>`
  })
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1>
<p>${escapeHtml(words.exportedAt)} ${escapeHtml(record.exportedAt)}</p>
${parts.join('\n')}
</main></body>
</html>
`
}

/** Empty where there is nothing to show. */
function listOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'string') return `<bdi>${escapeHtml(value)}</bdi>`
  if (typeof value !== 'object') return escapeHtml(JSON.stringify(value))
  const items = Array.isArray(value) ? value.map(listOf) : Object.entries(value).map(namedItem)
  const shown = items.filter((item) => item !== '').map((item) => `<li>${item}</li>`)
  return shown.length === 0 ? '' : `<ul>${shown.join('\n')}</ul>`
}

/** Names of fields and codes stay as they are: they are what the file for programs calls them. */
function namedItem([name, value]: readonly [string, unknown]): string {
  const shown = listOf(value)
  return shown === '' ? '' : `<b lang="en">${escapeHtml(name)}</b>: ${shown}`
}
