import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from '@hono/zod-openapi'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { CHALLENGE_MS } from './passkey-challenge.ts'
import {
  type RelyingParty,
  registrationOptions,
  signInOptions,
  verifiedRegistration,
  verifiedSignIn,
} from './passkey-ceremony.ts'
import { addPasskey, passkeysOf, removePasskey } from './passkey-store.ts'
import {
  markSecondFactor,
  membershipsOf,
  type OpenSession,
  openSession,
  type SessionCookie,
} from './staff-session.ts'
import type { StaffDeps } from './staff-tables.ts'
import { newToken } from './staff-token.ts'

interface PasskeyDeps extends StaffDeps {
  readonly party: RelyingParty
  readonly cookie: SessionCookie
}

/** What the browser sends; the WebAuthn library looks at every part of it. */
const responseSchema = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
  clientExtensionResults: z.looseObject({}),
})

export const PASSKEY_BODIES = {
  empty: z.strictObject({}),
  register: z.strictObject({ name: z.string().trim().min(1).max(60), response: responseSchema }),
  signIn: z.strictObject({ response: responseSchema, clinicId: z.uuid().toLowerCase().optional() }),
  remove: z.strictObject({ passkeyId: z.uuid().toLowerCase() }),
} as const

const POST = { method: 'POST', requireHeaders: true } as const
const CHALLENGE_COOKIE = 'passkey_challenge'
const CHALLENGE_AGE = { maxAge: CHALLENGE_MS / 1000 }

/** Passkeys for better-auth, over a WebAuthn library of its own. Who may call what is decided before it gets here. */
export function passkeyPlugin(deps: PasskeyDeps): BetterAuthPlugin {
  return {
    id: 'afterglow-passkey',
    endpoints: {
      passkeyRegisterOptions: registerOptions(deps),
      passkeyRegister: register(deps),
      passkeySignInOptions: signInOptionsEndpoint(deps),
      passkeySignIn: signIn(deps),
      passkeyList: list(deps),
      passkeyRemove: remove(deps),
    },
  }
}

function registerOptions(deps: PasskeyDeps) {
  return createAuthEndpoint(
    '/passkey/register-options',
    { ...POST, body: PASSKEY_BODIES.empty },
    async (ctx) => {
      const session = await signedIn(deps, ctx.headers)
      return ctx.json(await registrationOptions(deps, deps.party, session))
    },
  )
}

function register(deps: PasskeyDeps) {
  return createAuthEndpoint(
    '/passkey/register',
    { ...POST, body: PASSKEY_BODIES.register },
    async (ctx) => {
      const session = await signedIn(deps, ctx.headers)
      // The library checks the rest of the shape, and refuses what is not so.
      const response = ctx.body.response as unknown as RegistrationResponseJSON
      const credential = await verifiedRegistration(deps, deps.party, { session, response })
      const { userId } = session
      const { name } = ctx.body
      if (credential === null || !(await addPasskey(deps, { userId, name, credential })))
        throw refused('PASSKEY_NOT_REGISTERED', 'The passkey could not be set up. Try again.')
      // Whoever has shown a new factor gets a new token.
      const adapter = ctx.context.internalAdapter
      const user = await adapter.findUserById(userId)
      const kept = { activeOrganizationId: session.activeClinicId }
      const created = await adapter.createSession(userId, false, kept)
      if (user === null) throw refused('PASSKEY_NOT_REGISTERED', 'The account is gone.')
      await setSessionCookie(ctx, { session: created, user }, false)
      await markSecondFactor(deps, created)
      await adapter.deleteSession(session.token)
      return ctx.json({ passkeys: await passkeysOf(deps, userId) })
    },
  )
}

function signInOptionsEndpoint(deps: PasskeyDeps) {
  return createAuthEndpoint(
    '/passkey/sign-in-options',
    { ...POST, body: PASSKEY_BODIES.empty },
    async (ctx) => {
      const holder = newToken()
      const cookie = ctx.context.createAuthCookie(CHALLENGE_COOKIE, CHALLENGE_AGE)
      await ctx.setSignedCookie(cookie.name, holder, ctx.context.secret, cookie.attributes)
      return ctx.json(await signInOptions(deps, deps.party, holder))
    },
  )
}

function signIn(deps: PasskeyDeps) {
  return createAuthEndpoint(
    '/passkey/sign-in',
    { ...POST, body: PASSKEY_BODIES.signIn },
    async (ctx) => {
      const cookie = ctx.context.createAuthCookie(CHALLENGE_COOKIE, CHALLENGE_AGE)
      const holder = await ctx.getSignedCookie(cookie.name, ctx.context.secret)
      // As above: the library checks the rest of the shape.
      const response = ctx.body.response as unknown as AuthenticationResponseJSON
      const userId = holder ? await verifiedSignIn(deps, deps.party, { holder, response }) : null
      const user = userId === null ? null : await ctx.context.internalAdapter.findUserById(userId)
      if (user === null) throw notSignedIn()
      const clinics = await membershipsOf(deps, user.id)
      if (clinics.length === 0) throw notSignedIn()
      const asked = clinics.find(({ clinicId }) => clinicId === ctx.body.clinicId)
      const only = clinics.length === 1 ? clinics[0] : undefined
      const activeOrganizationId = (asked ?? only)?.clinicId ?? null
      const session = await ctx.context.internalAdapter.createSession(user.id, false, {
        activeOrganizationId,
      })
      await markSecondFactor(deps, session)
      await setSessionCookie(ctx, { session, user }, false)
      ctx.setCookie(cookie.name, '', { ...cookie.attributes, maxAge: 0 })
      return ctx.json({ clinics })
    },
  )
}

function list(deps: PasskeyDeps) {
  return createAuthEndpoint(
    '/passkey/list',
    { method: 'GET', requireHeaders: true },
    async (ctx) => {
      const { userId } = await signedIn(deps, ctx.headers)
      return ctx.json({ passkeys: await passkeysOf(deps, userId) })
    },
  )
}

function remove(deps: PasskeyDeps) {
  return createAuthEndpoint(
    '/passkey/remove',
    { ...POST, body: PASSKEY_BODIES.remove },
    async (ctx) => {
      const { userId } = await signedIn(deps, ctx.headers)
      const { passkeyId } = ctx.body
      const removal = await removePasskey(deps, { userId, passkeyId })
      if (removal === 'last-factor')
        throw refused('LAST_SECOND_FACTOR', 'Set up another second factor first.')
      if (removal === 'not-found')
        throw new APIError('NOT_FOUND', { code: 'NOT_FOUND', message: 'No such passkey.' })
      return ctx.json({ passkeys: await passkeysOf(deps, userId) })
    },
  )
}

async function signedIn(deps: PasskeyDeps, headers: Headers): Promise<OpenSession> {
  const session = await openSession(deps, headers, deps.cookie)
  if (session === null) throw notSignedIn()
  return session
}

function notSignedIn(): APIError {
  return new APIError('UNAUTHORIZED', { code: 'NOT_SIGNED_IN', message: 'Sign-in did not work.' })
}

function refused(code: string, message: string): APIError {
  return new APIError('BAD_REQUEST', { code, message })
}
