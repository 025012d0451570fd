import type { Role } from './account.ts'
import { readItems, type Reply, send } from './request.ts'

export interface Member {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly joinedAt: string
  readonly secondFactor: boolean
}

export interface TeamInvitation {
  readonly invitationId: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly expiresAt: string
}

/** The link is told this once. */
export interface SentInvitation extends TeamInvitation {
  readonly link: string
  /** False where the server sends no mail at all. */
  readonly isMailed: boolean
}

export function readTeam(): Promise<readonly Member[]> {
  return readItems<Member>('/v1/team')
}

export function readTeamInvitations(): Promise<readonly TeamInvitation[]> {
  const path = '/v1/team/invitations'
  return readItems<TeamInvitation>(path)
}

export function inviteToTeam(invitation: {
  readonly email: string
  readonly roles: readonly Role[]
}): Promise<Reply<SentInvitation>> {
  return send({ method: 'POST', path: '/v1/team/invitations', body: invitation })
}

export function withdrawTeamInvitation(invitationId: string): Promise<Reply<unknown>> {
  return send({ method: 'DELETE', path: `/v1/team/invitations/${invitationId}` })
}

export function changeRoles(userId: string, roles: readonly Role[]): Promise<Reply<unknown>> {
  return send({ method: 'PUT', path: `/v1/team/${userId}/roles`, body: { roles } })
}

export function removeMember(userId: string): Promise<Reply<unknown>> {
  return send({ method: 'DELETE', path: `/v1/team/${userId}` })
}

/** Only whether a link is good now: nothing else of it is told. */
export interface LinkState {
  readonly isOpen: boolean
}

/** Of an invitation, or of the operator's link for a new password. */
export function checkTeamLink(token: string): Promise<Reply<LinkState>> {
  return send({ method: 'POST', path: '/v1/team/accept/check', body: { token } })
}

export function checkSetUpLink(token: string): Promise<Reply<LinkState>> {
  return send({ method: 'POST', path: '/v1/setup/check', body: { token } })
}

export function joinTeam(joining: {
  readonly token: string
  readonly name: string
  readonly password: string
}): Promise<Reply<unknown>> {
  return send({ method: 'POST', path: '/v1/team/accept', body: joining })
}

/** By the operator's link; the name that somebody has stays. */
export function choosePassword(chosen: {
  readonly token: string
  readonly password: string
}): Promise<Reply<unknown>> {
  return send({ method: 'POST', path: '/v1/team/accept', body: chosen })
}

export interface NewClinic {
  readonly token: string
  readonly clinicName: string
  readonly zone: string
  readonly country: string
  readonly locale: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly alsoClinician: boolean
}

export function setUpClinic(clinic: NewClinic): Promise<Reply<unknown>> {
  return send({ method: 'POST', path: '/v1/setup', body: clinic })
}
