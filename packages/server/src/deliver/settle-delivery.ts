import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import type { QueuedJob } from '../queue.ts'
import { inScope, timestampOf, type Trx } from '../store/database.ts'
import type { DeliveryPlace, DeliveryRow } from './delivery-row.ts'
import type { Outgoing, Sent } from './outgoing.ts'
import { suppress } from './suppression.ts'
import { tellOthers } from './tell-others.ts'

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

/** The settlement, and where a mail to staff is given up, others of them are told. It is the last of its transaction. */
export async function settleForGood(
  trx: Trx,
  deps: Deps,
  { row, settlement }: { readonly row: DeliveryRow; readonly settlement: Settlement },
): Promise<void> {
  await settle(trx, deps, { place: row, settlement })
  const { state } = settlement
  if (state === 'queued' || state === 'accepted') return
  const jobs: QueuedJob[] = []
  const enqueue = (job: QueuedJob) => void jobs.push(job)
  await tellOthers({ trx, deps, clinicId: row.clinicId, at: deps.now(), enqueue }, row)
  await deps.queue.send(trx, jobs)
}

/** After it was sent: the settlement, and no more to an address that is no longer there. */
export async function settleSent(
  deps: Deps,
  {
    row,
    outgoing,
    sent,
    settlement,
  }: {
    readonly row: DeliveryRow
    readonly outgoing: Outgoing
    readonly sent: Sent
    readonly settlement: Settlement
  },
): Promise<void> {
  const { clinicId } = row
  await inScope(deps.db, { clinicId }, async (trx) => {
    if (sent.endedSubscriptions.length > 0) {
      await trx
        .deleteFrom('pushSubscription')
        .where('clinicId', '=', clinicId)
        .where('subscriptionId', 'in', [...sent.endedSubscriptions])
        .execute()
    }
    if (sent.result.kind === 'gone')
      await giveUp(trx, deps, { row, outgoing, reason: sent.result.reason })
    await settleForGood(trx, deps, { row, settlement })
  })
}

interface GivenUp {
  readonly row: DeliveryRow
  readonly outgoing: Outgoing
  readonly reason: string
}

/**
 * No more goes to a patient or a system where the other side said that there is nobody. To staff it does: a mailbox that
 * was full or moved for a day must not be silent when somebody is ill.
 */
async function giveUp(trx: Trx, deps: Deps, { row, outgoing, reason }: GivenUp): Promise<void> {
  const { clinicId, patientId } = row
  switch (outgoing.channel) {
    case 'email':
    case 'sms': {
      if (patientId === null) return
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
