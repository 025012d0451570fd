import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { inScope, timestampOf, type Trx } from '../store/database.ts'
import type { DeliveryPlace, DeliveryRow } from './delivery-row.ts'
import type { Outgoing, Sent } from './outgoing.ts'
import { suppress } from './suppression.ts'

type State = DeliveryRow['state']

export interface Settlement {
  readonly state: State
  readonly reason: string | null
  readonly providerId?: string | null
}

/**
 * Writes what became of an attempt; the first that settles a delivery is what holds. What it said is kept only where
 * somebody may want to try again.
 */
export async function settle(
  trx: Trx,
  { now }: Pick<Deps, 'now'>,
  { place, settlement }: { readonly place: DeliveryPlace; readonly settlement: Settlement },
): Promise<void> {
  const { state, reason, providerId = null } = settlement
  const isOver = state !== 'queued'
  await trx
    .updateTable('delivery')
    .set({
      state,
      reason,
      providerId,
      attempts: sql<number>`attempts + 1`,
      settledAt: isOver ? timestampOf(now()) : null,
      ...(isOver && state !== 'dead' && { sealed: null }),
    })
    .where('clinicId', '=', place.clinicId)
    .where('deliveryId', '=', place.deliveryId)
    .where('state', '=', 'queued')
    .execute()
}

/** After it was sent: the settlement, and no more to an address that is no longer there. */
export async function settleSent(
  deps: Deps,
  {
    place,
    outgoing,
    sent,
    settlement,
  }: {
    readonly place: DeliveryPlace
    readonly outgoing: Outgoing
    readonly sent: Sent
    readonly settlement: Settlement
  },
): Promise<void> {
  const { clinicId } = place
  await inScope(deps.db, { clinicId }, async (trx) => {
    await settle(trx, deps, { place, settlement })
    if (sent.endedSubscriptions.length > 0) {
      await trx
        .deleteFrom('pushSubscription')
        .where('clinicId', '=', clinicId)
        .where('subscriptionId', 'in', [...sent.endedSubscriptions])
        .execute()
    }
    if (sent.result.kind === 'gone')
      await giveUp(trx, deps, { place, outgoing, reason: sent.result.reason })
  })
}

interface GivenUp {
  readonly place: DeliveryPlace
  readonly outgoing: Outgoing
  readonly reason: string
}

/** No more goes where the other side said that there is nobody. */
async function giveUp(
  trx: Trx,
  deps: Deps,
  { place: { clinicId }, outgoing, reason }: GivenUp,
): Promise<void> {
  switch (outgoing.channel) {
    case 'email':
    case 'sms': {
      const { channel } = outgoing
      const address = outgoing.channel === 'email' ? outgoing.mail.to : outgoing.sms.to
      return suppress(trx, deps, { clinicId, channel, address, reason })
    }
    case 'push':
      return
    case 'webhook':
      await trx
        .updateTable('webhookEndpoint')
        .set({ endedAt: timestampOf(deps.now()) })
        .where('clinicId', '=', clinicId)
        .where('endpointId', '=', outgoing.endpointId)
        .where('endedAt', 'is', null)
        .execute()
  }
}
