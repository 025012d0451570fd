import { readTicks } from '../app/clock.ts'
import { type ServerTime, serverTimeBy } from './server-time.ts'

/** What the clinic's server answers; `unreached` where nothing came back from it. */
export type Answer = Answered | Refused | Unreached

export interface Answered {
  readonly kind: 'answered'
  /** 304 where the copy that is here is still good. */
  readonly status: number
  /** Null where nothing was said. */
  readonly body: Json
  readonly etag: string | null
  /** Null where its date says nothing for sure. */
  readonly time: ServerTime | null
}

/** RFC 9457: why it was not done. */
export interface Refused {
  readonly kind: 'refused'
  readonly status: number
  readonly code: string
  readonly detail: string
  /** The first place that it speaks of. */
  readonly at: string | null
  readonly retryAfterMs: number
}

export interface Unreached {
  readonly kind: 'unreached'
  /** Of a refusal by something on the way there, such as a proxy. */
  readonly status?: number
}

// What the server's routes answer is theirs; each caller reads what it needs.
export type Json = Readonly<Record<string, unknown>>

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Under `/api/v1`. */
  readonly path: string
  /** JSON, or a picture as it is. */
  readonly body?: object
  /** Made when the button was pressed: the same again is done once. */
  readonly key?: string
  /** Of the copy that is here. */
  readonly etag?: string | null
}

export type Ask = (request: Request) => Promise<Answer>

/** Asks the server that this page came from, with the cookie of the session. */
export const ask: Ask = createAsk((path, options) => fetch(`./api/v1${path}`, options))

/** The same by another way to reach it. */
export function createAsk(reach: (path: string, options: RequestInit) => Promise<Response>): Ask {
  return async (request) => {
    try {
      const asked = readTicks()
      const response = await reach(request.path, optionsOf(request))
      const time = serverTimeBy(response.headers.get('date'), asked, readTicks())
      return await answerOf(response, time)
    } catch {
      return { kind: 'unreached' }
    }
  }
}

/** A key of one press of a button. */
export function newKey(): string {
  return crypto.randomUUID()
}

/** So long an answer is waited for; then there is none. */
const LONGEST_MS = 60_000
const LONGEST_PICTURE_MS = 300_000

function optionsOf({ method, body, key, etag }: Request): RequestInit {
  const isPicture = body instanceof Blob
  return {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    // What hangs would keep all that comes after it waiting, signing out too.
    signal: AbortSignal.timeout(isPicture ? LONGEST_PICTURE_MS : LONGEST_MS),
    headers: {
      ...(body && { 'content-type': isPicture ? body.type : 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(etag && { 'if-none-match': etag }),
    },
    ...(body && { body: isPicture ? body : JSON.stringify(body) }),
  }
}

async function answerOf(response: Response, time: ServerTime | null): Promise<Answer> {
  const { status, headers } = response
  const text = await response.text()
  const said = jsonIn(text)
  if (response.ok || status === 304) {
    const isNothingSaid = text === '' && (status === 204 || status === 304)
    // The page of a proxy, or of a network that wants a log-in first: the server has not heard this.
    if (said === null && !isNothingSaid) return { kind: 'unreached' }
    return { kind: 'answered', status, body: said ?? {}, etag: headers.get('etag'), time }
  }
  const { type, detail, issues } = said ?? {}
  // The server gives each trouble of its own a name: this is somebody's between.
  if (typeof type !== 'string') return { kind: 'unreached', status }
  const first: unknown = Array.isArray(issues) ? issues[0] : undefined
  const at: unknown = typeof first === 'object' && first ? Reflect.get(first, 'expression') : null
  return {
    kind: 'refused',
    status,
    code: type.replace(/^.*#/, ''),
    detail: typeof detail === 'string' ? detail : '',
    at: typeof at === 'string' ? at : null,
    retryAfterMs: 1000 * (Number(headers.get('retry-after')) || 0),
  }
}

/** Null for what is no object. */
function jsonIn(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
