import type { Instant } from '@afterglow/engine'
import {
  done,
  type GivenSession,
  givenSession,
  instantIn,
  type Library,
  type Outcome,
  refuse,
  trouble,
} from '@afterglow/ledger'
import { readInstant, readLibrary, readSessionFile, type Request } from './care.ts'

/** One line of `--jsonl`, already an object without unknown keys. */
export type LineInput = Readonly<Record<string, unknown>>

/** What stands in for what a line does not say. */
export interface LineDefaults {
  readonly library: Library
  readonly session: GivenSession | undefined
  readonly at: Instant
}

export async function lineDefaults(request: Request): Promise<Outcome<LineDefaults>> {
  const { flags } = request
  if (flags.session?.[0] === '-')
    return refuse(
      trouble('--session', 'value', 'found "-"; with --jsonl stdin holds the lines: give a file'),
    )
  const at = readInstant(request)
  if (!at.ok) return at
  const library = readLibrary(request)
  if (!library.ok) return library
  const session = flags.session ? await readSessionFile(request, library.value) : done(undefined)
  if (!session.ok) return session
  return done({ library: library.value, session: session.value, at: at.value })
}

/** The line's own session, else the one of `--session`. */
export function lineSession(
  input: LineInput,
  { session, library }: LineDefaults,
): Outcome<GivenSession> {
  const given = input['session']
  if (given === undefined || given === null) {
    if (session) return done(session)
    const text = 'is missing: give the line a session, or the command --session FILE'
    return refuse(trouble('session', 'required', text))
  }
  const parsed = givenSession(given, library)
  if (parsed.ok) return parsed
  return {
    ok: false,
    issues: parsed.issues.map((issue) => ({
      ...issue,
      expression: issue.expression === '' ? 'session' : `session.${issue.expression}`,
    })),
  }
}

/** The line's own instant, else the one of `--at`. */
export function lineInstant(input: LineInput, { at }: LineDefaults): Outcome<Instant> {
  const given = input['at']
  if (given === undefined || given === null) return done(at)
  return instantIn(given, 'at')
}

/** A text that a line must have. */
export function lineText(input: LineInput, key: string): Outcome<string> {
  const given = input[key]
  if (typeof given === 'string' && given.trim() !== '') return done(given.trim())
  const found = given === undefined ? 'is missing' : `found ${JSON.stringify(given)}`
  return refuse(trouble(key, 'required', `${found}; accepted is a text that is not empty`))
}
