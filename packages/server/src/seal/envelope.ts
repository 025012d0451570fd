import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'
import type { Result } from '@afterglow/engine'
import { currentKey, type KeyRing } from './key-ring.ts'

/** What a sealed value belongs to, in a fixed order; the first names its kind. */
export type Belonging = readonly (string | null)[]

const CIPHER = 'aes-256-gcm'
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM under the ring's current key: version, length and letters of the key's name, nonce, ciphertext, tag. The
 * head and the belonging are authenticated with it. Random nonces of 96 bits serve 2^32 values a key (NIST SP 800-38D,
 * 8.3): a patient's key and a clinic's stay far below.
 */
export function enclose(ring: KeyRing, plain: Uint8Array, belonging: Belonging): Uint8Array {
  const name = Buffer.from(ring.current)
  const head = Buffer.concat([Buffer.from([VERSION, name.length]), name])
  const nonce = ring.randomBytes(NONCE_BYTES)
  if (nonce.length !== NONCE_BYTES) throw new Error('a nonce of another length')
  const cipher = createCipheriv(CIPHER, currentKey(ring), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(authenticated(head, belonging))
  const sealed = [cipher.update(plain), cipher.final(), cipher.getAuthTag()]
  return Uint8Array.from(Buffer.concat([head, nonce, ...sealed]))
}

/** One answer for whatever is wrong: another key, another belonging, a changed byte. */
export function disclose(
  ring: KeyRing,
  sealed: Uint8Array,
  belonging: Belonging,
): Result<Uint8Array> {
  const name = keyNameOf(sealed)
  const key = name === undefined ? undefined : ring.keys.get(name)
  const plain = key === undefined ? undefined : opened(key, sealed, belonging)
  return plain === undefined ? NOT_OPENED : { ok: true, value: plain }
}

export const NOT_OPENED: Result<never> = {
  ok: false,
  issues: [
    {
      severity: 'error',
      code: 'value',
      diagnostics: 'a sealed value does not open: damaged, moved, or its key is gone',
      expression: 'sealed',
    },
  ],
}

/** The name of the key a value says it is sealed with; not proven before it opens. */
export function keyNameOf(sealed: Uint8Array): string | undefined {
  const length = sealed[1]
  if (sealed[0] !== VERSION || length === undefined) return undefined
  if (sealed.length < headLength(length) + NONCE_BYTES + TAG_BYTES) return undefined
  return Buffer.from(sealed.subarray(2, headLength(length))).toString()
}

function headLength(nameLength: number): number {
  return 2 + nameLength
}

function opened(key: KeyObject, sealed: Uint8Array, belonging: Belonging): Uint8Array | undefined {
  const nonceAt = headLength(sealed[1] ?? 0)
  const bodyAt = nonceAt + NONCE_BYTES
  const tagAt = sealed.length - TAG_BYTES
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(nonceAt, bodyAt), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(authenticated(sealed.subarray(0, nonceAt), belonging))
  decipher.setAuthTag(sealed.subarray(tagAt))
  try {
    const plain = [decipher.update(sealed.subarray(bodyAt, tagAt)), decipher.final()]
    return Uint8Array.from(Buffer.concat(plain))
  } catch {
    return undefined
  }
}

/** JSON tells ['ab', 'c'] from ['a', 'bc'], and null from ''. */
function authenticated(head: Uint8Array, belonging: Belonging): Uint8Array {
  return Buffer.concat([head, Buffer.from(JSON.stringify(belonging))])
}
