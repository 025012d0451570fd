import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJson } from './json-text.ts'
import { done, type Outcome, refuse, trouble } from './outcome.ts'

/** What people call a subject, by its code. */
export type Synonyms = Readonly<Record<string, readonly string[]>>

/** The synonyms that stand beside the protocols of some folders; a protocol may have none. */
export function readSynonyms(folders: readonly string[], locale = 'en'): Outcome<Synonyms> {
  const read = folders.map((folder) => join(folder, `synonyms.${locale}.json`)).map(readFile)
  const issues = read.flatMap((one) => (one.ok ? [] : one.issues))
  if (issues.length > 0) return { ok: false, issues }
  return done(Object.assign({}, ...read.flatMap((one) => (one.ok ? [one.value] : []))))
}

function readFile(file: string): Outcome<Synonyms> {
  if (!existsSync(file)) return done({})
  const parsed = parseJson(readFileSync(file, 'utf8'))
  if (!parsed.ok) return { ok: false, issues: parsed.issues.map((one) => ({ ...one, file })) }
  if (isSynonyms(parsed.value)) return done(parsed.value)
  return refuse({ ...trouble('', 'structure', 'accepted is {"code": ["word", ...]}'), file })
}

function isSynonyms(value: unknown): value is Synonyms {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (words) => Array.isArray(words) && words.every((word) => typeof word === 'string'),
    )
  )
}
