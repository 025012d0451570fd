/** WebAuthn's own JSON forms, for browsers that do not read and write them themselves yet. */

export function toBytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

export function toBase64url(bytes: ArrayBuffer): string {
  const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function creationOptionsOf(
  json: PublicKeyCredentialCreationOptionsJSON,
): PublicKeyCredentialCreationOptions {
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseCreationOptionsFromJSON(json)
  return creationOptionsByHand(json)
}

export function requestOptionsOf(
  json: PublicKeyCredentialRequestOptionsJSON,
): PublicKeyCredentialRequestOptions {
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseRequestOptionsFromJSON(json)
  return requestOptionsByHand(json)
}

export function creationOptionsByHand(
  json: PublicKeyCredentialCreationOptionsJSON,
): PublicKeyCredentialCreationOptions {
  const { challenge, user, excludeCredentials = [], pubKeyCredParams, rp, timeout } = json
  return {
    rp,
    user: { ...user, id: toBytes(user.id) },
    challenge: toBytes(challenge),
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ alg, type: 'public-key' })),
    excludeCredentials: excludeCredentials.map(({ id }) => ({
      id: toBytes(id),
      type: 'public-key',
    })),
    // What the server asks of every authenticator; it checks it too.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    ...(timeout !== undefined && { timeout }),
  }
}

export function requestOptionsByHand({
  challenge,
  rpId,
  timeout,
}: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  return {
    challenge: toBytes(challenge),
    userVerification: 'required',
    ...(rpId !== undefined && { rpId }),
    ...(timeout !== undefined && { timeout }),
  }
}

export function toCredentialJson(credential: PublicKeyCredential): object {
  return 'toJSON' in credential ? credential.toJSON() : credentialByHand(credential)
}

function credentialByHand({ id, rawId, response }: PublicKeyCredential): object {
  return {
    id,
    rawId: toBase64url(rawId),
    type: 'public-key',
    clientExtensionResults: {},
    response: responseByHand(response),
  }
}

function responseByHand(response: AuthenticatorResponse): object {
  const clientDataJSON = toBase64url(response.clientDataJSON)
  if (response instanceof AuthenticatorAssertionResponse) {
    const { authenticatorData, signature, userHandle } = response
    return {
      clientDataJSON,
      authenticatorData: toBase64url(authenticatorData),
      signature: toBase64url(signature),
      ...(userHandle !== null && { userHandle: toBase64url(userHandle) }),
    }
  }
  if (response instanceof AuthenticatorAttestationResponse) {
    const attestationObject = toBase64url(response.attestationObject)
    return { clientDataJSON, attestationObject, transports: response.getTransports() }
  }
  return { clientDataJSON }
}
