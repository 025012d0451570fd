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

/** An unknown key with the one that it may be a slip of, and where a key belongs that stands in the wrong place. */
export function withKeyHint(issue: Issue): Issue {
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
