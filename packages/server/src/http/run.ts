import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import { takeRate } from '../auth/rate-limit.ts'
import type { QueuedJob } from '../queue.ts'
import { inScope, type Scope, type Trx } from '../store/database.ts'
import { sha256Hex } from '../token.ts'
import { type AuditLine, writeAudit } from './audit.ts'
import {
  type AnswerPlace,
  claimAnswer,
  keepAnswer,
  keptAnswer,
  releaseAnswer,
} from './kept-answer.ts'
import { actorOf, barTo, type Principal } from './principal.ts'
import { type Input, readRequest } from './read-request.ts'
import { notFound, problem, type Problem, type Reply } from './reply.ts'
import { asksForKey, type Call, type Route } from './route.ts'

/** One request on its way to its route. */
export interface Arrival {
  readonly request: Request
  readonly requestId: string
  readonly params: Readonly<Record<string, string>>
  /** Where it comes from, for what has to be slow to guess. */
  readonly address: string
}

/** A request of a known principal, read by its route's spec. */
interface Admitted extends Arrival {
  readonly route: Route
  readonly principal: Principal
  readonly input: Input
  readonly at: Instant
}

/**
 * Runs one route: who asks, may they, what do they ask; then the handler, the audit and the kept answer in one
 * transaction that sees the clinic's rows alone. A problem leaves nothing behind.
 */
export async function runRoute(deps: Deps, route: Route, arrival: Arrival): Promise<Reply> {
  const { spec } = route
  const at = deps.now()
  if (spec.triesPer10Min !== undefined) {
    const key = `${spec.action} ${arrival.address}`
    const rate = { key, limit: spec.triesPer10Min, windowMs: TEN_MINUTES_MS, at }
    if (!(await takeRate(deps.db, rate))) return tooMany()
  }
  const principal = await deps.principalOf(arrival.request)
  const barred = await barredReply(deps, { route, arrival, principal })
  if (barred) return barred
  const read = await readRequest(arrival.request, spec)
  if ('problem' in read) return read.problem
  const admitted = { ...arrival, route, principal, input: read.input, at }
  if (spec.unscoped) return route.handle(callOf(deps, admitted, unscoped()))
  const clinicId = clinicOf(admitted)
  if (clinicId === null)
    return problem(404, 'not-found', { detail: 'This link or code is no longer good.' })
  const place = placeOf(admitted, clinicId)
  if (place === 'missing') return problem(400, 'key-required', KEY)
  const work = { admitted, clinicId, place }
  return spec.apart ? apart(deps, work) : inTransaction(deps, work)
}

const TEN_MINUTES_MS = 600_000
const KEY = {
  detail: 'Send an Idempotency-Key of 16 to 200 characters with every POST that writes.',
}

function tooMany(): Problem {
  return { ...problem(429, 'too-many'), headers: { 'retry-after': '600' } }
}

/** Denials of people whom we know are written down too. */
async function barredReply(
  deps: Deps,
  { route, arrival, principal }: { route: Route; arrival: Arrival; principal: Principal },
): Promise<Reply | null> {
  const bar = barTo(principal, route.spec.access, arrival.params)
  if (bar === null) return null
  if (principal.kind !== 'anonymous') {
    const { clinicId } = principal
    const line = {
      clinicId,
      principal,
      action: route.spec.action,
      patientId: null,
      outcome: 'denied' as const,
      requestId: arrival.requestId,
      detail: {},
    }
    await inScope(deps.db, { clinicId }, (trx) => writeAudit(trx, deps, line))
  }
  switch (bar) {
    case 'not-signed-in':
      return problem(401, 'not-signed-in')
    case 'not-found':
      return notFound('patient')
    case 'forbidden':
    case 'second-factor-required':
      return problem(403, bar)
  }
}

/** The principal's clinic; for whoever has not signed in, the one that their link or code names. */
function clinicOf({ route, principal, input, params }: Admitted): string | null {
  if (route.spec.clinicOf) return route.spec.clinicOf({ body: input.body, params })
  return principal.kind === 'anonymous' ? null : principal.clinicId
}

