import { randomUUID } from 'node:crypto'
import { errorAt, fail, type Instant, type Result, succeed } from '@afterglow/engine'
import type { Role } from '../http/principal.ts'
import { timestampOf, timeValue } from '../store/database.ts'
import { takeRate } from './rate-limit.ts'
import { TRIES_PER_ACCOUNT, TRY_WINDOW_MS } from './staff-gate.ts'
import {
  BAD_EMAIL,
  emailOf,
  insertMember,
  insertPerson,
  personIssues,
  setPassword,
} from './staff-owner.ts'
import { hashPassword, verifyPassword } from './staff-password.ts'
import { rolesOf } from './staff-session.ts'
import type { StaffDatabase, StaffDeps } from './staff-tables.ts'
import { newToken, tokenHash } from './staff-token.ts'

const INVITATION_MS = 72 * 3_600_000

export interface TeamInvitation {
  readonly invitationId: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly expiresAt: Instant
}

export interface NewInvitation {
  readonly clinicId: string
  readonly inviterId: string
  readonly email: string
  readonly roles: readonly Role[]
}

/** The token goes into a link's fragment and is kept as a hash: it cannot be shown again. */
export type SentInvitation = TeamInvitation & { readonly token: string }

/** Open for 72 hours and for one use; an older one to the same address no longer counts. */
export async function invite(
  deps: StaffDeps,
  { clinicId, inviterId, email: given, roles }: NewInvitation,
): Promise<Result<SentInvitation>> {
  const email = emailOf(given)
  if (email === null) return fail([BAD_EMAIL])
  if (roles.length === 0) return fail([NO_ROLE])
  const times = { at: deps.now(), lastsMs: INVITATION_MS }
  return deps.db.transaction().execute(async (trx) => {
    if (await isMember(trx, clinicId, email)) return fail([IS_MEMBER])
    return succeed(await addInvitation(trx, { clinicId, inviterId, email, roles, ...times }))
  })
}

/** An older one to the same address no longer counts. */
export async function addInvitation(
  trx: StaffDatabase,
  {
    clinicId,
    inviterId,
    email,
    roles,
    at,
    lastsMs,
  }: NewInvitation & { readonly at: Instant; readonly lastsMs: number },
): Promise<SentInvitation> {
  const [token, expiresAt] = [newToken(), at + lastsMs]
  const row = { id: randomUUID(), organizationId: clinicId, email, role: roles.join(',') }
  await cancelOpen(trx, clinicId, email)
  await trx
    .insertInto('authInvitation')
    .values({
      ...row,
      status: 'pending',
      inviterId,
      createdAt: timestampOf(at),
      expiresAt: timestampOf(expiresAt),
      tokenHash: tokenHash(token),
    })
    .execute()
  return { invitationId: row.id, email, roles, expiresAt, token }
}

export const NO_ROLE = errorAt('roles', 'required', 'A member of a team has at least one role.')
const IS_MEMBER = errorAt('email', 'duplicate', 'This person is in the team already.')

async function isMember(trx: StaffDatabase, clinicId: string, email: string): Promise<boolean> {
  const member = await trx
    .selectFrom('authMember as member')
    .innerJoin('authUser as user', 'user.id', 'member.userId')
    .where('member.organizationId', '=', clinicId)
    .where('user.email', '=', email)
    .select('member.id')
    .executeTakeFirst()
  return member !== undefined
}

async function cancelOpen(trx: StaffDatabase, clinicId: string, email: string): Promise<void> {
  await trx
    .updateTable('authInvitation')
    .set({ status: 'canceled' })
    .where('organizationId', '=', clinicId)
    .where('email', '=', email)
    .where('status', '=', 'pending')
    .execute()
}

export async function openInvitations(
  { db, now }: StaffDeps,
  clinicId: string,
): Promise<readonly TeamInvitation[]> {
  const rows = await db
    .selectFrom('authInvitation')
    .where('organizationId', '=', clinicId)
    .where('status', '=', 'pending')
    .where('expiresAt', '>', timeValue(now()))
    .select(['id as invitationId', 'email', 'role', 'expiresAt'])
    .orderBy('createdAt')
    .execute()
  return rows.map(({ role, ...rest }) => ({ ...rest, roles: rolesOf(role ?? '') }))
}

export async function withdrawInvitation(
  { db }: StaffDeps,
  { clinicId, invitationId }: { readonly clinicId: string; readonly invitationId: string },
): Promise<boolean> {
  return (await withdrawPending(db, clinicId, { column: 'id', value: invitationId })) > 0
}

interface Which {
  readonly column: 'id' | 'inviterId' | 'email'
  readonly value: string
}

/** Withdraws one of a clinic's invitations, or all that somebody sent, where nobody has used them; tells how many. */
export async function withdrawPending(
  db: StaffDeps['db'],
  clinicId: string,
  { column, value }: Which,
): Promise<number> {
  const withdrawn = await db
    .updateTable('authInvitation')
    .set({ status: 'canceled' })
    .where('organizationId', '=', clinicId)
    .where(column, '=', value)
    .where('status', '=', 'pending')
    .returning('id')
    .execute()
  return withdrawn.length
}

/** Whether an invitation may still be used, by whoever holds its token; who it is for is not told. */
export async function isInvitationOpen(deps: StaffDeps, token: string): Promise<boolean> {
  return (await findOpen(deps, token)) !== undefined
}

