import { read, type Reply, send } from './request.ts'

/** What a password opened: the console, or the question for the second factor. */
export interface PasswordAnswer {
  /** True: a second factor is asked for, by one of these. */
  readonly twoFactorRedirect?: boolean
  readonly twoFactorMethods?: readonly string[]
}

export function signInWithPassword(
  email: string,
  password: string,
): Promise<Reply<PasswordAnswer>> {
  return send({ method: 'POST', path: '/auth/sign-in/email', body: { email, password } })
}

/** The six digits of an authenticator app: to sign in, or to finish setting the app up. */
export function verifyTotp(code: string): Promise<Reply<unknown>> {
  return send({ method: 'POST', path: '/auth/two-factor/verify-totp', body: { code } })
}

/** One of the codes that were to be kept; each is good once. */
export function verifyRecoveryCode(code: string): Promise<Reply<unknown>> {
  return send({ method: 'POST', path: '/auth/two-factor/verify-backup-code', body: { code } })
}

export interface TotpSetUp {
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

export function setUpTotp(password: string): Promise<Reply<TotpSetUp>> {
  return send({ method: 'POST', path: '/auth/two-factor/enable', body: { password } })
}

export function removeTotp(password: string): Promise<Reply<unknown>> {
  return send({ method: 'POST', path: '/auth/two-factor/disable', body: { password } })
}

/** New recovery codes; those before are no longer good. */
export function newRecoveryCodes(
  password: string,
): Promise<Reply<{ readonly backupCodes: readonly string[] }>> {
  const path = '/auth/two-factor/generate-backup-codes'
  return send({ method: 'POST', path, body: { password } })
}

/** Ends every other session too. */
export function changePassword(
  currentPassword: string,
  newPassword: string,
): Promise<Reply<unknown>> {
  const body = { currentPassword, newPassword }
  return send({ method: 'POST', path: '/auth/change-password', body })
}

/** Works in this clinic from now on, in this browser. */
export function chooseClinic(clinicId: string): Promise<Reply<unknown>> {
  const body = { organizationId: clinicId }
  return send({ method: 'POST', path: '/auth/organization/set-active', body })
}

export interface Passkey {
  readonly passkeyId: string
  readonly name: string
  readonly createdAt: number
  readonly lastUsedAt: number | null
}

export async function readPasskeys(): Promise<readonly Passkey[]> {
  return (await read<{ readonly passkeys: readonly Passkey[] }>('/auth/passkey/list')).passkeys
}

export function removePasskey(passkeyId: string): Promise<Reply<unknown>> {
  return send({ method: 'POST', path: '/auth/passkey/remove', body: { passkeyId } })
}
