import { fail, type Instant, type Result, succeed } from '@afterglow/engine'
import type { Database } from '../store/database.ts'
import { endSignIns, NOBODY, personOf, writeOperatorLine } from './operator-reset.ts'
import { BAD_EMAIL, emailOf } from './staff-owner.ts'
import { type StaffDatabase, staffDatabase } from './staff-tables.ts'

/** What went of a member of staff. */
export interface FactorsReset {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly passkeys: number
  readonly sessions: number
}

/**
 * Takes from a member of staff whatever is a second factor of theirs: authenticator app, recovery codes, passkeys. Their
 * sessions and begun sign-ins end; the next sign-in with the password can do nothing but set up a new factor. The audit of
 * each of their clinics says so.
 */
export async function resetSecondFactor(
  { db, now }: { readonly db: Database; readonly now: () => Instant },
  address: string,
): Promise<Result<FactorsReset>> {
  const email = emailOf(address)
  if (email === null) return fail([BAD_EMAIL])
  return db.transaction().execute(async (trx) => {
    const staff = staffDatabase(trx)
    const person = await personOf(staff, email)
    const clinicIds = person === undefined ? [] : await clinicsOf(staff, person.userId)
    if (person === undefined || clinicIds.length === 0) return fail([NOBODY])
    const gone = await removeFactors(staff, person.userId)
    const { userId } = person
    const line = { at: now(), action: 'team.reset-second-factor', detail: { userId, ...gone } }
    for (const clinicId of clinicIds) await writeOperatorLine(trx, { clinicId, ...line })
    return succeed({ ...person, ...gone })
  })
}

async function clinicsOf(staff: StaffDatabase, userId: string): Promise<readonly string[]> {
  const rows = await staff
    .selectFrom('authMember')
    .where('userId', '=', userId)
    .select('organizationId')
    .orderBy('organizationId')
    .execute()
  return rows.map(({ organizationId }) => organizationId)
}

type Gone = Pick<FactorsReset, 'passkeys' | 'sessions'>

async function removeFactors(staff: StaffDatabase, userId: string): Promise<Gone> {
  await staff.deleteFrom('authTwoFactor').where('userId', '=', userId).execute()
  const passkeys = await staff.deleteFrom('authPasskey').where('userId', '=', userId).execute()
  const sessions = await endSignIns(staff, userId)
  await staff
    .updateTable('authUser')
    .set({ twoFactorEnabled: false })
    .where('id', '=', userId)
    .execute()
  return { passkeys: Number(passkeys[0]?.numDeletedRows ?? 0), sessions }
}
