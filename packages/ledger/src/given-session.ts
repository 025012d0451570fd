import { type CareEvent, type Issue, parseSession, type Session } from '@afterglow/engine'
import { hinted } from './json-text.ts'
import type { Library } from './library.ts'
import { done, type Outcome } from './outcome.ts'
import { unreadTemperatures, withCodes } from './session-words.ts'

/** A session, with codes for people's words, and what of it could not be read. */
export interface GivenSession {
  readonly session: Session
  readonly unread: readonly Issue[]
}

/** One event of a session, likewise. */
export interface GivenEvent {
  readonly event: CareEvent
  readonly unread: readonly Issue[]
}

/** Reads a session's JSON, its words as codes; what is refused is told with its place, what was found, and a hint. */
export function givenSession(value: unknown, library: Library): Outcome<GivenSession> {
  const given = codedSession(value, library)
  return given.ok ? given : { ok: false, issues: hinted(value, given.issues) }
}

/** As `givenSession`, with the engine's bare issues. */
export function codedSession(value: unknown, { vocabulary }: Library): Outcome<GivenSession> {
  const parsed = parseSession(withCodes(value, vocabulary))
  return parsed.ok ? done({ session: parsed.value, unread: unreadTemperatures(value) }) : parsed
}

/** Reads the JSON of one event as a session file has it; `procedures` are the ids that a correction may name. */
export function givenEvent(
  value: unknown,
  library: Library,
  procedures: readonly string[],
): Outcome<GivenEvent> {
  const given = givenSession(sessionAround(value, procedures), library)
  if (!given.ok) return { ok: false, issues: given.issues.map(inEvent) }
  const [event] = given.value.session.events
  // `sessionAround` holds one event, and the parser drops none.
  if (!event) throw new Error('an event was read and is gone')
  return done({ event, unread: given.value.unread.map(inEvent) })
}

/** The least session that an event can stand in: the parser reads whole ones. */
function sessionAround(event: unknown, procedures: readonly string[]): object {
  const endedAt = '2000-01-01T00:00:00Z'
  return {
    zone: 'UTC',
    procedures: procedures.map((id) => ({ id, code: 'microneedling', endedAt })),
    events: [event],
  }
}

function inEvent<T extends Issue>(issue: T): T {
  return { ...issue, expression: issue.expression.replace(/^events\[0\]\.?/, '') }
}
