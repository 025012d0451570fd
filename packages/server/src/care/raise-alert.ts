import { type TriageAnswer, urgencyOf } from '@afterglow/engine'
import type { Call } from '../http/route.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { timestampOf } from '../store/database.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { recipientsOf } from '../deliver/alert-recipients.ts'
import { queueStaffMail } from '../deliver/staff-mail.ts'
import { queueWebhooks } from '../deliver/outbound.ts'

/** From here on a check-in goes into the clinic's inbox. */
const CLINIC = urgencyOf('contact-clinic')
/** From here on the clinic is told at once, and again until somebody has acknowledged it. */
const URGENT = urgencyOf('urgent')

const MINUTE_MS = 60_000

export interface Raised {
  readonly record: PatientRecord
  /** The event that somebody has to see. */
  readonly eventId: string
  readonly answer: Pick<TriageAnswer, 'disposition'>
}

/** Puts what somebody has to see into the inbox, and sees to it that somebody is told where it is urgent. */
export async function raiseAlert(call: Call, { record, eventId, answer }: Raised): Promise<void> {
  const { disposition } = answer
  const urgency = urgencyOf(disposition)
  if (urgency < CLINIC) return
  const { trx, deps, clinicId, at } = call
  const { patientId } = record
  const alertId = deps.createId()
  const raisedAt = timestampOf(at)
  await trx
    .insertInto('alert')
    .values({ clinicId, alertId, patientId, eventId, disposition, urgency, raisedAt })
    .execute()
  if (urgency < URGENT) return
  const clinic = await readClinic(trx, clinicId)
  const { alertEmails, acknowledgeWithinMin } = clinic.settings
  const to = await recipientsOf(trx, clinic, alertEmails)
  if (to.length === 0) deps.log.error({ clinicId, code: 'nobody-to-tell' }, 'an alert is raised')
  await queueStaffMail(call, { clinic, alertId, round: 0, to })
  const data = { alertId, checkInId: eventId, disposition }
  await queueWebhooks(call, { type: 'check-in.urgent', patientId, data })
  call.enqueue({
    id: deps.createId(),
    job: { queue: 'escalate', data: { clinicId, alertId } },
    startAfter: at + acknowledgeWithinMin * MINUTE_MS,
  })
}
