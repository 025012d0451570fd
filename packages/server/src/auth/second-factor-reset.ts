import { randomUUID } from 'node:crypto'
import { errorAt, fail, type Instant, type Result, succeed } from '@afterglow/engine'
import {
  type Database,
  enterScope,
  jsonOf,
  leaveScope,
  timestampOf,
  type Trx,
} from '../store/database.ts'
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
    const at = timestampOf(now())
    for (const clinicId of clinicIds) await writeLine(trx, { clinicId, at, userId, ...gone })
    return succeed({ ...person, ...gone })
  })
}

/** Held, so that nobody sets up a factor meanwhile. */
async function personOf(staff: StaffDatabase, email: string) {
  return staff
    .selectFrom('authUser')
    .where('email', '=', email)
    .select(['id as userId', 'name', 'email'])
    .forUpdate()
    .executeTakeFirst()
}

const NOBODY = errorAt('email', 'not-found', 'Nobody in any team signs in with this address.')

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
  const sessions = await staff.deleteFrom('authSession').where('userId', '=', userId).execute()
  // A sign-in that waits for its code names whose it is.
  await staff.deleteFrom('authVerification').where('value', 'like', `%${userId}%`).execute()
  await staff
    .updateTable('authUser')
    .set({ twoFactorEnabled: false })
    .where('id', '=', userId)
    .execute()
  const count = (deleted: typeof passkeys) => Number(deleted[0]?.numDeletedRows ?? 0)
  return { passkeys: count(passkeys), sessions: count(sessions) }
}

async function writeLine(
  trx: Trx,
  line: { readonly clinicId: string; readonly at: string; readonly userId: string } & Gone,
): Promise<void> {
  const { clinicId, at, userId, passkeys, sessions } = line
  await enterScope(trx, { clinicId })
  await trx
    .insertInto('audit')
    .values({
      clinicId,
      auditId: randomUUID(),
      at,
      actorKind: 'operator',
      actorId: null,
      action: 'team.reset-second-factor',
      patientId: null,
      outcome: 'done',
      requestId: null,
      detail: jsonOf({ userId, passkeys, sessions }),
    })
    .execute()
  await leaveScope(trx)
}
