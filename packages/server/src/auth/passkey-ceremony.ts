import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import { CHALLENGE_MS, keepChallenge, takeChallenge } from './passkey-challenge.ts'
import { countPasskeyUse, credentialsOf, findPasskey } from './passkey-store.ts'
import type { OpenSession } from './staff-session.ts'
import type { StaffDeps } from './staff-tables.ts'

/** EdDSA, ES256, RS256. The library would add ML-DSA, which this Node still calls an experiment. */
const ALGORITHMS = [-8, -7, -257]

/** Who we are to an authenticator: the origin of the base URL and its host, from the configuration and not a header. */
export interface RelyingParty {
  readonly name: string
  readonly origin: string
  readonly id: string
}

export function relyingParty(baseUrl: string): RelyingParty {
  const { origin, hostname } = new URL(baseUrl)
  return { name: 'Afterglow', origin, id: hostname }
}

export async function registrationOptions(
  deps: StaffDeps,
  party: RelyingParty,
  session: OpenSession,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: session.email,
    userDisplayName: session.name,
    userID: new TextEncoder().encode(session.userId),
    timeout: CHALLENGE_MS,
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: [...(await credentialsOf(deps, session.userId))],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(deps, { kind: 'register', holder: session.token }, options.challenge)
  return options
}

/** The credential of a finished registration, or null where anything about it is not as asked. */
export async function verifiedRegistration(
  deps: StaffDeps,
  party: RelyingParty,
  given: { readonly session: OpenSession; readonly response: RegistrationResponseJSON },
): Promise<WebAuthnCredential | null> {
  const challenge = await takeChallenge(deps, { kind: 'register', holder: given.session.token })
  if (challenge === null) return null
  const { response } = given
  const verified = await orNull(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  return verified?.registrationInfo?.credential ?? null
}

/** No credential is named: the browser offers those that it has, and an answer tells nobody who has one. */
export async function signInOptions(
  deps: StaffDeps,
  party: RelyingParty,
  holder: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    timeout: CHALLENGE_MS,
    userVerification: 'required',
  })
  await keepChallenge(deps, { kind: 'sign-in', holder }, options.challenge)
  return options
}

/** Whose passkey signed the challenge, or null. */
export async function verifiedSignIn(
  deps: StaffDeps,
  party: RelyingParty,
  given: { readonly holder: string; readonly response: AuthenticationResponseJSON },
): Promise<string | null> {
  const challenge = await takeChallenge(deps, { kind: 'sign-in', holder: given.holder })
  const passkey = challenge === null ? null : await findPasskey(deps, given.response.id)
  if (challenge === null || passkey === null) return null
  const verified = await orNull(() =>
    verifyAuthenticationResponse({
      response: given.response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: passkey.credential,
      requireUserVerification: true,
    }),
  )
  if (verified?.verified !== true) return null
  const counted = await countPasskeyUse(deps, passkey, verified.authenticationInfo.newCounter)
  return counted ? passkey.userId : null
}

/** The library throws for whatever is wrong with a response; to whoever sent it all of it is one refusal. */
async function orNull<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify()
  } catch {
    return null
  }
}
