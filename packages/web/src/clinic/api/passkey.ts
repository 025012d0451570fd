import { type Problem, type Reply, send } from './request.ts'
import { creationOptionsOf, requestOptionsOf, toCredentialJson } from './passkey-json.ts'

export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis
}

/** Has the browser make a passkey, after the person has agreed to it, and keeps it under a name. */
export async function registerPasskey(name: string): Promise<Reply<unknown>> {
  const asked = await optionsOf<PublicKeyCredentialCreationOptionsJSON>('register')
  if (!asked.ok) return asked
  const made = await ceremony(() =>
    navigator.credentials.create({ publicKey: creationOptionsOf(asked.value) }),
  )
  if (!made.ok) return made
  const body = { name, response: made.value }
  return send({ method: 'POST', path: '/auth/passkey/register', body })
}

/** A passkey is both factors in one. */
export async function signInWithPasskey(): Promise<Reply<unknown>> {
  const asked = await optionsOf<PublicKeyCredentialRequestOptionsJSON>('sign-in')
  if (!asked.ok) return asked
  const signed = await ceremony(() =>
    navigator.credentials.get({ publicKey: requestOptionsOf(asked.value) }),
  )
  if (!signed.ok) return signed
  const body = { response: signed.value }
  return send({ method: 'POST', path: '/auth/passkey/sign-in', body })
}

function optionsOf<T>(kind: 'register' | 'sign-in'): Promise<Reply<T>> {
  return send<T>({ method: 'POST', path: `/auth/passkey/${kind}-options`, body: {} })
}

/** Somebody says no, waits too long or has the passkey already: the browser throws for all of it. */
async function ceremony(ask: () => Promise<Credential | null>): Promise<Reply<object>> {
  try {
    const credential = await ask()
    if (credential instanceof PublicKeyCredential)
      return { ok: true, value: toCredentialJson(credential), etag: null }
    return { ok: false, problem: problemOf('passkey-stopped') }
  } catch (error) {
    const isThere = error instanceof DOMException && error.name === 'InvalidStateError'
    return { ok: false, problem: problemOf(isThere ? 'passkey-there' : 'passkey-stopped') }
  }
}

function problemOf(code: string): Problem {
  return { status: 400, code, title: code, detail: null, issues: [] }
}
