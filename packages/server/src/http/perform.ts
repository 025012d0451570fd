import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import type { QueuedJob } from '../queue.ts'
import { inScope, type Scope, type Trx } from '../store/database.ts'
import { type AuditLine, writeAudit, writeAudits } from './audit.ts'
import {
  type AnswerPlace,
  claimAnswer,
  earlierAnswer,
  keepAnswer,
  keepAnswers,
  keptAnswer,
  releaseAnswer,
} from './kept-answer.ts'
import type { Principal } from './principal.ts'
import type { Input } from './read-request.ts'
import type { Problem, Reply } from './reply.ts'
import type { Call, Route } from './route.ts'

/** One request on its way to its route. */
export interface Arrival {
  readonly request: Request
  readonly requestId: string
  readonly params: Readonly<Record<string, string>>
  /** Where it comes from, for what has to be slow to guess. */
  readonly address: string
}

/** A request of a known principal, read by its route's spec. */
export interface Admitted extends Arrival {
  readonly route: Route
  readonly principal: Principal
  readonly input: Input
  readonly at: Instant
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

/** Of one clinic. */
export interface Work {
  readonly admitted: Admitted
  readonly clinicId: string
  readonly place: AnswerPlace | null
}

/** Handler, audit and kept answer in one transaction: a problem leaves nothing behind. */
export async function inTransaction(deps: Deps, work: Work): Promise<Reply> {
  const { place, admitted } = work
  const scope = scopeOf(work)
  const handle = async ([call]: readonly Call[]): Promise<readonly Reply[]> => {
    // As many calls as works.
    const reply = await admitted.route.handle(call as Call)
    if (reply.kind === 'problem') throw new RolledBack(reply)
    return [reply]
  }
  try {
    const [reply] = await performed(deps, { scope, works: [work], handle })
    // As many replies as calls.
    return reply as Reply
  } catch (error) {
    if (error instanceof RolledBack) return answeredOr(deps, work, error.reply)
    if (!(error instanceof AnsweredBefore) || place === null) throw error
    return inScope(deps.db, scope, (trx) => keptAnswer(trx, deps, place))
  }
}

/** What was done once may no longer be possible: the same request again is answered as before all the same. */
async function answeredOr(deps: Deps, work: Work, refusal: Reply): Promise<Reply> {
  const { place } = work
  if (place === null) return refusal
  const earlier = await inScope(deps.db, scopeOf(work), (trx) => earlierAnswer(trx, deps, place))
  return earlier ?? refusal
}

export interface GroupedWork extends Work {
  readonly patientId: string
}

/**
 * The works of several patients of one clinic in one transaction, which sees these patients' rows alone. Where that fails,
 * whatever is wrong with one of them is none of the others' concern: each is done by itself.
 */
export async function groupInTransaction(
  deps: Deps,
  group: readonly GroupedWork[],
): Promise<readonly (Reply | Promise<Reply>)[]> {
  const [first] = group
  const handle = first?.admitted.route.handleGroup
  if (first === undefined || handle === undefined || group.length === 1)
    return group.map((work) => inTransaction(deps, work))
  const scope = { clinicId: first.clinicId, patientId: group.map(({ patientId }) => patientId) }
  try {
    return await performed(deps, { scope, works: group, handle })
  } catch {
    return group.map((work) => inTransaction(deps, work))
  }
}

/** Between two transactions of its own: of two requests with one key, one finds it claimed. */
export async function apart(deps: Deps, work: Work): Promise<Reply> {
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
    for (const one of left.later) await one()
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

/** Whoever comes with a link or a signature acts by that, whatever session the same browser has. */
function scopeOf({ admitted: { principal, route }, clinicId }: Work): Scope {
  if (route.spec.clinicOf) return { clinicId }
  const isPatients = principal.kind === 'patient' || principal.kind === 'caregiver'
  return { clinicId, patientId: isPatients ? principal.patientId : undefined }
}

interface Performing {
  readonly scope: Scope
  readonly works: readonly Work[]
  readonly handle: (calls: readonly Call[]) => Promise<readonly Reply[]>
}

/** One reply for each work, all in one transaction; then what is to follow it. */
async function performed(
  deps: Deps,
  { scope, works, handle }: Performing,
): Promise<readonly Reply[]> {
  const later: Left['later'] = []
  const replies = await inScope(deps.db, scope, async (trx) => {
    const members = works.map((work) => {
      const left: Left = { detail: {}, jobs: [], later }
      const within = withinOf({ trx, clinicId: work.clinicId }, left)
      return { work, left, call: callOf(deps, work.admitted, within) }
    })
    const told = await handle(members.map(({ call }) => call))
    if (told.length !== works.length) throw new Error('a group of which not all were answered')
    const written = members.flatMap((member, k) => {
      const reply = told[k]
      return reply === undefined || reply.kind === 'problem' ? [] : [{ ...member, reply }]
    })
    await keep(trx, deps, written)
    return told
  })
  for (const one of later) await one()
  return replies
}

interface Written {
  readonly work: Work
  readonly left: Left
  readonly reply: Exclude<Reply, Problem>
}

/** Writes audit and answers down, and queues what is to be done. */
async function keep(trx: Trx, deps: Deps, written: readonly Written[]): Promise<void> {
  const lines = written.map(({ work, left }) => auditOf(work, left))
  await writeAudits(trx, deps, lines)
  const answers = written.flatMap(({ work: { place }, reply }) =>
    place !== null && reply.kind === 'done' ? [{ place, reply }] : [],
  )
  if (!(await keepAnswers(trx, deps, answers))) throw new AnsweredBefore()
  const jobs = written.flatMap(({ left }) => left.jobs)
  await deps.queue.send(trx, jobs)
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

/** Before there is a clinic: the handler opens its own transaction. */
export function withoutScope(deps: Deps, admitted: Admitted): Promise<Reply> {
  return admitted.route.handle(callOf(deps, admitted, unscoped()))
}

function unscoped(): Within {
  const trx = new Proxy({} as Trx, {
    get: () => {
      throw new Error('an unscoped route has no transaction')
    },
  })
  return { trx, clinicId: '', enqueue: () => {}, afterwards: () => {}, note: () => {} }
}
