import { derivedId } from '../derived-id.ts'
import type { Deps } from '../deps.ts'
import { type Tries, TryAgain } from '../queue.ts'
import { inScope, type Trx } from '../store/database.ts'
import type { DeliveryResult } from './delivery-result.ts'
import { type DeliveryPlace, type DeliveryRow, openDelivery } from './delivery-row.ts'
import { type Outgoing, send } from './outgoing.ts'
import { type Prepared, prepareDelivery } from './prepare-delivery.ts'
import { settle, settleForGood, type Settlement, settleSent } from './settle-delivery.ts'

/** Nobody took it yet: the queue tries again, later each time. */
class NotAccepted extends TryAgain {
  override readonly name = 'NotAccepted'
}

/**
 * Sends one delivery: looked at in one transaction, sent outside any, settled in another. What was settled before is left
 * alone; between a provider's word and ours one message may go twice, under the same Message-ID.
 */
export async function handleDelivery(
  deps: Deps,
  place: DeliveryPlace,
  tries: Tries,
): Promise<void> {
  const ready = await made(deps, place, tries)
  if (ready === null) return
  const { row, outgoing } = ready
  const sent = await send(deps, outgoing)
  const settlement = settlementOf(sent.result, tries)
  await settleSent(deps, { row, outgoing, sent, settlement })
  count(deps, row, settlement.state === 'queued' ? 'retry' : settlement.state)
  if (sent.result.kind === 'retry' && !tries.last)
    throw new NotAccepted(sent.result.reason, sent.result.afterMs ?? null)
}

interface Ready {
  readonly row: DeliveryRow
  readonly outgoing: Outgoing
}

/** A record that cannot be read or worded is tried again like a provider that is away; at the last it is a dead letter. */
async function made(deps: Deps, place: DeliveryPlace, tries: Tries): Promise<Ready | null> {
  try {
    return await inScope(deps.db, place, (trx) => prepared(trx, deps, place))
  } catch (error) {
    if (!tries.last) throw error
    const reason = 'it could not be made ready to be sent; the log of the server says why'
    await inScope(deps.db, place, (trx) =>
      settle(trx, deps, { place, settlement: { state: 'dead', reason } }),
    )
    throw error
  }
}

async function prepared(trx: Trx, deps: Deps, place: DeliveryPlace): Promise<Ready | null> {
  const at = deps.now()
  const opened = await openDelivery(trx, deps, place)
  if (opened.kind === 'nothing') return null
  const { row } = opened.kind === 'closed' ? opened : opened.delivery
  const next: Prepared =
    opened.kind === 'closed'
      ? { kind: 'end', state: 'dropped', reason: opened.reason }
      : await prepareDelivery({ trx, deps, delivery: opened.delivery, at })
  switch (next.kind) {
    case 'send':
      return { row, outgoing: next.outgoing }
    case 'end': {
      const { state, reason } = next
      await settleForGood(trx, deps, { row, settlement: { state, reason } })
      count(deps, row, state)
      return null
    }
    case 'wait': {
      const { deliveryId } = place
      const id = derivedId(deliveryId, 'wait', next.until)
      const job = { queue: 'deliver', data: { ...place } } as const
      await deps.queue.send(trx, [{ id, job, startAfter: next.until }])
      return null
    }
  }
}

function settlementOf(result: DeliveryResult, { last }: Tries): Settlement {
  switch (result.kind) {
    case 'accepted':
      return { state: 'accepted', reason: null, providerId: result.providerId }
    case 'gone':
      return { state: 'gone', reason: result.reason }
    case 'refused':
      return { state: 'dead', reason: result.reason }
    case 'retry':
      return { state: last ? 'dead' : 'queued', reason: result.reason }
  }
}

function count({ metrics }: Deps, { channel }: DeliveryRow, outcome: string): void {
  metrics.deliveries.inc({ channel, outcome })
}
