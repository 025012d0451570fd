import { errorAt, type Issue } from '@afterglow/engine'

/** What a route answers with; the caller makes HTTP of it. */
export type Reply = Done | Raw | Problem

export interface Done {
  readonly kind: 'done'
  readonly status: 200 | 201 | 202
  /** Plain JSON; null for none (204). */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** What the answer is a version of: the tag of a change, and of a copy that is still good. */
  readonly revision?: number
}

/** Bytes of another kind than JSON, such as a photo or a calendar. */
interface Raw {
  readonly kind: 'raw'
  readonly status: 200
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer> | string
  readonly headers?: Readonly<Record<string, string>>
}

/** RFC 9457, with the issues that led to it. Nothing of the transaction behind it stays. */
export interface Problem {
  readonly kind: 'problem'
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly issues: readonly Issue[]
  readonly headers?: Readonly<Record<string, string>>
}

const TITLES = {
  'invalid-request': 'The request cannot be read',
  'not-signed-in': 'Sign in first',
  forbidden: 'Not allowed',
  'person-required': 'Not with an API key',
  'clinician-required': 'Only a clinician may do this',
  'second-factor-required': 'A second factor has to be set up first',
  'not-found': 'Not found',
  'method-not-allowed': 'Not with this method',
  conflict: 'It has changed, or is there already',
  'precondition-required': 'Say which revision is meant',
  'precondition-failed': 'It has changed since',
  'plan-changed': 'The plan has changed since',
  gone: 'No longer there',
  'too-large': 'Too large',
  'unsupported-type': 'This type is not taken',
  refused: 'Refused by the rules of care',
  'key-required': 'An Idempotency-Key is missing',
  'key-reused': 'This Idempotency-Key was used for another request',
  'too-many': 'Too many tries',
  'our-mistake': 'A mistake of ours',
  'not-sent': 'It could not be sent',
  unavailable: 'Not ready',
} as const

export type ProblemCode = keyof typeof TITLES

/** Every code of a problem with its title, in one order. */
export const PROBLEM_TITLES: readonly (readonly [code: string, title: string])[] =
  Object.entries(TITLES)

export function titleOf(code: ProblemCode): string {
  return TITLES[code]
}

export function done(body: unknown, more: Partial<Omit<Done, 'kind' | 'body'>> = {}): Done {
  return { kind: 'done', status: 200, ...more, body }
}

export function created(body: unknown, more: Partial<Omit<Done, 'kind' | 'body'>> = {}): Done {
  return done(body, { status: 201, ...more })
}

export function problem(
  status: number,
  code: ProblemCode,
  more: { readonly detail?: string; readonly issues?: readonly Issue[] } = {},
): Problem {
  const { detail = TITLES[code], issues = [] } = more
  return { kind: 'problem', status, code, detail, issues }
}

export function invalid(issues: readonly Issue[]): Problem {
  const [first] = issues
  const detail = first === undefined ? undefined : `${first.expression}: ${first.diagnostics}`
  return problem(400, 'invalid-request', { ...(detail !== undefined && { detail }), issues })
}

export function invalidAt(expression: string, diagnostics: string): Problem {
  return invalid([errorAt(expression, 'value', diagnostics)])
}

/** Signed in, and known, but no clinician: what they said there is not taken from them. */
export function clinicianRequired(expression: string, diagnostics: string): Problem {
  const issues = [errorAt(expression, 'business-rule', diagnostics)]
  const detail = `${expression}: ${diagnostics}. A clinician who is signed in may do it; nobody else, and no API key.`
  return problem(403, 'clinician-required', { detail, issues })
}

/** The same for what is not there and for what the caller may not know to be there. */
export function notFound(what: string): Problem {
  return problem(404, 'not-found', { detail: `There is no such ${what}.` })
}

export function refused(issues: readonly Issue[]): Problem {
  const detail = issues[0]?.diagnostics
  return problem(422, 'refused', { ...(detail !== undefined && { detail }), issues })
}
