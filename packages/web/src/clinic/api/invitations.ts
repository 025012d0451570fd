import { readItems, type Reply, send } from './request.ts'

export interface Invitation {
  readonly invitationId: string
  /** Shown this once: the server keeps only its hash. */
  readonly link: string
  readonly expiresAt: string
  readonly kind: 'patient' | 'caregiver'
  readonly sent: 'email' | 'sms' | 'none'
  /** Six digits that the clinic tells the person itself. */
  readonly code?: string
}

export interface Inviting {
  readonly kind?: 'patient' | 'caregiver'
  readonly send?: 'email' | 'sms' | 'none'
  readonly withCode?: boolean
}

/** Invites; what was sent before and not used is good no longer. */
export function invite(
  patientId: string,
  inviting: Inviting,
  key?: string,
): Promise<Reply<Invitation>> {
  const keyed = key === undefined ? {} : { key }
  return send({ method: 'POST', path: pathOf(patientId), body: inviting, ...keyed })
}

export interface InvitationState {
  readonly invitationId: string
  readonly kind: 'patient' | 'caregiver'
  readonly state: string
  readonly withCode: boolean
  readonly createdAt: string
  readonly expiresAt: string
  readonly redeemedAt: string | null
  readonly revokedAt: string | null
}

export function readInvitations(patientId: string): Promise<readonly InvitationState[]> {
  return readItems<InvitationState>(pathOf(patientId))
}

/** Withdraws it, and ends the sessions that it began. */
export function revokeInvitation(patientId: string, invitationId: string): Promise<Reply<null>> {
  return send({
    method: 'DELETE',
    path: `${pathOf(patientId)}/${encodeURIComponent(invitationId)}`,
  })
}

function pathOf(patientId: string): string {
  return `/v1/patients/${encodeURIComponent(patientId)}/invitations`
}
