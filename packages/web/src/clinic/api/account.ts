import { read, send, type Reply } from './request.ts'

export const ROLES = ['owner', 'clinician', 'front-desk', 'read-only'] as const
export type Role = (typeof ROLES)[number]

/** Who is signed in, where, and with how much. */
export interface StaffSession {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly sessionId: string
  readonly clinicId: string
  readonly roles: readonly Role[]
  /** False: a password alone; it may set up a second factor and nothing else. */
  readonly secondFactor: boolean
}

export interface Membership {
  readonly clinicId: string
  readonly clinicName: string
  readonly roles: readonly Role[]
}

export interface Account {
  /** Null where nobody is signed in, or no clinic is chosen yet. */
  readonly session: StaffSession | null
  readonly clinics: readonly Membership[]
}

export function readAccount(): Promise<Account> {
  return read<Account>('/auth/session')
}

/** Signs out of this browser. */
export function signOut(): Promise<Reply<unknown>> {
  return send({ method: 'POST', path: '/auth/sign-out', body: {} })
}
