import { errorAt, fail, type Instant, type Result, succeed } from '@afterglow/engine'
import type { Role } from '../http/principal.ts'
import { rolesOf } from './staff-session.ts'
import type { StaffDatabase, StaffDeps } from './staff-tables.ts'
import {
  type AcceptedInvitation,
  acceptInvitation,
  invite,
  isInvitationOpen,
  type Joined,
  type NewInvitation,
  NO_ROLE,
  openInvitations,
  type SentInvitation,
  type TeamInvitation,
  withdrawInvitation,
  withdrawPending,
} from './team-invitation.ts'
import { type EndedWith, endMadeAsOwner } from './team-leaving.ts'
import { endOtherSessions, endOwnSession, type OwnSession, ownSessions } from './team-sessions.ts'

interface TeamMember {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly joinedAt: Instant
  readonly secondFactor: boolean
}

interface Membership {
  readonly clinicId: string
  readonly userId: string
}

/** The people of a clinic. Who may call what is the routes' business: they know who asks. */
export interface Team {
  readonly members: (clinicId: string) => Promise<readonly TeamMember[]>
  readonly invitations: (clinicId: string) => Promise<readonly TeamInvitation[]>
  readonly invite: (invitation: NewInvitation) => Promise<Result<SentInvitation>>
  /** False where there is none that is open. */
  readonly withdraw: (invitation: {
    readonly clinicId: string
    readonly invitationId: string
  }) => Promise<boolean>
  readonly isOpen: (token: string) => Promise<boolean>
  readonly accept: (accepted: AcceptedInvitation) => Promise<Result<Joined>>
  /** Who is an owner no longer takes along what they made as one. */
  readonly changeRoles: (
    change: Membership & { readonly roles: readonly Role[] },
  ) => Promise<Result<EndedWith>>
  readonly remove: (member: Membership) => Promise<Result<EndedWith>>
  readonly sessions: (userId: string) => Promise<readonly OwnSession[]>
  readonly endSession: (session: {
    readonly userId: string
    readonly sessionId: string
  }) => Promise<boolean>
  /** All of somebody's sessions but the one that asks. */
  readonly endOtherSessions: (session: {
    readonly userId: string
    readonly sessionId: string
  }) => Promise<number>
}

export function createTeam(deps: StaffDeps): Team {
  return {
    members: (clinicId) => members(deps, clinicId),
    invitations: (clinicId) => openInvitations(deps, clinicId),
    invite: (invitation) => invite(deps, invitation),
    withdraw: (invitation) => withdrawInvitation(deps, invitation),
    isOpen: (token) => isInvitationOpen(deps, token),
    accept: (accepted) => acceptInvitation(deps, accepted),
    changeRoles: (change) => changeRoles(deps, change),
    remove: (member) => remove(deps, member),
    sessions: (userId) => ownSessions(deps, userId),
    endSession: (session) => endOwnSession(deps, session),
    endOtherSessions: (session) => endOtherSessions(deps, session),
  }
}

async function members({ db }: StaffDeps, clinicId: string): Promise<readonly TeamMember[]> {
  const rows = await db
    .selectFrom('authMember as member')
    .innerJoin('authUser as user', 'user.id', 'member.userId')
    .where('member.organizationId', '=', clinicId)
    .select((select) => [
      'user.id as userId',
      'user.name',
      'user.email',
      'user.twoFactorEnabled',
      'member.role',
      'member.createdAt as joinedAt',
      select
        .exists(
          select
            .selectFrom('authPasskey')
            .whereRef('authPasskey.userId', '=', 'user.id')
            .select('id'),
        )
        .as('hasPasskey'),
    ])
    .orderBy('member.createdAt')
    .orderBy('user.id')
    .execute()
  return rows.map(({ role, twoFactorEnabled, hasPasskey, ...person }) => ({
    ...person,
    roles: rolesOf(role),
    secondFactor: twoFactorEnabled === true || hasPasskey === true,
  }))
}

