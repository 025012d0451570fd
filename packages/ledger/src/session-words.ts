import type { Issue } from '@afterglow/engine'
import { codeIn, type ListName, procedureCode } from './code-words.ts'
import { goneCode, keptReportOf, temperatureIssues, writtenSeverity } from './sign-report.ts'
import { subjectWritten, type Vocabulary } from './vocabulary.ts'

type Json = { readonly [key: string]: unknown }
type Change = (value: unknown) => unknown

/**
 * A session file's JSON with codes where people wrote words, in every list and in any case. What is in no list stays as
 * it is: the engine keeps it, shows it and treats it as unknown. Whatever else is wrong is left for the engine to refuse.
 */
export function withCodes(session: unknown, vocabulary: Vocabulary): unknown {
  return changed(session, {
    procedures: (all) => each(all, (one) => changed(one, PROCEDURE)),
    patient: (one) => changed(one, PATIENT),
    events: (all) => each(all, (one) => eventWithCodes(one, vocabulary)),
  })
}

const PROCEDURE = {
  code: (word) => text(word, procedureCode),
  ...inLists('device', 'setting', 'bodySites', 'adjuncts', 'indications'),
} as const satisfies { readonly [key: string]: Change }

const PATIENT = {
  fitzpatrickSkinType: (word) =>
    text(word, (one) => (/^unknown$/i.test(one) ? one.toLowerCase() : one.toUpperCase())),
  ...inLists('medicines', 'history'),
} as const satisfies { readonly [key: string]: Change }

/** Temperatures of a session's check-ins that cannot be read, each with its place. */
export function unreadTemperatures(session: unknown): readonly Issue[] {
  const events = isJson(session) ? listOf(session['events']) : []
  return events.flatMap((event, k) =>
    (isJson(event) ? listOf(event['signs']) : []).flatMap((sign, j) => {
      if (!isJson(sign) || typeof sign['code'] !== 'string') return []
      const symptom = { name: sign['code'], severity: sign['severity'] }
      return temperatureIssues(symptom, `events[${k}].signs[${j}].severity`)
    }),
  )
}

function eventWithCodes(event: unknown, vocabulary: Vocabulary): unknown {
  return changed(event, {
    subject: (word) => text(word, (one) => subjectWritten(one, vocabulary)),
    signs: (all) => each(all, (sign) => signWithCode(sign, vocabulary)),
    settled: (all) => each(all, (word) => text(word, (one) => goneCode(one, vocabulary.texts))),
  })
}

function signWithCode(sign: unknown, { texts }: Vocabulary): unknown {
  if (!isJson(sign) || typeof sign['code'] !== 'string') return sign
  const severity = writtenSeverity(sign['severity'])
  const isRead = severity !== undefined
  const name = sign['code']
  const kept = isRead ? keptReportOf({ name, severity }, texts) : { code: goneCode(name, texts) }
  return changed({ ...sign, ...kept }, { trend: (word) => text(word, lower) })
}

function lower(word: string): string {
  return word.trim().toLowerCase()
}

function inLists(...names: readonly ListName[]): { readonly [key: string]: Change } {
  return Object.fromEntries(
    names.map((name) => {
      const change = (word: unknown) => text(word, (one) => codeIn(name, one))
      return [name, (value: unknown) => (Array.isArray(value) ? value.map(change) : change(value))]
    }),
  )
}

/** An object with some of its values changed, those that it has; anything else as it is. */
function changed(value: unknown, changes: { readonly [key: string]: Change }): unknown {
  if (!isJson(value)) return value
  const entries = Object.entries(value).map(([key, one]) => {
    const change = Object.hasOwn(changes, key) ? changes[key] : undefined
    return [key, change ? change(one) : one]
  })
  return Object.fromEntries(entries)
}

function each(value: unknown, change: Change): unknown {
  return Array.isArray(value) ? value.map(change) : value
}

function text(value: unknown, change: (word: string) => string): unknown {
  return typeof value === 'string' ? change(value) : value
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
