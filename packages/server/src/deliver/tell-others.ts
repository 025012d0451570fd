import { readClinic } from '../store/clinic-settings.ts'
import { responsibleOf } from './alert-recipients.ts'
import { holdOpenAlert, lastRound } from './alert-rounds.ts'
import { alertIn, type DeliveryRow } from './delivery-row.ts'
import type { Sending } from './queue-delivery.ts'
import { queueStaffMail } from './staff-mail.ts'

/**
 * After a mail of an alert to staff was given up: where nobody of those who were told this time could be written to, the
 * clinic's clinicians and owners are told at once.
 */
export async function tellOthers(
  sending: Sending,
  row: Pick<DeliveryRow, 'clinicId' | 'patientId' | 'reminder'>,
): Promise<void> {
  const { clinicId, patientId, reminder } = row
  const alertId = patientId === null ? alertIn(reminder) : null
  if (alertId === null) return
  const { trx, deps } = sending
  const place = { clinicId, alertId }
  // Of two that are given up at one time, the later sees what became of the other.
  const open = await holdOpenAlert(trx, place)
  const told = open === null ? null : await lastRound(trx, place, open.raisedAt)
  if (open === null || told === null || told.taken > 0 || told.waiting > 0) return
  const clinic = await readClinic(trx, clinicId)
  const to = await responsibleOf(trx, clinic)
  const mail = { clinic, alertId, raisedAt: open.raisedAt, round: told.round, to }
  const queued = await queueStaffMail(sending, mail)
  if (queued === 0) deps.log.error({ ...place, code: 'nobody-was-told' }, 'an alert is open')
}