export interface AcceptedInvitation {
  readonly token: string
  /** Left out, somebody whom the server knows keeps the name that they have. */
  readonly name?: string | undefined
  /** A new one; of somebody who is on another clinic's team, the one that they have. */
  readonly password: string
}

export interface Joined {
  readonly userId: string
  readonly clinicId: string
}

/** A token that never was, is used, withdrawn or too old, and a wrong password of an old account: one answer for all. */
export async function acceptInvitation(
  deps: StaffDeps,
  accepted: AcceptedInvitation,
): Promise<Result<Joined>> {
  const invitation = await findOpen(deps, accepted.token)
  if (invitation === undefined) return fail([NOT_OPEN])
  const account = await accountOf(deps.db, invitation.email)
  if (account?.password) {
    if (!(await isTheirs(deps, account.userId, account.password, accepted.password)))
      return fail([NOT_OPEN])
    return join(deps, invitation, async () => account.userId)
  }
  if (account && !(await mayChoose(deps.db, account.userId, invitation))) return fail([NOT_OPEN])
  const name = accepted.name ?? account?.name ?? ''
  const person = { name, password: accepted.password, email: invitation.email }
  const issues = personIssues(person, invitation.clinicName)
  if (issues.length > 0) return fail(issues)
  const hash = await hashPassword(accepted.password)
  const at = timestampOf(deps.now())
  return join(deps, invitation, (trx) =>
    account === undefined
      ? insertPerson(trx, { ...person, hash, at })
      : renew(trx, { userId: account.userId, name, hash, at }),
  )
}

const NOT_OPEN = errorAt(
  'token',
  'not-found',
  'This invitation is no longer open. Ask for a new one.',
)

interface Invitation {
  readonly invitationId: string
  readonly clinicId: string
  readonly clinicName: string
  readonly email: string
  readonly role: string | null
}

/** Open as long as who sent it is an owner of the team. */
async function findOpen({ db, now }: StaffDeps, token: string): Promise<Invitation | undefined> {
  const found = await db
    .selectFrom('authInvitation as invitation')
    .innerJoin('authOrganization as clinic', 'clinic.id', 'invitation.organizationId')
    .innerJoin('authMember as inviter', (membership) =>
      membership
        .onRef('inviter.userId', '=', 'invitation.inviterId')
        .onRef('inviter.organizationId', '=', 'invitation.organizationId'),
    )
    .where('invitation.tokenHash', '=', tokenHash(token))
    .where('invitation.status', '=', 'pending')
    .where('invitation.expiresAt', '>', timeValue(now()))
    .select([
      'invitation.id as invitationId',
      'clinic.id as clinicId',
      'clinic.name as clinicName',
      'invitation.email',
      'invitation.role',
      'inviter.role as inviterRole',
    ])
    .executeTakeFirst()
  return found && rolesOf(found.inviterRole).includes('owner') ? found : undefined
}

function accountOf(db: StaffDatabase, email: string) {
  return db
    .selectFrom('authUser as user')
    .leftJoin('authAccount as account', 'account.userId', 'user.id')
    .where('user.email', '=', email)
    .select(['user.id as userId', 'user.name', 'account.password'])
    .executeTakeFirst()
}

/**
 * Whose password the operator took away chooses the next one by the operator's link, which is of a team that they are in: the
 * link that another clinic's owner has of its own invitation would be a way in as them.
 */
async function mayChoose(
  db: StaffDatabase,
  userId: string,
  { clinicId }: Pick<Invitation, 'clinicId'>,
): Promise<boolean> {
  const teams = await db
    .selectFrom('authMember')
    .where('userId', '=', userId)
    .select('organizationId')
    .execute()
  return teams.length === 0 || teams.some(({ organizationId }) => organizationId === clinicId)
}

async function isTheirs(
  { db, now }: StaffDeps,
  userId: string,
  ...[hash, password]: [hash: string, password: string]
): Promise<boolean> {
  const rate = { limit: TRIES_PER_ACCOUNT, windowMs: TRY_WINDOW_MS, at: now() }
  if (!(await takeRate(db, { ...rate, key: `staff:accept:${userId}` }))) return false
  return verifyPassword(hash, password)
}

/** Once: of two that accept at the same time, one finds the invitation open. */
function join(
  { db, now }: StaffDeps,
  { invitationId, clinicId, role }: Invitation,
  person: (trx: StaffDatabase) => Promise<string | null>,
): Promise<Result<Joined>> {
  return db.transaction().execute(async (trx) => {
    const taken = await trx
      .updateTable('authInvitation')
      .set({ status: 'accepted' })
      .where('id', '=', invitationId)
      .where('status', '=', 'pending')
      .returning('id')
      .executeTakeFirst()
    const userId = taken === undefined ? null : await person(trx)
    if (userId === null) return fail([NOT_OPEN])
    const roles = rolesOf(role ?? '')
    await insertMember(trx, { clinicId, userId, roles, at: timestampOf(now()) })
    return succeed({ userId, clinicId })
  })
}

/** Somebody whose old way in was taken away: when they left a team, or by the operator. */
async function renew(
  trx: StaffDatabase,
  { userId, name, hash, at }: { userId: string; name: string; hash: string; at: string },
): Promise<string> {
  await trx
    .updateTable('authUser')
    .set({ name: name.trim(), updatedAt: at })
    .where('id', '=', userId)
    .execute()
  await setPassword(trx, { userId, hash, at })
  return userId
}
