import { derivedId } from '../derived-id.ts'
import type { Clinic } from '../store/clinic-settings.ts'
import { queueDelivery, type Sending } from './queue-delivery.ts'

/** What staff are told by e-mail about an alert: that there is one, and where it is. Nobody's name, nothing of the skin. */
export interface StaffMail {
  readonly kind: 'urgent-check-in' | 'escalation'
  readonly clinic: Clinic
  readonly alertId: string
  readonly to: readonly string[]
}

export async function queueStaffMail(
  sending: Sending,
  { kind, clinic, alertId, to }: StaffMail,
): Promise<void> {
  for (const address of new Set(to)) {
    await queueDelivery(sending, {
      deliveryId: derivedId(sending.clinicId, kind, alertId, address),
      record: null,
      kind,
      channel: 'email',
      dueAt: sending.at,
      expiresAt: null,
      reminder: { alertId },
      content: {
        to: address,
        locale: clinic.locale,
        values: { link: `${sending.deps.baseUrl}/#/inbox/${alertId}` },
      },
    })
  }
}
