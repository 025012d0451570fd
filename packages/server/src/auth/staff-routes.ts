import { z } from '@hono/zod-openapi'
import { PASSKEY_BODIES } from './passkey-plugin.ts'
import { asRecoveryCode } from './recovery-code.ts'
import { MAX_PASSWORD_LENGTH } from './staff-password.ts'

/**
 * Who may call a route. `open`: anybody. `enrol`: a session that has shown two factors, or whose person has none to show;
 * `enrol-or-open` the same where there is a session. `full`: a session that has shown two; `fresh`: a short time ago.
 */
type Guard = 'open' | 'enrol' | 'enrol-or-open' | 'full' | 'fresh'

export interface StaffRoute {
  readonly method: 'GET' | 'POST'
  readonly guard: Guard
  /** All that a body may hold: what better-auth takes beside it (trusted devices, redirects) is refused. */
  readonly body?: z.ZodType<Readonly<Record<string, unknown>>>
  /** Tries are counted for the person too, and not for the address alone. */
  readonly counted?: 'account'
  /** Hands out a challenge and tries nothing: counted apart. */
  readonly asks?: true
  /** A new session may come of it: the one that was sent ends. */
  readonly signsIn?: true
}

const password = z
  .string()
  .min(1)
  .max(MAX_PASSWORD_LENGTH * 4)
const email = z.string().trim().max(254)
const code = z.string().trim().min(6).max(20)

const post = { method: 'POST' } as const

/** Every path under /api/auth that is there; whatever else better-auth offers answers 404. */
export const STAFF_ROUTES: Readonly<Record<string, StaffRoute>> = {
  '/session': { method: 'GET', guard: 'open' },
  '/sign-in/email': {
    ...post,
    guard: 'open',
    body: z.strictObject({ email, password }),
    counted: 'account',
    signsIn: true,
  },
  '/sign-out': { ...post, guard: 'open', body: z.strictObject({}) },
  '/two-factor/enable': {
    ...post,
    guard: 'enrol',
    body: z.strictObject({ password }),
    counted: 'account',
  },
  '/two-factor/verify-totp': {
    ...post,
    guard: 'enrol-or-open',
    body: z.strictObject({ code }),
    counted: 'account',
    signsIn: true,
  },
  '/two-factor/verify-backup-code': {
    ...post,
    guard: 'open',
    body: z.strictObject({ code: code.transform(asRecoveryCode) }),
    signsIn: true,
  },
  '/two-factor/generate-backup-codes': {
    ...post,
    guard: 'full',
    body: z.strictObject({ password }),
    counted: 'account',
  },
  '/two-factor/disable': {
    ...post,
    guard: 'fresh',
    body: z.strictObject({ password }),
    counted: 'account',
  },
  '/change-password': {
    ...post,
    guard: 'full',
    body: z.strictObject({ currentPassword: password, newPassword: password }),
    counted: 'account',
  },
  '/organization/set-active': {
    ...post,
    guard: 'full',
    body: z.strictObject({ organizationId: z.uuid().toLowerCase() }),
  },
  '/passkey/register-options': { ...post, guard: 'enrol', body: PASSKEY_BODIES.empty, asks: true },
  '/passkey/register': { ...post, guard: 'enrol', body: PASSKEY_BODIES.register },
  '/passkey/sign-in-options': { ...post, guard: 'open', body: PASSKEY_BODIES.empty, asks: true },
  '/passkey/sign-in': { ...post, guard: 'open', body: PASSKEY_BODIES.signIn, signsIn: true },
  '/passkey/list': { method: 'GET', guard: 'full' },
  '/passkey/remove': { ...post, guard: 'fresh', body: PASSKEY_BODIES.remove },
}
