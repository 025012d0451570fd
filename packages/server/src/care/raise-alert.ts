import { type TriageAnswer, urgencyOf } from '@afterglow/engine'
import { readClinic } from '../store/clinic-settings.ts'
import { timestampOf } from '../store/database.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { recipientsOf } from '../deliver/alert-recipients.ts'
import { escalation } from '../deliver/escalate.ts'
import type { Sending } from '../deliver/queue-delivery.ts'
import { queueStaffMail } from '../deliver/staff-mail.ts'
import { queueWebhooks } from '../deliver/outbound.ts'

/** From here on a check-in goes into the clinic's inbox. */
export const FOR_THE_CLINIC = urgencyOf('contact-clinic')
/** From here on the clinic is told at once, and again until somebody has acknowledged it. */
export const URGENT = urgencyOf('urgent')

const MINUTE_MS = 60_000

export interface Raised {
  readonly record: PatientRecord
  /** The event that somebody has to see. */
  readonly eventId: string
  readonly answer: Pick<TriageAnswer, 'disposition'>
}

/** Puts what somebody has to see into the inbox, and sees to it that somebody is told where it is urgent. */
export async function raiseAlert(sending: Sending, raised: Raised): Promise<void> {
  const { record, eventId, answer } = raised
  const { disposition } = answer
  const urgency = urgencyOf(disposition)
  if (urgency < FOR_THE_CLINIC) return
  const { trx, deps, clinicId, at } = sending
  const { patientId } = record
  const alertId = deps.createId()
  const raisedAt = timestampOf(at)
  await trx
    .insertInto('alert')
    .values({ clinicId, alertId, patientId, eventId, disposition, urgency, raisedAt })
    .execute()
  await tell(sending, alertId, raised)
}

/**
 * Raises an open alert to what it is judged as by now. It waits from now on, whoever had taken it for less; it stays theirs.
 */
export async function raiseFurther(
  sending: Sending,
  alertId: string,
  raised: Raised,
): Promise<void> {
  const { trx, clinicId, at } = sending
  const { disposition } = raised.answer
  await trx
    .updateTable('alert')
    .set(({ eb }) => ({
      disposition,
      urgency: urgencyOf(disposition),
      raisedAt: timestampOf(at),
      acknowledgedAt: null,
      acknowledgedBy: null,
      escalatedAt: null,
      revision: eb('revision', '+', 1),
    }))
    .where('clinicId', '=', clinicId)
    .where('alertId', '=', alertId)
    .execute()
  await tell(sending, alertId, raised)
}

async function tell(
  sending: Sending,
  alertId: string,
  { record: { patientId }, eventId, answer: { disposition } }: Raised,
): Promise<void> {
  if (urgencyOf(disposition) < URGENT) return
  const { trx, deps, clinicId, at, enqueue } = sending
  const clinic = await readClinic(trx, clinicId)
  const { alertEmails, acknowledgeWithinMin } = clinic.settings
  const to = await recipientsOf(trx, clinic, alertEmails)
  if (to.length === 0) deps.log.error({ clinicId, code: 'nobody-to-tell' }, 'an alert is raised')
  await queueStaffMail(sending, { clinic, alertId, raisedAt: at, round: 0, to })
  const data = { alertId, checkInId: eventId, disposition }
  await queueWebhooks(sending, { type: 'check-in.urgent', patientId, data })
  enqueue(escalation({ clinicId, alertId }, at + acknowledgeWithinMin * MINUTE_MS))
}
