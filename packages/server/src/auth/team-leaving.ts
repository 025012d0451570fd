import type { Instant } from '@afterglow/engine'
import { enterScope, leaveScope, timestampOf } from '../store/database.ts'
import type { StaffTrx } from './staff-tables.ts'

/** What ended with somebody's being an owner. */
export interface EndedWith {
  readonly invitations: number
  readonly apiKeys: number
}

/**
 * Ends the ways in that somebody made as an owner and may have kept: invitations that nobody has used, and API keys, whose
 * secret only they were shown. Who is an owner still makes new ones.
 */
export async function endMadeAsOwner(
  trx: StaffTrx,
  {
    clinicId,
    userId,
    at,
  }: { readonly clinicId: string; readonly userId: string; readonly at: Instant },
): Promise<EndedWith> {
  const invitations = await trx
    .updateTable('authInvitation')
    .set({ status: 'canceled' })
    .where('organizationId', '=', clinicId)
    .where('inviterId', '=', userId)
    .where('status', '=', 'pending')
    .returning('id')
    .execute()
  await enterScope(trx, { clinicId })
  const keys = await trx
    .updateTable('apiKey')
    .set({ endedAt: timestampOf(at) })
    .where('clinicId', '=', clinicId)
    .where('actorId', '=', userId)
    .where('endedAt', 'is', null)
    .returning('apiKeyId')
    .execute()
  await leaveScope(trx)
  return { invitations: invitations.length, apiKeys: keys.length }
}
