import { rolesOf } from '../auth/staff-session.ts'
import type { Clinic } from '../store/clinic-settings.ts'
import { asClinic, enterScope, leaveScope, type Trx } from '../store/database.ts'

/**
 * Whom of a clinic an urgent alert is told: the addresses that it named for that, each once; where it named none, its
 * clinicians and owners, so that a clinic which has set nothing up is told all the same.
 */
export async function recipientsOf(
  trx: Trx,
  { clinicId }: Clinic,
  named: readonly string[],
): Promise<readonly string[]> {
  if (named.length > 0) return [...new Set(named)]
  return asClinic(trx, clinicId, async () => {
    await leaveScope(trx)
    const members = await trx
      .selectFrom('authMember as member')
      .innerJoin('authUser as user', 'user.id', 'member.userId')
      .select(['member.role', 'user.email'])
      .where('member.organizationId', '=', clinicId)
      .orderBy('user.email')
      .execute()
    await enterScope(trx, { clinicId })
    return members.filter(({ role }) => isResponsible(role)).map(({ email }) => email)
  })
}

function isResponsible(role: string): boolean {
  return rolesOf(role).some((one) => one === 'clinician' || one === 'owner')
}
