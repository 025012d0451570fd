import { read, type Reply, send } from './request.ts'

export const CONSENT_SCOPES = [
  'care',
  'email',
  'push',
  'sms',
  'photos-care',
  'photos-marketing',
] as const
export type ConsentScope = (typeof CONSENT_SCOPES)[number]

/** What a patient has agreed to, and every time that it was said. */
export interface ConsentState {
  readonly consents: Readonly<Record<ConsentScope, boolean>>
  readonly history: readonly {
    readonly eventId: string
    readonly scope: ConsentScope
    readonly given: boolean
    readonly noticeVersion: string
    readonly at: string
    readonly by: string
  }[]
}

export function readConsents(patientId: string): Promise<ConsentState> {
  return read<ConsentState>(`/v1/patients/${patientId}/consents`)
}

export interface ConsentForm {
  readonly given: boolean
  /** Of the notice that was read: `2026-11`. */
  readonly noticeVersion: string
}

export function writeConsent(
  patientId: string,
  scope: ConsentScope,
  form: ConsentForm,
): Promise<Reply<ConsentState>> {
  return send({ method: 'PUT', path: `/v1/patients/${patientId}/consents/${scope}`, body: form })
}
