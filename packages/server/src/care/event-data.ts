import {
  ADJUNCTS,
  BODY_SITES,
  DEVICES,
  FITZPATRICK_SKIN_TYPES,
  HISTORY,
  INDICATIONS,
  isZone,
  MEDICINES,
  PROCEDURE_CODES,
  SETTINGS,
  SIGNS,
} from '@afterglow/engine'

/** An event's content: what is codes and figures, and what somebody wrote. */
export interface SplitData {
  readonly clear: Readonly<Record<string, unknown>>
  readonly written: Readonly<Record<string, unknown>>
}

const CODES: ReadonlySet<string> = new Set([
  ...ADJUNCTS,
  ...BODY_SITES,
  ...DEVICES,
  ...FITZPATRICK_SKIN_TYPES,
  ...HISTORY,
  ...INDICATIONS,
  ...MEDICINES,
  ...PROCEDURE_CODES,
  ...SETTINGS,
  ...SIGNS,
  'cleared',
  'fading',
  'mild',
  'moderate',
  'none',
  'severe',
  'steady',
  'unknown',
  'worsening',
])
const DURATION = /^PT?\d{1,4}[A-Z]$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Divides an event's content by key: a key stays readable to the database only where every word under it stands in a
 * closed list, is a subject of the protocol, an id, a duration or a zone. All else is what somebody wrote, and is sealed.
 */
export function splitData(
  data: Readonly<Record<string, unknown>>,
  isSubject: (word: string) => boolean,
): SplitData {
  const isCode = (word: string) =>
    CODES.has(word) || DURATION.test(word) || ID.test(word) || isSubject(word) || isZone(word)
  const clear: Record<string, unknown> = {}
  const written: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(data)) {
    const place = isCoded(value, isCode) ? clear : written
    place[key] = value
  }
  return { clear, written }
}

function isCoded(value: unknown, isCode: (word: string) => boolean): boolean {
  if (typeof value === 'string') return isCode(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, one]) => isKey(key, isCode) && isCoded(one, isCode))
}

function isKey(key: string, isCode: (word: string) => boolean): boolean {
  return KEY.test(key) || isCode(key)
}

/** Keys are ours, or places in a list; another one would be looked at like a word. */
const KEY = /^(?:[a-z][A-Za-z]{0,30}|\d{1,4})$/
