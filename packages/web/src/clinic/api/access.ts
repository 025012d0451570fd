import type { Invitation, Inviting } from './invitations.ts'
import { readItems, type Reply, send } from './request.ts'

/** How a patient and those who care for them come in: by links, on devices, and to a calendar. */

/** Every session ends, and there is a new link. */
export function tellLostPhone(
  patientId: string,
  form: Pick<Inviting, 'send' | 'withCode'>,
  key: string,
): Promise<Reply<Invitation>> {
  return send({ method: 'POST', path: `/v1/patients/${patientId}/lost-phone`, body: form, key })
}

export interface PatientDevice {
  readonly sessionId: string
  readonly kind: 'patient' | 'caregiver'
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
}

export function readDevicesOf(patientId: string): Promise<readonly PatientDevice[]> {
  return readItems<PatientDevice>(`/v1/patients/${patientId}/sessions`)
}

export function endDevice(patientId: string, sessionId: string): Promise<Reply<null>> {
  return send({ method: 'DELETE', path: `/v1/patients/${patientId}/sessions/${sessionId}` })
}

export function withdrawCaregivers(patientId: string): Promise<Reply<null>> {
  return send({ method: 'DELETE', path: `/v1/patients/${patientId}/caregivers` })
}

export interface CalendarFeed {
  readonly feedId: string
  readonly detailed: boolean
  readonly createdAt: string
  readonly revokedAt: string | null
}

export function readCalendarsOf(patientId: string): Promise<readonly CalendarFeed[]> {
  return readItems<CalendarFeed>(`/v1/patients/${patientId}/calendar-feeds`)
}

/** Its address is shown this once. */
export function makeCalendar(
  patientId: string,
  detailed: boolean,
  key: string,
): Promise<Reply<{ readonly url: string }>> {
  const path = `/v1/patients/${patientId}/calendar-feeds`
  return send({ method: 'POST', path, body: { detailed }, key })
}

export function revokeCalendar(patientId: string, feedId: string): Promise<Reply<null>> {
  return send({ method: 'DELETE', path: `/v1/patients/${patientId}/calendar-feeds/${feedId}` })
}
