import type { Deps } from '../deps.ts'
import { writeAudit } from '../http/audit.ts'
import { type AnswerPlace, keepAnswer, keptAnswer } from '../http/kept-answer.ts'
import { problem, type Problem, type Reply } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import type { QueuedJob } from '../queue.ts'
import { inScope, type Trx } from '../store/database.ts'
import { readToken, sha256, sha256Hex } from '../token.ts'

/** What comes with a link or a code alone has inside the transaction of the clinic that it names. */
export interface Entry {
  readonly trx: Trx
  readonly deps: Deps
  readonly clinicId: string
  readonly at: number
  readonly enqueue: (job: QueuedJob) => void
  /** What this very request was answered before, or null. */
  readonly kept: () => Promise<Reply | null>
  /** Whose record it is about: then the audit has a line of it. */
  readonly about: (patientId: string) => void
  readonly afterwards: (work: () => Promise<void>) => void
}

interface Door {
  readonly clinicId: string
  readonly action: string
  /** False for what a mail program or a calendar sends: it knows no Idempotency-Key. */
  readonly keyed?: boolean
}

const ANYBODY = { kind: 'anonymous' } as const
const NOBODYS = { clinicId: '00000000-0000-0000-0000-000000000000', hash: sha256('') }

/** A token read; one that is none is looked up like any other, where nothing is. */
export function tokenOf(text: string): { readonly clinicId: string; readonly hash: Uint8Array } {
  return readToken(text) ?? NOBODYS
}

/** The one answer to a link or code that is unknown, expired, used or withdrawn. */
export function ended(): Problem {
  return problem(410, 'gone', { detail: 'This link or code is no longer good.' })
}

/**
 * Runs what is asked for with a link or code alone, whoever may be signed in beside it. A refusal is committed too: a
 * wrong code has to count.
 */
export async function throughDoor(
  call: Call,
  { clinicId, action, keyed = true }: Door,
  work: (entry: Entry) => Promise<Reply>,
): Promise<Reply> {
  const place = keyed ? placeOf(call, clinicId) : null
  if (keyed && place === null) return problem(400, 'key-required', KEY)
  const later: (() => Promise<void>)[] = []
  try {
    const reply = await inScope(call.deps.db, { clinicId }, (trx) =>
      perform(call, { trx, clinicId, action, place, later }, work),
    )
    for (const one of later) await one()
    return reply
  } catch (error) {
    if (!(error instanceof AnsweredBefore) || place === null) throw error
    return inScope(call.deps.db, { clinicId }, (trx) => keptAnswer(trx, call.deps, place))
  }
}

const KEY = {
  detail: 'Send an Idempotency-Key of 16 to 200 characters with every POST that writes.',
}

/** Ends a transaction because its request was answered by another at the same time. */
class AnsweredBefore extends Error {}

interface Opened {
  readonly trx: Trx
  readonly clinicId: string
  readonly action: string
  readonly place: AnswerPlace | null
  readonly later: (() => Promise<void>)[]
}

interface Known {
  patientId: string | null
  before: Reply | null
}

async function perform(
  call: Call,
  opened: Opened,
  work: (entry: Entry) => Promise<Reply>,
): Promise<Reply> {
  const { deps, at } = call
  const { trx, clinicId, place, later } = opened
  const jobs: QueuedJob[] = []
  const known: Known = { patientId: null, before: null }
  const kept = async () => {
    known.before = place === null ? null : await answeredBefore(trx, deps, place)
    return known.before
  }
  const about = (patientId: string) => {
    known.patientId = patientId
  }
  const enqueue = (job: QueuedJob) => jobs.push(job)
  const afterwards = (one: () => Promise<void>) => later.push(one)
  const reply = await work({ trx, deps, clinicId, at, kept, about, enqueue, afterwards })
  if (known.before !== null) return reply
  await finish(call, opened, { reply, patientId: known.patientId })
  await deps.queue.send(trx, jobs)
  return reply
}

async function finish(
  { deps, requestId }: Call,
  { trx, clinicId, action, place }: Opened,
  { reply, patientId }: { readonly reply: Reply; readonly patientId: string | null },
): Promise<void> {
  if (patientId !== null) {
    const outcome = reply.kind === 'problem' ? 'refused' : 'done'
    const line = { clinicId, principal: ANYBODY, action, patientId, outcome, requestId } as const
    await writeAudit(trx, deps, { ...line, detail: {} })
  }
  if (place === null || reply.kind !== 'done') return
  if (!(await keepAnswer(trx, deps, { place: { ...place, patientId }, reply })))
    throw new AnsweredBefore()
}

async function answeredBefore(trx: Trx, deps: Deps, place: AnswerPlace): Promise<Reply | null> {
  const reply = await keptAnswer(trx, deps, place)
  return reply.kind === 'problem' && reply.code === 'conflict' ? null : reply
}

function placeOf({ request, bytes }: Call, clinicId: string): AnswerPlace | null {
  const key = request.headers.get('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{16,200}$/.test(key)) return null
  const { pathname } = new URL(request.url)
  const requestHash = sha256Hex(`post ${pathname} ${sha256Hex(bytes)}`)
  return { clinicId, actor: 'anonymous ', key, requestHash, patientId: null }
}
