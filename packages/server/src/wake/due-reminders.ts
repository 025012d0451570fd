import { type Instant, type Reminder, remindersOf } from '@afterglow/engine'
import type { PatientCare } from '../care/patient-care.ts'
import { preferencesOf } from '../care/record-event.ts'
import { derivedId } from '../derived-id.ts'
import type { Reach } from '../deliver/reach.ts'
import type { NewDelivery } from '../deliver/queue-delivery.ts'
import type { Clinic } from '../store/clinic-settings.ts'

/** What fell due after `handledUntil`, up to and including `at`. */
export function fallenDue(
  { record, care, library }: PatientCare,
  clinic: Clinic,
  { handledUntil, at }: { readonly handledUntil: Instant; readonly at: Instant },
): readonly Reminder[] {
  if (care === null || record.state !== 'active') return []
  return remindersOf(library.planner, care.plan, {
    span: { from: handledUntil + 1, until: at + 1 },
    preferences: preferencesOf(record, clinic),
  })
}

/** One message for all that a person is to be told at one time: a digest is no other. */
export function deliveriesOf(
  { record }: Pick<PatientCare, 'record'>,
  { channel, to }: Reach,
  reminders: readonly Reminder[],
): readonly NewDelivery[] {
  const { clinicId, patientId, locale } = record
  const told = Map.groupBy(reminders, ({ dueAt }) => dueAt)
  return [...told].map(([dueAt, together]): NewDelivery => {
    // A group has at least the reminder that made it.
    const first = together[0] as Reminder
    const isDigest = together.length > 1
    return {
      deliveryId: derivedId(
        clinicId,
        patientId,
        isDigest ? `together-${dueAt}` : first.id,
        channel,
      ),
      record,
      kind: isDigest ? 'digest' : first.kind,
      channel,
      dueAt,
      expiresAt: Math.max(...together.map(({ expiresAt }) => expiresAt)),
      reminder: { reminders: together },
      content: { to, locale, values: {} },
    }
  })
}
