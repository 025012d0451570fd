import { rolesOf } from '../auth/staff-session.ts'
import type { Clinic } from '../store/clinic-settings.ts'
import { asClinic, enterScope, leaveScope, type Trx } from '../store/database.ts'

/**
 * Whom of a clinic an urgent alert is told: the addresses that it named for that, each once; where it named none, its
 * clinicians and owners, so that a clinic which has set nothing up is told all the same.
 */
export async function recipientsOf(
  trx: Trx,
  clinic: Clinic,
  named: readonly string[],
): Promise<readonly string[]> {
  return named.length > 0 ? [...new Set(named)] : responsibleOf(trx, clinic)
}

/** The addresses of a clinic's clinicians and owners. */
export async function responsibleOf(trx: Trx, clinic: Clinic): Promise<readonly string[]> {
  const members = await membersOf(trx, clinic)
  return members.filter(({ role }) => isResponsible(role)).map(({ email }) => email)
}

/** Where one of the team is written to; undefined where nobody of it is this. */
export async function addressOfMember(
  trx: Trx,
  clinic: Clinic,
  userId: string,
): Promise<string | undefined> {
  const members = await membersOf(trx, clinic)
  return members.find((member) => member.userId === userId)?.email
}

/** Every address that a clinic writes to as one of its own: those that it named, and its team's. */
export async function staffAddressesOf(trx: Trx, clinic: Clinic): Promise<readonly string[]> {
  const { alertEmails, escalationEmails } = clinic.settings
  const members = await membersOf(trx, clinic)
  return [...new Set([...alertEmails, ...escalationEmails, ...members.map(({ email }) => email)])]
}

interface Member {
  readonly userId: string
  readonly role: string
  readonly email: string
}

function membersOf(trx: Trx, { clinicId }: Clinic): Promise<readonly Member[]> {
  return asClinic(trx, clinicId, async () => {
    await leaveScope(trx)
    const members = await trx
      .selectFrom('authMember as member')
      .innerJoin('authUser as user', 'user.id', 'member.userId')
      .select(['member.userId', 'member.role', 'user.email'])
      .where('member.organizationId', '=', clinicId)
      .orderBy('user.email')
      .execute()
    await enterScope(trx, { clinicId })
    return members
  })
}

function isResponsible(role: string): boolean {
  return rolesOf(role).some((one) => one === 'clinician' || one === 'owner')
}
