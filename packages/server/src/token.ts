import { createHash } from 'node:crypto'
import { isUuid } from './store/database.ts'

/** A secret that its holder presents and of which only the hash is kept. It names its clinic, so that it is looked up there. */
export interface Token {
  readonly text: string
  readonly hash: Uint8Array
}

const CLINIC_BYTES = 16
const SECRET_BYTES = 32
const TEXT = /^[A-Za-z0-9_-]{64}$/

export function createToken(clinicId: string, randomBytes: (count: number) => Uint8Array): Token {
  const clinic = Buffer.from(clinicId.replaceAll('-', ''), 'hex')
  const text = Buffer.concat([clinic, randomBytes(SECRET_BYTES)]).toString('base64url')
  return { text, hash: sha256(text) }
}

/** The clinic that a token names and its hash; null for what is no token. Whether it is good, the clinic's rows say. */
export function readToken(
  text: string,
): { readonly clinicId: string; readonly hash: Uint8Array } | null {
  if (!TEXT.test(text)) return null
  const hex = Buffer.from(text, 'base64url').subarray(0, CLINIC_BYTES).toString('hex')
  const clinicId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isUuid(clinicId) ? { clinicId, hash: sha256(text) } : null
}

export function sha256(text: string | Uint8Array): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(text).digest())
}

export function sha256Hex(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}
