import type { Instant } from '@afterglow/engine'
import { ROLES, type Role } from '../http/principal.ts'
import { timestampOf } from '../store/database.ts'
import { cookieOf, signedValue } from './staff-token.ts'
import type { StaffDeps } from './staff-tables.ts'

export interface StaffSession {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly sessionId: string
  readonly clinicId: string
  readonly roles: readonly Role[]
  /** False: a password alone. It may set up a second factor and nothing else. */
  readonly secondFactor: boolean
}

/** A session as its cookie names it, before a clinic is looked at. */
export interface OpenSession {
  readonly sessionId: string
  readonly token: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly activeClinicId: string | null
  readonly secondFactorAt: Instant | null
}

export interface Membership {
  readonly clinicId: string
  readonly clinicName: string
  readonly roles: readonly Role[]
}

export interface SessionCookie {
  readonly name: string
  readonly secret: string
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** ASVS 7.3.1: a working day at a desk without a touch. */
export const IDLE_MS = 8 * HOUR_MS
/** ASVS 7.3.2: however much it is used. */
export const ABSOLUTE_MS = 7 * 24 * HOUR_MS
/** How long ago a sign-in may be where something asks for a fresh one. */
export const FRESH_MS = 15 * MINUTE_MS
/** Seen is written at most this often: not every read of a list is a write. */
const SEEN_EVERY_MS = MINUTE_MS

/** The session of a request, or null; one past its time is ended on the way. */
export async function openSession(
  deps: StaffDeps,
  headers: Headers,
  cookie: SessionCookie,
): Promise<OpenSession | null> {
  const token = sessionToken(headers, cookie)
  const row = token === null ? undefined : await sessionRow(deps, token)
  if (row === undefined) return null
  const at = deps.now()
  if (isOver(row, at)) {
    await deps.db.deleteFrom('authSession').where('id', '=', row.sessionId).execute()
    return null
  }
  if (at - (row.seenAt ?? row.createdAt) >= SEEN_EVERY_MS) await markSeen(deps, row.sessionId)
  return row
}

function sessionToken(headers: Headers, { name, secret }: SessionCookie): string | null {
  const value = cookieOf(headers, name)
  return value === null ? null : signedValue(value, secret)
}

interface Times {
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly seenAt: Instant | null
}

function isOver({ createdAt, expiresAt, seenAt }: Times, at: Instant): boolean {
  const idle = at - (seenAt ?? createdAt) >= IDLE_MS
  return idle || at >= createdAt + ABSOLUTE_MS || at >= expiresAt
}

function sessionRow({ db }: StaffDeps, token: string): Promise<(OpenSession & Times) | undefined> {
  return db
    .selectFrom('authSession as session')
    .innerJoin('authUser as user', 'user.id', 'session.userId')
    .where('session.token', '=', token)
    .select([
      'session.id as sessionId',
      'session.token',
      'session.userId',
      'session.activeOrganizationId as activeClinicId',
      'session.secondFactorAt',
      'session.seenAt',
      'session.createdAt',
      'session.expiresAt',
      'user.name',
      'user.email',
    ])
    .executeTakeFirst()
}

async function markSeen({ db, now }: StaffDeps, sessionId: string): Promise<void> {
  const seenAt = timestampOf(now())
  await db.updateTable('authSession').set({ seenAt }).where('id', '=', sessionId).execute()
}

/** Where somebody belongs now, the oldest first. */
export async function membershipsOf(
  { db }: StaffDeps,
  userId: string,
): Promise<readonly Membership[]> {
  const rows = await db
    .selectFrom('authMember as member')
    .innerJoin('authOrganization as clinic', 'clinic.id', 'member.organizationId')
    .where('member.userId', '=', userId)
    .select(['clinic.id as clinicId', 'clinic.name as clinicName', 'member.role'])
    .orderBy('member.createdAt')
    .execute()
  return rows.map(({ role, ...clinic }) => ({ ...clinic, roles: rolesOf(role) }))
}

/** As better-auth writes several: with commas. A word that is no role gives none. */
export function rolesOf(text: string): readonly Role[] {
  const words = text.split(',').map((word) => word.trim())
  return ROLES.filter((role) => words.includes(role))
}

/** The membership that a session works under: the clinic that it is open in, else the only one. */
export function activeMembership(
  session: OpenSession,
  memberships: readonly Membership[],
): Membership | null {
  const { activeClinicId } = session
  const active = memberships.find(({ clinicId }) => clinicId === activeClinicId)
  if (active !== undefined) return active
  return memberships.length === 1 ? (memberships[0] ?? null) : null
}

export function staffSession(open: OpenSession, { clinicId, roles }: Membership): StaffSession {
  const { userId, name, email, sessionId, secondFactorAt } = open
  return { userId, name, email, sessionId, clinicId, roles, secondFactor: secondFactorAt !== null }
}

/** What somebody has beside the password. A set-up that was not finished counts for nothing. */
export async function factorsOf(
  { db }: StaffDeps,
  userId: string,
): Promise<readonly ('totp' | 'passkey')[]> {
  const totp = await db
    .selectFrom('authTwoFactor')
    .where('userId', '=', userId)
    .where('verified', '=', true)
    .select('id')
    .executeTakeFirst()
  const passkey = await db
    .selectFrom('authPasskey')
    .where('userId', '=', userId)
    .select('id')
    .executeTakeFirst()
  return [...(totp ? (['totp'] as const) : []), ...(passkey ? (['passkey'] as const) : [])]
}

/** The session of `token` has shown two factors: the person's sessions that have not, end. */
export async function markSecondFactor(
  { db, now }: StaffDeps,
  { userId, token }: { readonly userId: string; readonly token: string },
): Promise<void> {
  const secondFactorAt = timestampOf(now())
  await db.updateTable('authSession').set({ secondFactorAt }).where('token', '=', token).execute()
  await db
    .deleteFrom('authSession')
    .where('userId', '=', userId)
    .where('secondFactorAt', 'is', null)
    .execute()
}
