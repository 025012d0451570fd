import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/** So many bytes that nobody can guess; `randomBytes` of node:crypto outside tests. */
export type RandomBytes = (size: number) => Uint8Array

/**
 * Keys of 256 bits by name: the current one seals, every one opens. A `KeyObject` shows nothing of itself in a log, an
 * error or JSON.
 */
export interface KeyRing {
  readonly current: string
  readonly keys: ReadonlyMap<string, KeyObject>
  readonly randomBytes: RandomBytes
}

export const KEY_BYTES = 32

/** The key that seals. A ring without it cannot be made. */
export function currentKey(ring: KeyRing): KeyObject {
  const key = ring.keys.get(ring.current)
  if (key === undefined) throw new Error('a key ring without its current key')
  return key
}

/**
 * A key for one clinic and one purpose, by HKDF-SHA-256 (RFC 5869): no key of a ring serves two purposes, and none of a
 * clinic opens anything of another.
 */
export function derivedKey(key: KeyObject, clinicId: string, purpose: string): KeyObject {
  const bytes = hkdfSync('sha256', key, clinicId, `afterglow/1/${purpose}`, KEY_BYTES)
  return createSecretKey(Buffer.from(bytes))
}
