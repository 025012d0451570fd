import { fail, type Instant, type Result, succeed } from '@afterglow/engine'
import type { Database } from '../store/database.ts'
import { endSignIns, NOBODY, personOf, writeOperatorLine } from './operator-reset.ts'
import { BAD_EMAIL, emailOf } from './staff-owner.ts'
import { rolesOf } from './staff-session.ts'
import { type StaffDatabase, staffDatabase } from './staff-tables.ts'
import { addInvitation } from './team-invitation.ts'

const RESET_MS = 24 * 3_600_000

/** What went of a member of staff, and the secret of the link by which they choose a new password. */
export interface PasswordReset {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly sessions: number
  readonly token: string
  readonly expiresAt: Instant
}

/**
 * Takes the password of a member of staff away and ends their sessions. An invitation to a team that they are in, good once
 * and for 24 hours, lets them choose a new one; it changes nothing of what they may do. Their second factor stays and is
 * asked for at the next sign-in. The audit of each of their clinics says so.
 */
export async function resetPassword(
  { db, now }: { readonly db: Database; readonly now: () => Instant },
  address: string,
): Promise<Result<PasswordReset>> {
  const email = emailOf(address)
  if (email === null) return fail([BAD_EMAIL])
  return db.transaction().execute(async (trx) => {
    const staff = staffDatabase(trx)
    const person = await personOf(staff, email)
    const teams = person === undefined ? [] : await teamsOf(staff, person.userId)
    const [team] = teams
    if (person === undefined || team === undefined) return fail([NOBODY])
    const { userId } = person
    await staff.deleteFrom('authAccount').where('userId', '=', userId).execute()
    const sessions = await endSignIns(staff, userId)
    const at = now()
    const inviterId = await ownerOf(staff, team.clinicId)
    const sent = await addInvitation(staff, { ...team, email, inviterId, at, lastsMs: RESET_MS })
    const line = { at, action: 'team.reset-password', detail: { userId, sessions } }
    for (const { clinicId } of teams) await writeOperatorLine(trx, { clinicId, ...line })
    const { token, expiresAt } = sent
    return succeed({ ...person, sessions, token, expiresAt })
  })
}

async function teamsOf(staff: StaffDatabase, userId: string) {
  const rows = await staff
    .selectFrom('authMember')
    .where('userId', '=', userId)
    .select(['organizationId as clinicId', 'role'])
    .orderBy('organizationId')
    .execute()
  return rows.map(({ clinicId, role }) => ({ clinicId, roles: rolesOf(role) }))
}

/** An invitation is good as long as who sent it is an owner; a team always has one. */
async function ownerOf(staff: StaffDatabase, clinicId: string): Promise<string> {
  const rows = await staff
    .selectFrom('authMember')
    .where('organizationId', '=', clinicId)
    .select(['userId', 'role'])
    .orderBy('createdAt')
    .execute()
  const owner = rows.find(({ role }) => rolesOf(role).includes('owner'))
  if (owner === undefined) throw new Error(`clinic ${clinicId} has no owner`)
  return owner.userId
}
