import { takeRate } from './rate-limit.ts'
import { PASSWORD_FAULTS, passwordFault } from './staff-password.ts'
import type { StaffRoute } from './staff-routes.ts'
import { factorsOf, FRESH_MS, membershipsOf, type OpenSession } from './staff-session.ts'
import type { StaffDeps } from './staff-tables.ts'
import { cookieOf, tokenHashText } from './staff-token.ts'

/** Why a request goes no further, as the answer says it. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 429
  readonly code: string
  readonly message: string
}

/** A request that is on the list, with its body read. */
export interface Visit {
  readonly path: string
  readonly route: StaffRoute
  readonly body: Readonly<Record<string, unknown>>
  readonly headers: Headers
  readonly address: string
  readonly session: OpenSession | null
}

export const TRY_WINDOW_MS = 15 * 60_000
export const TRIES_PER_ACCOUNT = 10
const TRIES_PER_ADDRESS = 30
const QUESTIONS_PER_ADDRESS = 120

/** Asked before better-auth is: may whoever this is call this route now, and may they call it so often. */
export async function refusalOf(deps: StaffDeps, visit: Visit): Promise<Refusal | null> {
  const barred = await barOf(deps, visit)
  if (barred !== null) return barred
  if (visit.route.method === 'GET' || visit.path === '/sign-out') return null
  if (!(await withinRates(deps, visit))) return TOO_MANY
  return weakPassword(deps, visit)
}

const TOO_MANY: Refusal = {
  status: 429,
  code: 'TOO_MANY_TRIES',
  message: 'Too many tries. Wait 15 minutes and try again.',
}
const SIGN_IN: Refusal = { status: 401, code: 'NOT_SIGNED_IN', message: 'Sign in first.' }
const SECOND_FACTOR: Refusal = {
  status: 403,
  code: 'SECOND_FACTOR_REQUIRED',
  message: 'Show a second factor first.',
}
const STALE: Refusal = {
  status: 403,
  code: 'FRESH_SIGN_IN_REQUIRED',
  message: 'Sign in again to do this.',
}

async function barOf(deps: StaffDeps, { route, session }: Visit): Promise<Refusal | null> {
  const { guard } = route
  if (guard === 'open' || (guard === 'enrol-or-open' && session === null)) return null
  if (session === null) return SIGN_IN
  const shownAt = session.secondFactorAt
  if (shownAt === null) {
    const mayEnrol = guard === 'enrol' || guard === 'enrol-or-open'
    const has = await factorsOf(deps, session.userId)
    return mayEnrol && has.length === 0 ? null : SECOND_FACTOR
  }
  return guard === 'fresh' && deps.now() - shownAt >= FRESH_MS ? STALE : null
}

/** Unknown accounts count as known ones do: the answer tells nobody which is which. */
async function withinRates({ db, now }: StaffDeps, visit: Visit): Promise<boolean> {
  const at = now()
  const take = (key: string, limit: number) =>
    takeRate(db, { key: `staff:${key}`, limit, windowMs: TRY_WINDOW_MS, at })
  const { counted, asks } = visit.route
  if (asks) return take(`asks:${visit.address}`, QUESTIONS_PER_ADDRESS)
  // A whole team signs in from one address: what a full session does there is nobody's try.
  const full = visit.session !== null && visit.session.secondFactorAt !== null
  if (!full && !(await take(`address:${visit.address}`, TRIES_PER_ADDRESS))) return false
  if (counted === undefined) return true
  const account = tokenHashText(accountOf(visit))
  return take(`account:${account}`, TRIES_PER_ACCOUNT)
}

/** Whose tries these are: the session's person, else the address typed, else the sign-in that waits for its code. */
function accountOf({ session, body, headers }: Visit): string {
  const email = session?.email ?? body['email']
  if (typeof email === 'string') return email.toLowerCase()
  return waitingSignIn(headers)
}

function waitingSignIn(headers: Headers): string {
  const names = ['__Host-afterglow.two_factor', 'afterglow.two_factor']
  return names.map((name) => cookieOf(headers, name)).find((value) => value !== null) ?? 'nobody'
}

async function weakPassword(
  deps: StaffDeps,
  { body: { newPassword }, session }: Visit,
): Promise<Refusal | null> {
  if (typeof newPassword !== 'string') return null
  const owner = session === null ? null : await ownerOf(deps, session.userId)
  const fault = passwordFault(newPassword, owner ?? { email: '', names: [] })
  if (fault === null) return null
  return { status: 400, code: `PASSWORD_${fault}`, message: PASSWORD_FAULTS[fault] }
}

async function ownerOf(deps: StaffDeps, userId: string) {
  const user = await deps.db
    .selectFrom('authUser')
    .where('id', '=', userId)
    .select(['name', 'email'])
    .executeTakeFirst()
  if (user === undefined) return null
  const clinics = await membershipsOf(deps, userId)
  return { email: user.email, names: [user.name, ...clinics.map((one) => one.clinicName)] }
}
