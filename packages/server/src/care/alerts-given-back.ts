import type { Disposition } from '@afterglow/engine'
import type { Sending } from '../deliver/queue-delivery.ts'
import { raiseFurther } from './raise-alert.ts'

/**
 * Puts the open alerts of somebody who can see to them no longer back among those that nobody has, as if each was raised
 * now; answers how many there were.
 */
export async function giveBackAlerts(sending: Sending, ownerId: string): Promise<number> {
  const { trx, clinicId } = sending
  const theirs = await trx
    .updateTable('alert')
    .set({ ownerId: null })
    .where('clinicId', '=', clinicId)
    .where('ownerId', '=', ownerId)
    .where('resolvedAt', 'is', null)
    .returning(['alertId', 'patientId', 'eventId', 'disposition'])
    .execute()
  for (const { alertId, patientId, eventId, disposition } of theirs) {
    // Written from an answer of the triage.
    const answer = { disposition: disposition as Disposition }
    await raiseFurther(sending, alertId, { record: { patientId }, eventId, answer })
  }
  return theirs.length
}
