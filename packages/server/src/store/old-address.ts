import type { Deps } from '../deps.ts'
import { derivedId } from '../derived-id.ts'
import { timestampOf, type Trx } from './database.ts'
import type { Identity } from './patient-record.ts'

interface Moved {
  readonly clinicId: string
  readonly patientId: string
  readonly before: Identity
  readonly after: Identity
}

/**
 * An address that is no longer a patient's may be somebody else's: an invitation that waits for it is dropped, and no link
 * that was sent there opens the plan. Everything else takes its address from the record when it is sent.
 */
export async function leaveOldAddress(
  trx: Trx,
  { now }: Pick<Deps, 'now'>,
  moved: Moved,
): Promise<void> {
  const channels = channelsLeft(moved)
  if (channels.length === 0) return
  const { clinicId, patientId } = moved
  const at = timestampOf(now())
  await trx
    .updateTable('delivery')
    .set({ state: 'dropped', reason: ADDRESS_CHANGED, settledAt: at, sealed: null })
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('channel', 'in', channels)
    .where('kind', '=', 'invitation')
    .where('state', 'in', ['queued', 'dead'])
    .execute()
  const sent = await openInvitationsBy(trx, moved, channels)
  if (sent.length === 0) return
  await trx
    .updateTable('invitation')
    .set({ revokedAt: at })
    .where('clinicId', '=', clinicId)
    .where('invitationId', 'in', sent)
    .execute()
}

/** Why an invitation was not sent. */
export const ADDRESS_CHANGED = 'address-changed'

function channelsLeft({ before, after }: Moved): readonly ('email' | 'sms')[] {
  return [
    ...(isLeft(before.email, after.email) ? (['email'] as const) : []),
    ...(isLeft(before.phone, after.phone) ? (['sms'] as const) : []),
  ]
}

function isLeft(old: string | null, now: string | null): boolean {
  return old !== null && !isSameAddress(old, now)
}

export function isSameAddress(one: string, other: string | null): boolean {
  return one.trim().toLowerCase() === other?.trim().toLowerCase()
}

/** Those that nobody has used yet, by what their deliveries went by; one that was only shown went to no address. */
async function openInvitationsBy(
  trx: Trx,
  { clinicId, patientId }: Moved,
  channels: readonly string[],
): Promise<readonly string[]> {
  const open = await trx
    .selectFrom('invitation')
    .select('invitationId')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('redeemedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
  const byDelivery = new Map(
    open.map(({ invitationId }) => [derivedId(clinicId, 'invitation', invitationId), invitationId]),
  )
  if (byDelivery.size === 0) return []
  const rows = await trx
    .selectFrom('delivery')
    .select('deliveryId')
    .where('clinicId', '=', clinicId)
    .where('deliveryId', 'in', [...byDelivery.keys()])
    .where('channel', 'in', channels)
    .execute()
  return rows.flatMap(({ deliveryId }) => byDelivery.get(deliveryId) ?? [])
}
