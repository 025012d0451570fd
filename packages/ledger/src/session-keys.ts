import type { Issue } from '@afterglow/engine'
import { nearest } from './nearest.ts'
import { wordList } from './word-list.ts'

/** The keys that each object of a session file may have, by its place. */
const KEYS: readonly { readonly at: RegExp; readonly keys: readonly string[] }[] = [
  { at: /^$/, keys: wordList('zone, procedures, patient, events') },
  {
    at: /^procedures\[\d+\]$/,
    keys: wordList(`
      id, code, endedAt, endedAtEstimated, device, needleDepthMm, bodySites, adjuncts, setting,
      indications, sessionNumber
    `),
  },
  { at: /^patient$/, keys: wordList('fitzpatrickSkinType, medicines, history') },
  {
    at: /^events\[\d+\]$/,
    keys: wordList(`
      type, at, signs, settled, notes, subject, by, window, reason, zone, procedure, endedAt
    `),
  },
  { at: /^events\[\d+\]\.signs\[\d+\]$/, keys: wordList('code, severity, trend') },
  { at: /^events\[\d+\]\.window$/, keys: ['until'] },
]

const UNKNOWN_KEY = /^unknown keys? "/
const TREND = 'put "trend" inside a sign: {"code": "erythema", "severity": 2, "trend": "fading"}'

/** What a missing value may look like, by its key. */
const EXAMPLES: Readonly<Record<string, string>> = {
  zone: '"Asia/Dubai"',
  procedures:
    '[{"id": "p1", "code": "microneedling", "endedAt": "2026-11-22T10:45:00+04:00", "device": "pen"}]',
  id: '"p1"',
  code: '"microneedling"',
  endedAt: '"2026-11-22T10:45:00+04:00"',
  at: '"2026-11-23T09:00:00+04:00"',
  severity: '2 or "mild"',
  subject: '"makeup"',
  by: '"Dr Lee"',
  reason: '"healed well"',
  procedure: '"p1"',
  until: '"P7D"',
}

/** An example for what is missing; for an unknown key the one that it may be a slip of, or where it belongs. */
export function withKeyHint<T extends Issue>(issue: T): T {
  return issue.diagnostics.startsWith('is missing') ? withExample(issue) : withNearKey(issue)
}

function withExample<T extends Issue>(issue: T): T {
  const key = issue.expression.slice(issue.expression.lastIndexOf('.') + 1)
  // Of a sign the code is another one.
  const isSign = /\.signs\[\d+\]\.code$/.test(issue.expression)
  const example = isSign ? '"erythema"' : Object.hasOwn(EXAMPLES, key) ? EXAMPLES[key] : undefined
  if (example === undefined) return issue
  return { ...issue, diagnostics: `${issue.diagnostics}, such as ${example}` }
}

function withNearKey<T extends Issue>(issue: T): T {
  const place = KEYS.find(({ at }) => at.test(issue.expression))
  if (!place || !UNKNOWN_KEY.test(issue.diagnostics)) return issue
  const unknown = [...issue.diagnostics.matchAll(/"([^"]+)"/g)].map(([, key = '']) => key)
  const hints = unknown.flatMap((key) => hintFor(key, issue.expression, place.keys))
  return { ...issue, diagnostics: [issue.diagnostics, ...hints].join('; ') }
}

function hintFor(key: string, expression: string, keys: readonly string[]): readonly string[] {
  if (key === 'trend' && expression.startsWith('events[')) return [TREND]
  const elsewhere = KEYS.find((place) => place.keys.includes(key))
  const near = nearest(key.toLowerCase(), keys.map(lower))
  const meant = keys.find((one) => lower(one) === near)
  if (meant !== undefined && meant !== key) return [`did you mean "${meant}"?`]
  return elsewhere ? [`"${key}" belongs to another object of the file`] : []
}

function lower(key: string): string {
  return key.toLowerCase()
}
