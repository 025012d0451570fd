import { randomUUID } from 'node:crypto'
import type { Instant } from '@afterglow/engine'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { deleteSessionCookie } from 'better-auth/cookies'
import { organization, twoFactor } from 'better-auth/plugins'
import type { Database } from '../store/database.ts'
import { relyingParty } from './passkey-ceremony.ts'
import { passkeyPlugin } from './passkey-plugin.ts'
import { takeRate } from './rate-limit.ts'
import { recoveryCodes } from './recovery-code.ts'
import {
  ABSOLUTE_MS,
  factorsOf,
  markSecondFactor,
  membershipsOf,
  type SessionCookie,
} from './staff-session.ts'
import {
  hashPassword,
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
  verifyPassword,
} from './staff-password.ts'
import { libraryDatabase, type StaffDeps } from './staff-tables.ts'
import { tokenHashText } from './staff-token.ts'

export interface StaffAuthOptions {
  readonly db: Database
  /** At least 32 characters: signs cookies, and encrypts TOTP secrets and recovery codes. */
  readonly secret: string
  readonly baseUrl: string
  readonly now: () => Instant
  /** True wherever the base URL is https. */
  readonly secureCookies: boolean
  readonly log: (event: StaffAuthEvent) => void
}

/** What a log keeps of staff sign-in: never a password, a code, a token or an e-mail address. */
export interface StaffAuthEvent {
  readonly action: string
  readonly outcome: 'done' | 'refused' | 'limited' | 'failed'
  readonly status: number
  readonly address: string
  readonly userId: string | null
}

export const AUTH_PATH = '/api/auth'
/** Written by our handler over whatever came in, so that a client cannot choose it. */
export const ADDRESS_HEADER = 'x-afterglow-address'

/** `__Host-`: this host alone, every path, never without TLS. A browser refuses such a cookie without TLS. */
function cookiePrefix(secureCookies: boolean): string {
  return secureCookies ? '__Host-afterglow' : 'afterglow'
}

export function sessionCookie({ secret, secureCookies }: StaffAuthOptions): SessionCookie {
  return { name: `${cookiePrefix(secureCookies)}.session_token`, secret }
}

export interface AuthLibrary {
  readonly handler: (request: Request) => Promise<Response>
}

export function createLibrary(options: StaffAuthOptions, deps: StaffDeps): AuthLibrary {
  const auth = betterAuth(libraryOptions(options, deps))
  return {
    handler: (request) => auth.handler(request),
  }
}

function libraryOptions(options: StaffAuthOptions, deps: StaffDeps): BetterAuthOptions {
  const { baseUrl, secret } = options
  const party = relyingParty(baseUrl)
  return {
    appName: party.name,
    baseURL: party.origin,
    basePath: AUTH_PATH,
    secret,
    trustedOrigins: [party.origin],
    // No transaction around several statements: our own reads in its hooks would wait for it on one connection.
    database: { db: libraryDatabase(options.db), type: 'postgres', transaction: false },
    ...TABLES,
    emailAndPassword: PASSWORDS,
    advanced: advanced(options.secureCookies),
    ...QUIET,
    databaseHooks: { session: { create: { before: (session) => inOnlyClinic(deps, session) } } },
    hooks: { after: afterSignIn(deps) },
    plugins: [
      organization({ allowUserToCreateOrganization: false, schema: ORGANIZATION_TABLES }),
      twoFactor({
        issuer: party.name,
        backupCodeOptions: {
          storeBackupCodes: 'encrypted',
          customBackupCodesGenerate: () => recoveryCodes(10),
        },
        schema: { twoFactor: { modelName: 'authTwoFactor' } },
      }),
      passkeyPlugin({ ...deps, party, cookie: sessionCookie(options) }),
    ],
  }
}

const QUIET = {
  // Our own counters are in the database and shared by all processes.
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
  // Its own way is to print the error, rows and all: ours goes to the server's one place for errors.
  onAPIError: { throw: true },
} as const

const TABLES = {
  user: { modelName: 'authUser' },
  account: { modelName: 'authAccount' },
  verification: { modelName: 'authVerification', storeIdentifier: 'hashed' },
  session: {
    modelName: 'authSession',
    expiresIn: ABSOLUTE_MS / 1000,
    disableSessionRefresh: true,
  },
} as const

const ORGANIZATION_TABLES = {
  organization: { modelName: 'authOrganization' },
  member: { modelName: 'authMember' },
  invitation: { modelName: 'authInvitation' },
} as const

const PASSWORDS = {
  enabled: true,
  disableSignUp: true,
  minPasswordLength: MIN_PASSWORD_LENGTH,
  maxPasswordLength: MAX_PASSWORD_LENGTH * 4,
  password: {
    hash: hashPassword,
    verify: ({ hash, password }: { hash: string; password: string }) =>
      verifyPassword(hash, password),
  },
} as const

function advanced(secureCookies: boolean): NonNullable<BetterAuthOptions['advanced']> {
  return {
    cookiePrefix: cookiePrefix(secureCookies),
    // Its own prefix is `__Secure-`; ours is stricter and in the name already.
    useSecureCookies: false,
    defaultCookieAttributes: {
      httpOnly: true,
      secure: secureCookies,
      sameSite: 'lax',
      path: '/',
    },
    ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    // 'uuid' would leave it to a column's default, and ours have none.
    database: { generateId: () => randomUUID() },
  }
}

/** A new session works in the clinic that it was opened for, else in the only one. Who has none gets no session. */
async function inOnlyClinic(deps: StaffDeps, session: Readonly<Record<string, unknown>>) {
  const clinics = await membershipsOf(deps, String(session['userId']))
  if (clinics.length === 0) return false
  if (typeof session['activeOrganizationId'] === 'string') return undefined
  const only = clinics.length === 1 ? clinics[0] : undefined
  return { data: { ...session, activeOrganizationId: only?.clinicId ?? null } }
}

/** After these a new session has shown two factors: here, or before on the session that it replaces (their guard saw it). */
const TWO_FACTORS_SHOWN = [
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/disable',
  '/change-password',
]

function afterSignIn(deps: StaffDeps) {
  return createAuthMiddleware(async (ctx) => {
    const opened = ctx.context.newSession
    if (!opened) return
    const { token, userId } = opened.session
    const end = async () => {
      deleteSessionCookie(ctx)
      await ctx.context.internalAdapter.deleteSession(token)
      ctx.context.setNewSession(null)
    }
    if (ctx.path === '/two-factor/verify-totp' && (await isReplay(deps, userId, ctx.body))) {
      await end()
      throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'Invalid code' })
    }
    if (TWO_FACTORS_SHOWN.includes(ctx.path)) await markSecondFactor(deps, { userId, token })
    if (ctx.path !== '/sign-in/email') return
    // With a passkey and no TOTP a password opens nothing: the passkey signs in by itself.
    const factors = await factorsOf(deps, userId)
    if (!factors.includes('passkey') || factors.includes('totp')) return
    await end()
    return ctx.json({ twoFactorRedirect: true, twoFactorMethods: ['passkey'] })
  })
}

/** A code holds for up to 90 seconds, and once (ASVS 6.5.1). */
async function isReplay(deps: StaffDeps, userId: string, body: unknown): Promise<boolean> {
  const { code } = body as { code: string }
  const key = `totp-used:${tokenHashText(`${userId}:${code}`)}`
  return !(await takeRate(deps.db, { key, limit: 1, windowMs: 120_000, at: deps.now() }))
}
