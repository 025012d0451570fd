import type { Instant } from '@afterglow/engine'
import type { z } from '@hono/zod-openapi'
import type { Deps } from '../deps.ts'
import type { QueuedJob } from '../queue.ts'
import type { Trx } from '../store/database.ts'
import type { Access, Principal } from './principal.ts'
import type { Reply } from './reply.ts'

type Shape = z.ZodType

/** An answer that is not JSON; JSON always has an ETag, this one only where it says so. */
export interface Bytes {
  readonly type: string
  readonly tagged?: true
}

/** One operation: where it is, who may use it, what it takes and gives, and what the audit calls it. */
export interface RouteSpec {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete'
  /** Under /api/v1, with parameters in braces: `/patients/{patientId}/plan`. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly access: readonly Access[]
  /** Somebody answers for it by name: an API key, whatever its role, does not come in. */
  readonly namedPerson?: true
  readonly action: string
  readonly query?: Shape
  readonly body?: Shape
  /** A body that is not JSON: its types, and how large it may be. */
  readonly upload?: { readonly types: readonly string[]; readonly mostBytes: number }
  readonly replies: Readonly<Record<number, Shape | Bytes | null>>
  /** A POST that only asks and writes nothing needs no Idempotency-Key. */
  readonly asks?: true
  /** What somebody reports of themselves: a character that is none is replaced, and refuses nothing of the rest. */
  readonly heard?: true
  /** A change that has to say which revision it is of (If-Match). */
  readonly revised?: true
  /** May say which plan it was decided on (If-Match, its hash): where there is another by now, it is not done. */
  readonly onPlan?: true
  /** Tries from one address in 10 minutes, where guessing has to be slow. */
  readonly triesPer10Min?: number
  /** For whoever has not signed in: the clinic that their link or code names; null where it names none. */
  readonly clinicOf?: (given: {
    readonly body: unknown
    readonly params: Readonly<Record<string, string>>
  }) => string | null
  /** Works before there is a clinic; it opens its own transaction. */
  readonly unscoped?: true
  /** Unscoped, and asks for an Idempotency-Key all the same: it goes through the patient's door, which keeps the answer. */
  readonly keyed?: true
  /**
   * Stands on a part that opens transactions of its own, such as staff sign-in: the handler is outside of any, its key is
   * claimed before it, and its audit is written and its answer kept after it.
   */
  readonly apart?: true
  /** Its body is signed by another system, which sends no Idempotency-Key: the handler knows a repeat by its id. */
  readonly signed?: true
}

/** Whether a request of the route has to bring an Idempotency-Key. */
export function asksForKey({ method, asks, signed, unscoped, keyed }: RouteSpec): boolean {
  return method === 'post' && !asks && !signed && (!unscoped || keyed === true)
}

type Read<S extends Shape | undefined> = S extends Shape ? z.output<S> : undefined

/** What a handler is given: one request of one principal, inside the transaction of their clinic. */
export interface Call<S extends RouteSpec = RouteSpec> {
  readonly deps: Deps
  /** Sees the principal's clinic alone, or the patient's own rows; unusable on an unscoped route. */
  readonly trx: Trx
  readonly at: Instant
  readonly principal: Principal
  readonly clinicId: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Read<S['query']>
  readonly body: Read<S['body']>
  readonly upload: Uint8Array<ArrayBuffer>
  /** The body's bytes as they came: what a signature is of. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The If-Match revision of a revised route. */
  readonly revision: number
  readonly request: Request
  readonly requestId: string
  readonly address: string
  /** Queues a job with this transaction: it is there when it commits, or never. */
  readonly enqueue: (job: QueuedJob) => void
  /** Runs after the commit and before the answer, for what must not happen when the commit fails. */
  readonly afterwards: (work: () => Promise<void>) => void
  /** What the audit adds to the action: codes and counts, never what a person wrote. */
  readonly note: (detail: Readonly<Record<string, string | number | boolean | null>>) => void
}

export interface Route {
  readonly spec: RouteSpec
  readonly handle: (call: Call) => Promise<Reply>
  /**
   * Answers calls of several patients of one clinic in one transaction, each in its place; a call that is answered by a
   * problem has written nothing.
   */
  readonly handleGroup?: (calls: readonly Call[]) => Promise<readonly Reply[]>
}

export function defineRoute<const S extends RouteSpec>(
  spec: S,
  handle: (call: Call<S>) => Promise<Reply>,
): Route {
  // Its call is of this very spec: the runner reads query and body by it.
  return { spec, handle }
}

/** A route that many patients may use at one time: their calls are handled together, a lone one as a group of one. */
export function defineGroupedRoute<const S extends RouteSpec>(
  spec: S,
  handleGroup: (calls: readonly Call<S>[]) => Promise<readonly Reply[]>,
): Route {
  const handle = async (call: Call<S>): Promise<Reply> => {
    const [reply] = await handleGroup([call])
    if (reply === undefined) throw new Error(`${spec.action} gave no answer`)
    return reply
  }
  // As above.
  return { spec, handle, handleGroup }
}

/** A parameter that the path has, by the spec's own braces. */
export function param({ params }: Pick<Call, 'params'>, name: string): string {
  const value = params[name]
  if (value === undefined) throw new Error(`the path has no {${name}}`)
  return value
}

export const STAFF = ['owner', 'clinician', 'front-desk', 'read-only'] as const
export const DESK = ['owner', 'clinician', 'front-desk'] as const
export const CLINICIAN = ['clinician'] as const
export const OWNER = ['owner'] as const