async function changeRoles(
  { db, now }: StaffDeps,
  { clinicId, userId, roles }: Membership & { readonly roles: readonly Role[] },
): Promise<Result<EndedWith>> {
  if (roles.length === 0) return fail([NO_ROLE])
  const staysOwner = roles.includes('owner')
  return db.transaction().execute(async (trx) => {
    const trouble = await troubleWith(trx, { clinicId, userId }, staysOwner)
    if (trouble !== null) return trouble
    await trx
      .updateTable('authMember')
      .set({ role: roles.join(',') })
      .where('organizationId', '=', clinicId)
      .where('userId', '=', userId)
      .execute()
    if (staysOwner) return succeed({ invitations: 0, apiKeys: 0 })
    return succeed(await endMadeAsOwner(trx, { clinicId, userId, at: now() }))
  })
}

/** At once: the sessions open in this clinic end, and all of them with the ways in where no clinic is left. */
async function remove(
  { db, now }: StaffDeps,
  { clinicId, userId }: Membership,
): Promise<Result<EndedWith>> {
  return db.transaction().execute(async (trx) => {
    const trouble = await troubleWith(trx, { clinicId, userId }, false)
    if (trouble !== null) return trouble
    await trx
      .deleteFrom('authMember')
      .where('organizationId', '=', clinicId)
      .where('userId', '=', userId)
      .execute()
    await trx
      .deleteFrom('authSession')
      .where('userId', '=', userId)
      .where('activeOrganizationId', '=', clinicId)
      .execute()
    await withoutClinic(trx, userId)
    await withdrawOwn(trx, { clinicId, userId })
    return succeed(await endMadeAsOwner(trx, { clinicId, userId, at: now() }))
  })
}

/** A link by which they were to choose a new password brings nobody back who was removed since. */
async function withdrawOwn(trx: StaffDatabase, { clinicId, userId }: Membership): Promise<void> {
  const { email } = await trx
    .selectFrom('authUser')
    .where('id', '=', userId)
    .select('email')
    .executeTakeFirstOrThrow()
  await withdrawPending(trx, clinicId, { column: 'email', value: email })
}

/** The name stays, for the records of what was done; nothing stays that signs in. */
async function withoutClinic(trx: StaffDatabase, userId: string): Promise<void> {
  const left = await trx
    .selectFrom('authMember')
    .where('userId', '=', userId)
    .select('id')
    .executeTakeFirst()
  if (left !== undefined) return
  for (const table of ['authSession', 'authAccount', 'authTwoFactor', 'authPasskey'] as const) {
    await trx.deleteFrom(table).where('userId', '=', userId).execute()
  }
  await trx
    .updateTable('authUser')
    .set({ twoFactorEnabled: false })
    .where('id', '=', userId)
    .execute()
}

const NOT_A_MEMBER = errorAt('userId', 'not-found', 'Nobody in this team is this.')
const LAST_OWNER = errorAt(
  'userId',
  'business-rule',
  'A clinic keeps at least one owner: make somebody else an owner first.',
)

/** Changes of one team wait for each other, or two owners could remove each other at the same time. */
async function troubleWith(
  trx: StaffDatabase,
  { clinicId, userId }: Membership,
  staysOwner: boolean,
): Promise<ReturnType<typeof fail> | null> {
  await trx
    .selectFrom('authOrganization')
    .where('id', '=', clinicId)
    .select('id')
    .forUpdate()
    .execute()
  const rows = await trx
    .selectFrom('authMember')
    .where('organizationId', '=', clinicId)
    .select(['userId', 'role'])
    .execute()
  const owners = rows.filter(({ role }) => rolesOf(role).includes('owner'))
  if (!rows.some((row) => row.userId === userId)) return fail([NOT_A_MEMBER])
  const isLast = owners.length === 1 && owners[0]?.userId === userId
  return isLast && !staysOwner ? fail([LAST_OWNER]) : null
}
