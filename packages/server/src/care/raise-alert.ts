import { type TriageAnswer, urgencyOf } from '@afterglow/engine'
import type { Call } from '../http/route.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { timestampOf } from '../store/database.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { queueStaffMail } from '../deliver/staff-mail.ts'
import { queueWebhooks } from '../deliver/outbound.ts'

/** From here on a check-in goes into the clinic's inbox. */
const CLINIC = urgencyOf('contact-clinic')
/** From here on the clinic is told at once, and again until somebody has acknowledged it. */
const URGENT = urgencyOf('urgent')

const MINUTE_MS = 60_000

/** Puts a check-in that somebody has to see into the inbox, and sees to it that somebody is told where it is urgent. */
export async function raiseAlert(
  call: Call,
  {
    record,
    eventId,
    answer,
  }: {
    readonly record: PatientRecord
    readonly eventId: string
    readonly answer: Pick<TriageAnswer, 'disposition'>
  },
): Promise<void> {
  const urgency = urgencyOf(answer.disposition)
  if (urgency < CLINIC) return
  const { trx, deps, clinicId, at } = call
  const alertId = deps.createId()
  await trx
    .insertInto('alert')
    .values({
      clinicId,
      alertId,
      patientId: record.patientId,
      eventId,
      disposition: answer.disposition,
      urgency,
      raisedAt: timestampOf(at),
    })
    .execute()
  if (urgency < URGENT) return
  const clinic = await readClinic(trx, clinicId)
  await queueStaffMail(call, {
    kind: 'urgent-check-in',
    clinic,
    alertId,
    to: clinic.settings.alertEmails,
  })
  await queueWebhooks(call, {
    type: 'check-in.urgent',
    patientId: record.patientId,
    data: { alertId, checkInId: eventId, disposition: answer.disposition },
  })
  call.enqueue({
    id: deps.createId(),
    job: { queue: 'escalate', data: { clinicId, alertId } },
    startAfter: at + clinic.settings.acknowledgeWithinMin * MINUTE_MS,
  })
}
