import { type Instant, type Reminder, remindersOf } from '@afterglow/engine'
import type { PatientCare } from '../care/patient-care.ts'
import { dueAfter, preferencesOf } from '../care/record-event.ts'
import { derivedId } from '../derived-id.ts'
import type { Reach } from '../deliver/reach.ts'
import type { NewDelivery } from '../deliver/queue-delivery.ts'
import type { Clinic } from '../store/clinic-settings.ts'

const DAY_MS = 86_400_000

/** What is to be told now, and when to look at the plan next; null for never. */
export interface FallenDue {
  readonly reminders: readonly Reminder[]
  readonly nextAt: Instant | null
}

/**
 * What fell due after `handledUntil`, up to and including `at`, and what is next. Most plans have something within a day,
 * so the engine is asked once for both.
 */
export function fallenDue(
  patient: PatientCare,
  clinic: Clinic,
  { handledUntil, at }: { readonly handledUntil: Instant; readonly at: Instant },
): FallenDue {
  const { record, care, library } = patient
  if (care === null || record.state !== 'active') return { reminders: [], nextAt: null }
  const soon = at + DAY_MS
  const found = remindersOf(library.planner, care.plan, {
    span: { from: handledUntil + 1, until: soon + 1 },
    preferences: preferencesOf(record, clinic),
  })
  const next = found.find(({ dueAt }) => dueAt > at)
  return {
    reminders: found.filter(({ dueAt }) => dueAt <= at),
    nextAt: next?.dueAt ?? dueAfter(patient, clinic, soon),
  }
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
