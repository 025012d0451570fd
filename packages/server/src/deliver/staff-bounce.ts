import { type Instant, urgencyOf } from '@afterglow/engine'
import { readClinic } from '../store/clinic-settings.ts'
import { timestampOf } from '../store/database.ts'
import { staffAddressesOf } from './alert-recipients.ts'
import { MOST_ROUNDS } from './alert-rounds.ts'
import type { Sending } from './queue-delivery.ts'
import { staffMailId } from './staff-mail.ts'
import { tellOthers } from './tell-others.ts'

/**
 * What a mail service says of an address after it took a mail. Where it is one of the clinic's own, it goes on being
 * written to, and what was mailed there of alerts that nobody has acknowledged counts as not delivered. False where it
 * is none of the clinic's own.
 */
export async function staffBounced(sending: Sending, address: string): Promise<boolean> {
  const { trx, clinicId } = sending
  const clinic = await readClinic(trx, clinicId)
  const own = (await staffAddressesOf(trx, clinic)).filter((one) => isSame(one, address))
  if (own.length === 0) return false
  for (const alert of await openAlerts(sending)) {
    await undeliver(sending, { ...alert, addresses: own })
  }
  return true
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** More than are ever open where somebody looks. */
const MOST_ALERTS = 200

function openAlerts({ trx, clinicId }: Sending): Promise<readonly RaisedAlert[]> {
  return trx
    .selectFrom('alert')
    .select(['alertId', 'raisedAt'])
    .where('clinicId', '=', clinicId)
    .where('acknowledgedAt', 'is', null)
    .where('resolvedAt', 'is', null)
    .where('urgency', '>=', urgencyOf('urgent'))
    .orderBy('raisedAt', 'desc')
    .limit(MOST_ALERTS)
    .execute()
}

interface RaisedAlert {
  readonly alertId: string
  readonly raisedAt: Instant
}

interface Bounced extends RaisedAlert {
  readonly addresses: readonly string[]
}

async function undeliver(
  sending: Sending,
  { alertId, raisedAt, addresses }: Bounced,
): Promise<void> {
  const { trx, clinicId, at } = sending
  const rounds = Array.from({ length: MOST_ROUNDS + 1 }, (_, round) => round)
  const ids = addresses.flatMap((address) =>
    rounds.map((round) => staffMailId(clinicId, { alertId, raisedAt, round, address })),
  )
  const row = await trx
    .updateTable('delivery')
    .set({ state: 'gone', reason: 'bounce', settledAt: timestampOf(at) })
    .where('clinicId', '=', clinicId)
    .where('deliveryId', 'in', ids)
    .where('state', '=', 'accepted')
    .returning(['clinicId', 'patientId', 'reminder'])
    .executeTakeFirst()
  if (row !== undefined) await tellOthers(sending, row)
}
