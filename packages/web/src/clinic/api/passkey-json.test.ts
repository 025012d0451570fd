import { expect, it } from 'vitest'
import {
  creationOptionsByHand,
  requestOptionsByHand,
  toBase64url,
  toBytes,
} from './passkey-json.ts'

/** `+` and `/` of base64 are `-` and `_`, and nothing stands at the end. */
const TEXT = '-_-_AA'
const BYTES = Uint8Array.from([251, 255, 191, 0])

it('reads and writes what WebAuthn calls base64url, byte for byte', () => {
  expect(toBytes(TEXT)).toEqual(BYTES)
  expect(toBase64url(BYTES.buffer)).toBe(TEXT)
})

it('asks for the check of who holds the authenticator, also where the browser reads no JSON itself', () => {
  const made = creationOptionsByHand({
    challenge: TEXT,
    rp: { name: 'Afterglow', id: 'clinic.example' },
    user: { id: TEXT, name: 'a@b.example', displayName: 'A' },
    pubKeyCredParams: [{ alg: -7, type: 'public-key' }],
    excludeCredentials: [{ id: TEXT, type: 'public-key' }],
  })
  expect(made.challenge).toEqual(BYTES)
  expect(made.user.id).toEqual(BYTES)
  expect(made.excludeCredentials?.[0]?.id).toEqual(BYTES)
  expect(made.authenticatorSelection?.userVerification).toBe('required')
  const asked = requestOptionsByHand({ challenge: TEXT, rpId: 'clinic.example' })
  expect([asked.challenge, asked.userVerification]).toEqual([BYTES, 'required'])
})
