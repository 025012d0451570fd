import type { Result } from '@afterglow/engine'
import { readBytes } from '../http/read-request.ts'
import { type Refusal, refusalOf, type Visit } from './staff-gate.ts'
import {
  ADDRESS_HEADER,
  AUTH_PATH,
  type AuthLibrary,
  createLibrary,
  sessionCookie,
  type StaffAuthOptions,
} from './staff-options.ts'
import { createOwner, type NewOwner } from './staff-owner.ts'
import { STAFF_ROUTES } from './staff-routes.ts'
import {
  activeMembership,
  membershipsOf,
  openSession,
  type SessionCookie,
  type StaffSession,
  staffSession,
} from './staff-session.ts'
import { staffDatabase, type StaffDeps } from './staff-tables.ts'
import { createTeam, type Team } from './team.ts'

export interface StaffAuth {
  /** Answers every request under /api/auth; `address` is the client's, as the server's own socket or proxy rule gives it. */
  readonly handler: (request: Request, address: string) => Promise<Response>
  /** Who a request comes from, read anew each time; null where there is no session or no clinic chosen. */
  readonly sessionOf: (headers: Headers) => Promise<StaffSession | null>
  readonly createOwner: (owner: NewOwner) => Promise<Result<{ readonly userId: string }>>
  readonly team: Team
}

interface Staff {
  readonly deps: StaffDeps
  readonly library: AuthLibrary
  readonly cookie: SessionCookie
  readonly origin: string
  readonly log: StaffAuthOptions['log']
}

export function createStaffAuth(options: StaffAuthOptions): StaffAuth {
  if (options.secret.length < 32) throw new Error('the secret has fewer than 32 characters')
  const deps = { db: staffDatabase(options.db), now: options.now }
  const cookie = sessionCookie(options)
  const library = createLibrary(options, deps)
  const staff = { deps, library, cookie, origin: new URL(options.baseUrl).origin, log: options.log }
  return {
    handler: (request, address) => handle(staff, request, address),
    sessionOf: (headers) => sessionOf(staff, headers),
    createOwner: (owner) => createOwner(deps, owner),
    team: createTeam(deps),
  }
}

async function sessionOf({ deps, cookie }: Staff, headers: Headers): Promise<StaffSession | null> {
  const open = await openSession(deps, headers, cookie)
  if (open === null) return null
  const membership = activeMembership(open, await membershipsOf(deps, open.userId))
  return membership === null ? null : staffSession(open, membership)
}

async function handle(staff: Staff, request: Request, address: string): Promise<Response> {
  const visit = await visitOf(staff, request, address)
  const response = visit instanceof Response ? visit : await answer(staff, visit)
  response.headers.set('cache-control', 'no-store')
  if (request.method === 'POST') {
    const userId = visit instanceof Response ? null : (visit.session?.userId ?? null)
    staff.log({ ...outcomeOf(request, response), address, userId })
  }
  return response
}

function outcomeOf(request: Request, { status }: Response) {
  const path = new URL(request.url).pathname.slice(AUTH_PATH.length)
  const action = path in STAFF_ROUTES ? path : 'unknown path'
  if (status < 400) return { action, status, outcome: 'done' } as const
  if (status >= 500) return { action, status, outcome: 'failed' } as const
  return { action, status, outcome: status === 429 ? 'limited' : 'refused' } as const
}

const LARGEST_BODY_BYTES = 32_768

async function visitOf(staff: Staff, request: Request, address: string): Promise<Visit | Response> {
  const { pathname } = new URL(request.url)
  const path = pathname.startsWith(`${AUTH_PATH}/`) ? pathname.slice(AUTH_PATH.length) : ''
  const route = Object.hasOwn(STAFF_ROUTES, path) ? STAFF_ROUTES[path] : undefined
  if (route?.method !== request.method) return said(404, 'NOT_FOUND', 'There is nothing here.')
  if (!isFromHere(request, staff.origin))
    return said(403, 'FOREIGN_ORIGIN', 'This request comes from another site.')
  const body = await bodyOf(request)
  const read = route.body?.safeParse(body) ?? { success: true, data: {} }
  if (!read.success) return said(400, 'BAD_REQUEST', 'The request is not in the expected form.')
  const { headers } = request
  const session = await openSession(staff.deps, headers, staff.cookie)
  return { path, route, body: read.data, headers, address, session }
}

/** Browsers say where a change comes from; what says nothing is no browser, and has no cookies but its own. */
function isFromHere({ method, headers }: Request, origin: string): boolean {
  if (method === 'GET') return true
  const [from, site] = [headers.get('origin'), headers.get('sec-fetch-site')]
  return (from ?? origin) === origin && (site ?? 'same-origin') === 'same-origin'
}

async function bodyOf(request: Request): Promise<unknown> {
  if (request.method === 'GET') return {}
  // JSON alone: a form of another site can send anything else without asking first.
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return null
  const bytes = await readBytes(request, LARGEST_BODY_BYTES)
  if (bytes === null) return null
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}

async function answer(staff: Staff, visit: Visit): Promise<Response> {
  const { deps, library, cookie } = staff
  const refusal = await refusalOf(deps, visit)
  if (refusal !== null) return refusedWith(refusal)
  if (visit.path === '/session') return Response.json(await whoIs(deps, visit))
  const response = await library.handler(forLibrary(staff, visit))
  const replaced = response.headers
    .getSetCookie()
    .some((line) => line.startsWith(`${cookie.name}=`))
  if (visit.route.signsIn && response.ok && replaced && visit.session !== null)
    await endSession(deps, visit.session.sessionId)
  return withoutToken(response, visit.path)
}

async function whoIs(deps: StaffDeps, { session }: Visit) {
  if (session === null) return { session: null, clinics: [] }
  const clinics = await membershipsOf(deps, session.userId)
  const active = activeMembership(session, clinics)
  return { session: active === null ? null : staffSession(session, active), clinics }
}

/** What we have checked, and nothing else of what was sent. */
function forLibrary({ origin }: Staff, { path, route, body, headers, address }: Visit): Request {
  const sent = new Headers({ origin, [ADDRESS_HEADER]: address })
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name)
    if (value !== null) sent.set(name, value)
  }
  const url = `${origin}${AUTH_PATH}${path}`
  if (route.method === 'GET') return new Request(url, { headers: sent })
  sent.set('content-type', 'application/json')
  const whole = path === '/change-password' ? { ...body, revokeOtherSessions: true } : body
  return new Request(url, { method: 'POST', headers: sent, body: JSON.stringify(whole) })
}

async function endSession({ db }: StaffDeps, sessionId: string): Promise<void> {
  await db.deleteFrom('authSession').where('id', '=', sessionId).execute()
}

/**
 * A session's token is in its cookie, where no script can read it, and nowhere else. Of a clinic that was chosen
 * better-auth tells everything, its team too: nobody asked.
 */
async function withoutToken(response: Response, path: string): Promise<Response> {
  const body = parsed(await response.text())
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  const { token: _token, ...rest } = body
  const told = response.ok && path === '/organization/set-active' ? {} : rest
  headers.set('content-type', 'application/json; charset=utf-8')
  return new Response(JSON.stringify(told), { status: response.status, headers })
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  const body: unknown = text === '' ? {} : JSON.parse(text)
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

function refusedWith({ status, code, message }: Refusal): Response {
  return said(status, code, message)
}

function said(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status })
}
