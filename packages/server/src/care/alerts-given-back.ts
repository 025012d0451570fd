import { escalation } from '../deliver/escalate.ts'
import type { Sending } from '../deliver/queue-delivery.ts'
import { URGENT } from './raise-alert.ts'

/**
 * Puts the open alerts of somebody who can see to them no longer back among those that nobody has; of what is urgent more
 * people are told at once, as of any that waits too long. Answers how many there were.
 */
export async function giveBackAlerts(sending: Sending, ownerId: string): Promise<number> {
  const { trx, clinicId, at, enqueue } = sending
  const theirs = await trx
    .updateTable('alert')
    .set(({ eb }) => ({
      ownerId: null,
      acknowledgedAt: null,
      acknowledgedBy: null,
      escalatedAt: null,
      revision: eb('revision', '+', 1),
    }))
    .where('clinicId', '=', clinicId)
    .where('ownerId', '=', ownerId)
    .where('resolvedAt', 'is', null)
    .returning(['alertId', 'urgency'])
    .execute()
  for (const { alertId, urgency } of theirs)
    if (urgency >= URGENT) enqueue(escalation({ clinicId, alertId }, at))
  return theirs.length
}
