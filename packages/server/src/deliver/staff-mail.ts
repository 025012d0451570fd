import type { Instant } from '@afterglow/engine'
import { consoleLink } from '../console-link.ts'
import { derivedId } from '../derived-id.ts'
import type { Clinic } from '../store/clinic-settings.ts'
import { queueDelivery, type Sending } from './queue-delivery.ts'

/** What staff are told by e-mail about an alert: that there is one, and where it is. Nobody's name, nothing of the skin. */
export interface StaffMail {
  readonly clinic: Clinic
  readonly alertId: string
  readonly raisedAt: Instant
  /** 0 when it is raised; from 1 on it is told again, because nobody has acknowledged it. */
  readonly round: number
  readonly to: readonly string[]
}

/** Each address is told once a round; answers how many were not told before. */
export async function queueStaffMail(
  sending: Sending,
  { clinic, alertId, raisedAt, round, to }: StaffMail,
): Promise<number> {
  let queued = 0
  for (const address of new Set(to)) {
    const isNew = await queueDelivery(sending, {
      deliveryId: staffMailId(sending.clinicId, { alertId, raisedAt, round, address }),
      record: null,
      kind: round === 0 ? 'urgent-check-in' : 'escalation',
      channel: 'email',
      dueAt: sending.at,
      expiresAt: null,
      reminder: { alertId, round },
      content: {
        to: address,
        locale: clinic.locale,
        values: { link: consoleLink(sending.deps.baseUrl, `inbox/${alertId}`) },
      },
    })
    if (isNew) queued += 1
  }
  return queued
}

/** Tells whoever an alert was handed to that it is theirs; once, of its revision. */
export async function queueHandOver(
  sending: Sending,
  { clinic, alertId, revision, to }: HandOver,
): Promise<void> {
  await queueDelivery(sending, {
    deliveryId: derivedId(sending.clinicId, 'handed-over', alertId, revision, to),
    record: null,
    kind: 'handed-over',
    channel: 'email',
    dueAt: sending.at,
    expiresAt: null,
    reminder: { alertId },
    content: {
      to,
      locale: clinic.locale,
      values: { link: consoleLink(sending.deps.baseUrl, `inbox/${alertId}`) },
    },
  })
}

interface HandOver extends Pick<StaffMail, 'clinic' | 'alertId'> {
  readonly revision: number
  readonly to: string
}

/** The delivery of one alert to one address in one round, since it was raised last. */
export function staffMailId(
  clinicId: string,
  {
    alertId,
    raisedAt,
    round,
    address,
  }: Pick<StaffMail, 'alertId' | 'raisedAt' | 'round'> & { readonly address: string },
): string {
  return round === 0
    ? derivedId(clinicId, 'urgent-check-in', alertId, raisedAt, address)
    : derivedId(clinicId, 'escalation', alertId, raisedAt, round, address)
}
