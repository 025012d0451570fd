import { errorAt, fail, type Result } from '@afterglow/engine'
import type { z } from '@hono/zod-openapi'
import { issuesOf, keysOf, unknownKeys, wordsOf } from './form-issues.ts'
import { oddText, withoutOddText, withoutTurning } from './odd-text.ts'
import { type Problem, invalid, invalidAt, problem } from './reply.ts'
import type { RouteSpec } from './route.ts'

const MOST_JSON_BYTES = 1_000_000

/** What of a request a handler gets, read by the route's own spec. */
export interface Input {
  readonly query: unknown
  readonly body: unknown
  readonly upload: Uint8Array<ArrayBuffer>
  readonly revision: number
  /** The bytes as they came: what an idempotency key and a signature are of. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

type InputOrProblem = { readonly input: Input } | { readonly problem: Problem }

export async function readRequest(request: Request, spec: RouteSpec): Promise<InputOrProblem> {
  const most = spec.upload?.mostBytes ?? MOST_JSON_BYTES
  const bytes = await readBytes(request, most)
  if (bytes === null) return { problem: tooLarge(most) }
  const wrongType = typeProblem(request, spec)
  if (wrongType) return { problem: wrongType }
  const revision = spec.revised ? revisionOf(request) : 0
  if (revision === null) return { problem: noRevision(request) }
  const stranger = strangerIn(request, spec)
  if (stranger) return { problem: stranger }
  const query = parsed(spec.query, queryOf(request), 'query')
  if (!query.ok) return { problem: invalid(query.issues) }
  const body = readBody(spec, bytes)
  if (!body.ok) return { problem: invalid(body.issues) }
  const upload = spec.upload ? bytes : new Uint8Array()
  return { input: { query: query.value, body: body.value, upload, revision, bytes } }
}

const REVISION = { detail: 'Send If-Match with the ETag of the version that you have changed.' }

function noRevision(request: Request): Problem {
  const given = request.headers.get('if-match')
  if (given === null) return problem(428, 'precondition-required', REVISION)
  return invalidAt('If-Match', 'must be an ETag as it was given, with its quotes: "1"')
}

function tooLarge(most: number): Problem {
  return problem(413, 'too-large', { detail: `At most ${most} bytes are taken here.` })
}

/** A parameter that nobody reads is a mistake; but what other programs call may carry marks of their own. */
function strangerIn(request: Request, { query, access, signed }: RouteSpec): Problem | null {
  if (signed || access.includes('anonymous')) return null
  const accepted = keysOf(query)
  if (query !== undefined && accepted.length === 0) return null
  const unknown = Object.keys(queryOf(request)).filter((name) => !accepted.includes(name))
  if (unknown.length === 0) return null
  return invalid([errorAt('query', 'structure', unknownKeys(unknown, accepted))])
}

/** Read with the limit held on what arrives, not on what was announced; null for more. */
export async function readBytes(
  request: Request,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const chunks: Uint8Array[] = []
  let size = 0
  const body: AsyncIterable<Uint8Array> | readonly never[] = request.body ?? []
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > most) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function typeProblem(request: Request, spec: RouteSpec): Problem | null {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const accepted = spec.upload?.types ?? (spec.body ? ['application/json'] : null)
  if (accepted === null || accepted.includes(type)) return null
  return problem(415, 'unsupported-type', {
    detail: `Content-Type is "${type}"; accepted is ${accepted.join(', ')}.`,
  })
}

function revisionOf(request: Request): number | null {
  const tag = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers.get('if-match') ?? '')
  return tag === null ? null : Number(tag[1])
}

function queryOf(request: Request): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(request.url).searchParams)
}

function readBody(spec: RouteSpec, bytes: Uint8Array): Result<unknown> {
  if (spec.upload || spec.body === undefined) return { ok: true, value: undefined }
  const json = readJson(bytes, spec.heard ? mended : shown)
  if (json === undefined) return fail([errorAt('body', 'structure', 'is no JSON')])
  return parsed(spec.body, json.value, '')
}

/** `password`, and what ends so: `newPassword`. */
const PASSWORD = /password$/i

/** Text as it may stand beside other words. A password is shown to nobody, and is read as it is at every sign-in. */
function shown(key: string, value: unknown): unknown {
  return typeof value === 'string' && !PASSWORD.test(key) ? withoutTurning(value) : value
}

function mended(_: string, value: unknown): unknown {
  return typeof value === 'string' ? withoutOddText(withoutTurning(value)) : value
}

function readJson(
  bytes: Uint8Array,
  reviver: (key: string, value: unknown) => unknown,
): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(Buffer.from(bytes).toString('utf8'), reviver) }
  } catch {
    return undefined
  }
}

function parsed(form: z.ZodType | undefined, value: unknown, root: string): Result<unknown> {
  if (form === undefined) return { ok: true, value }
  const odd = oddText(value, root)
  if (odd !== null) return fail([odd])
  const read = form.safeParse(value, { error: wordsOf })
  if (read.success) return { ok: true, value: read.data }
  return { ok: false, issues: issuesOf(read.error, root) }
}
