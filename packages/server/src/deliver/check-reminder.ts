import { afterQuietHours, type Instant, isStillDue, type Reminder } from '@afterglow/engine'
import { consentsOf, mayReach } from '../care/consents.ts'
import { type PatientCare, readCare, zoneOf } from '../care/patient-care.ts'
import { preferencesOf } from '../care/record-event.ts'
import type { Deps } from '../deps.ts'
import type { Clinic } from '../store/clinic-settings.ts'
import type { Trx } from '../store/database.ts'
import { CHANNELS, type PatientRecord } from '../store/patient-record.ts'
import type { OpenDelivery } from './delivery-row.ts'

/** What is left of a reminder at the instant when it would be sent. */
export type Check =
  | { readonly kind: 'send'; readonly reminders: readonly Reminder[] }
  | { readonly kind: 'drop'; readonly reason: string }
  /** It is night where the patient is now. */
  | { readonly kind: 'wait'; readonly until: Instant }

export interface Checking {
  readonly record: PatientRecord
  readonly clinic: Clinic
  readonly at: Instant
}

/**
 * Looks at the plan as it is now: hours may have gone by since it was queued, a session's end been corrected, a consent
 * withdrawn, a task done.
 */
export async function checkReminder(
  trx: Trx,
  deps: Pick<Deps, 'shelf'>,
  { delivery, record, clinic, at }: Checking & { readonly delivery: OpenDelivery },
): Promise<Check> {
  if (record.state !== 'active') return { kind: 'drop', reason: 'patient-merged' }
  const care = await readCare(trx, deps, { record })
  const { expiresAt } = delivery.row
  const channel = CHANNELS.find((one) => one === delivery.row.channel)
  if (channel === undefined || !mayReach(consentsOf(care.events), channel))
    return { kind: 'drop', reason: 'consent-withdrawn' }
  const reminders = stillDue(care, clinic, { reminders: delivery.reminders, at })
  if (reminders.length === 0) return { kind: 'drop', reason: 'no-longer-due' }
  const { quietHours } = preferencesOf(record, clinic)
  const until = afterQuietHours(at, quietHours, (instant) => zoneOf(care, instant))
  if (until <= at) return { kind: 'send', reminders }
  if (expiresAt !== null && until >= expiresAt) return { kind: 'drop', reason: 'expired' }
  return { kind: 'wait', until }
}

function stillDue(
  { care, record }: PatientCare,
  clinic: Clinic,
  { reminders, at }: { readonly reminders: readonly Reminder[]; readonly at: Instant },
): readonly Reminder[] {
  if (care === null) return []
  const { kinds } = preferencesOf(record, clinic)
  return reminders.filter((one) => kinds.includes(one.kind) && isStillDue(care.plan, one, at))
}
