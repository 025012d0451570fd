import type { Deps } from '../deps.ts'
import { takeRate } from '../auth/rate-limit.ts'
import { inScope } from '../store/database.ts'
import { inGroups } from '../store/group.ts'
import { sha256Hex } from '../token.ts'
import { writeAudit } from './audit.ts'
import type { AnswerPlace } from './kept-answer.ts'
import {
  type Admitted,
  apart,
  type Arrival,
  type GroupedWork,
  groupInTransaction,
  inTransaction,
  type Work,
  withoutScope,
} from './perform.ts'
import { actorOf, barTo, isOfPatient, type Principal } from './principal.ts'
import { readRequest } from './read-request.ts'
import { invalidAt, notFound, problem, type Problem, type Reply } from './reply.ts'
import { asksForKey, type Route } from './route.ts'

/** Runs a route for whoever comes, and together what many patients ask of it at one time. */
export function createRunner(deps: Deps, route: Route): (arrival: Arrival) => Promise<Reply> {
  const inGroup = inGroups<GroupedWork, Reply>(
    { laneOf: ({ clinicId }) => clinicId, nameOf: ({ patientId }) => patientId },
    (group) => groupInTransaction(deps, group),
  )
  const perform = (work: Work): Promise<Reply> => {
    if (route.spec.apart) return apart(deps, work)
    const { principal } = work.admitted
    const isGrouped = route.handleGroup !== undefined && isOfPatient(principal)
    if (!isGrouped) return inTransaction(deps, work)
    return inGroup({ ...work, patientId: principal.patientId })
  }
  return (arrival) => runRoute(deps, { route, perform }, arrival)
}

interface Running {
  readonly route: Route
  readonly perform: (work: Work) => Promise<Reply>
}

/**
 * Runs one route: who asks, may they, what do they ask; then the handler, the audit and the kept answer in one
 * transaction that sees the clinic's rows alone. A problem leaves nothing behind.
 */
async function runRoute(deps: Deps, { route, perform }: Running, arrival: Arrival): Promise<Reply> {
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
  if (spec.unscoped) return withoutScope(deps, admitted)
  const clinicId = clinicOf(admitted)
  if (clinicId === null)
    return problem(404, 'not-found', { detail: 'This link or code is no longer good.' })
  const place = placeOf(admitted, clinicId)
  if (place === 'missing') return keyRequired(arrival.request)
  const reply = await perform({ admitted, clinicId, place })
  // What only the handler could know: it was rolled back, and that it was denied is written all the same.
  if (reply.status === 403) await writeDenial(deps, { route, arrival, principal })
  return reply
}

const TEN_MINUTES_MS = 600_000

function keyRequired(request: Request): Problem {
  if (request.headers.get('idempotency-key'))
    return invalidAt('Idempotency-Key', 'must have 16 to 200 characters of ASCII, without spaces')
  const detail = 'Send an Idempotency-Key of 16 to 200 characters with every POST that writes.'
  return problem(400, 'key-required', { detail })
}

const PERSON = {
  detail:
    'Somebody has to answer for this by name, and an API key names nobody. Sign in as a member of staff, and do it there.',
}

function tooMany(): Problem {
  return { ...problem(429, 'too-many'), headers: { 'retry-after': '600' } }
}

interface Asked {
  readonly route: Route
  readonly arrival: Arrival
  readonly principal: Principal
}

/** Denials of people whom we know are written down too. */
async function writeDenial(deps: Deps, { route, arrival, principal }: Asked): Promise<void> {
  if (principal.kind === 'anonymous') return
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

async function barredReply(
  deps: Deps,
  { route, arrival, principal }: Asked,
): Promise<Reply | null> {
  const bar = barTo(principal, route.spec, arrival.params)
  if (bar === null) return null
  await writeDenial(deps, { route, arrival, principal })
  switch (bar) {
    case 'not-signed-in':
      return problem(401, 'not-signed-in')
    case 'not-found':
      return notFound('patient')
    case 'person-required':
      return problem(403, bar, PERSON)
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
  { route: { spec }, request, params, principal, input }: Admitted,
  clinicId: string,
): AnswerPlace | null | 'missing' {
  if (!asksForKey(spec)) return null
  const key = request.headers.get('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{16,200}$/.test(key)) return 'missing'
  const { kind, id } = actorOf(principal)
  const { pathname, search } = new URL(request.url)
  const requestHash = sha256Hex(`${spec.method} ${pathname}${search} ${sha256Hex(input.bytes)}`)
  const own = 'patientId' in principal ? principal.patientId : null
  const patientId = params['patientId'] ?? own
  return { clinicId, patientId, actor: `${kind} ${id ?? ''}`, key, requestHash }
}