function placeOf(
  { route: { spec }, request, principal, input }: Admitted,
  clinicId: string,
): AnswerPlace | null | 'missing' {
  if (!asksForKey(spec)) return null
  const key = request.headers.get('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{16,200}$/.test(key)) return 'missing'
  const { kind, id } = actorOf(principal)
  const { pathname } = new URL(request.url)
  const requestHash = sha256Hex(`${spec.method} ${pathname} ${sha256Hex(input.bytes)}`)
  return { clinicId, actor: `${kind} ${id ?? ''}`, key, requestHash }
}

/** Ends a transaction whose answer is a problem, so that nothing of it stays. */
class RolledBack extends Error {
  readonly reply: Reply
  constructor(reply: Reply) {
    super('rolled back')
    this.reply = reply
  }
}
/** As above, because the request was answered before. */
class AnsweredBefore extends Error {}

interface Work {
  readonly admitted: Admitted
  readonly clinicId: string
  readonly place: AnswerPlace | null
}

async function inTransaction(deps: Deps, work: Work): Promise<Reply> {
  const scope = scopeOf(work)
  const later: (() => Promise<void>)[] = []
  try {
    const reply = await inScope(deps.db, scope, (trx) => perform(deps, work, { trx, later }))
    for (const one of later) await one()
    return reply
  } catch (error) {
    if (error instanceof RolledBack) return error.reply
    if (!(error instanceof AnsweredBefore) || work.place === null) throw error
    const { place } = work
    return inScope(deps.db, scope, (trx) => keptAnswer(trx, deps, place))
  }
}

/** Between two transactions of its own: of two requests with one key, one finds it claimed. */
async function apart(deps: Deps, work: Work): Promise<Reply> {
  const { clinicId, place } = work
  const scope = scopeOf(work)
  if (place !== null) {
    const kept = await inScope(deps.db, scope, async (trx) =>
      (await claimAnswer(trx, deps, place)) ? null : keptAnswer(trx, deps, place),
    )
    if (kept !== null) return kept
  }
  const left: Left = { detail: {}, jobs: [], later: [] }
  try {
    const within = withinOf({ ...unscoped(), clinicId }, left)
    const reply = await work.admitted.route.handle(callOf(deps, work.admitted, within))
    await inScope(deps.db, scope, (trx) => finish(deps, work, { trx, reply, left }))
    return reply
  } catch (error) {
    if (place !== null) await inScope(deps.db, scope, (trx) => releaseAnswer(trx, place))
    throw error
  }
}

async function finish(
  deps: Deps,
  work: Work,
  { trx, reply, left }: { readonly trx: Trx; readonly reply: Reply; readonly left: Left },
): Promise<void> {
  const { place } = work
  if (place !== null) await releaseAnswer(trx, place)
  if (reply.kind === 'problem') return
  await writeAudit(trx, deps, auditOf(work, left))
  if (place !== null && reply.kind === 'done') await keepAnswer(trx, deps, { place, reply })
  await deps.queue.send(trx, left.jobs)
}

function scopeOf({ admitted: { principal }, clinicId }: Work): Scope {
  const isPatients = principal.kind === 'patient' || principal.kind === 'caregiver'
  return { clinicId, patientId: isPatients ? principal.patientId : undefined }
}

async function perform(
  deps: Deps,
  work: Work,
  { trx, later }: { readonly trx: Trx; readonly later: (() => Promise<void>)[] },
): Promise<Reply> {
  const { admitted, clinicId, place } = work
  const left: Left = { detail: {}, jobs: [], later }
  const call = callOf(deps, admitted, withinOf({ trx, clinicId }, left))
  const reply = await admitted.route.handle(call)
  if (reply.kind === 'problem') throw new RolledBack(reply)
  await writeAudit(trx, deps, auditOf(work, left))
  if (place !== null && reply.kind === 'done' && !(await keepAnswer(trx, deps, { place, reply }))) {
    throw new AnsweredBefore()
  }
  await deps.queue.send(trx, left.jobs)
  return reply
}

/** What a handler leaves to be done when it has answered. */
interface Left {
  readonly detail: Record<string, string | number | boolean | null>
  readonly jobs: QueuedJob[]
  readonly later: (() => Promise<void>)[]
}

function withinOf({ trx, clinicId }: Pick<Call, 'trx' | 'clinicId'>, left: Left): Within {
  return {
    trx,
    clinicId,
    enqueue: (one) => left.jobs.push(one),
    afterwards: (one) => left.later.push(one),
    note: (more) => Object.assign(left.detail, more),
  }
}

function auditOf({ admitted, clinicId }: Work, { detail }: Left): AuditLine {
  const { route, principal, params, requestId } = admitted
  const patientId = params['patientId'] ?? ('patientId' in principal ? principal.patientId : null)
  const { action } = route.spec
  return { clinicId, principal, action, patientId, outcome: 'done', requestId, detail }
}

type Within = Pick<Call, 'trx' | 'clinicId' | 'enqueue' | 'afterwards' | 'note'>

function callOf(deps: Deps, admitted: Admitted, within: Within): Call {
  const { request, requestId, params, principal, input, at, address } = admitted
  const { query, body, upload, revision, bytes } = input
  // The handler's own type says what query and body are: they were read by the spec it was defined with.
  const read = { query, body } as Pick<Call, 'query' | 'body'>
  return {
    deps,
    at,
    principal,
    params,
    ...read,
    upload,
    bytes,
    revision,
    request,
    requestId,
    address,
    ...within,
  }
}

function unscoped(): Within {
  const trx = new Proxy({} as Trx, {
    get: () => {
      throw new Error('an unscoped route has no transaction')
    },
  })
  return { trx, clinicId: '', enqueue: () => {}, afterwards: () => {}, note: () => {} }
}
