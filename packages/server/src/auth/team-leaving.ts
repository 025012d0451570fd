import type { Instant } from '@afterglow/engine'
import { enterScope, leaveScope, timestampOf } from '../store/database.ts'
import type { StaffTrx } from './staff-tables.ts'
import { withdrawPending } from './team-invitation.ts'

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
  const sent = { column: 'inviterId', value: userId } as const
  const invitations = await withdrawPending(trx, clinicId, sent)
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
  return { invitations, apiKeys: keys.length }
}
