import { createHmac, type KeyObject } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import type { Deps } from '../deps.ts'
import { clinicKey } from '../seal/index.ts'

const CODES = 1_000_000
/** The largest multiple of a million in 32 bits: what is above it would make some codes likelier than others. */
const FAIR = 4_294_000_000

/** Six digits as a person types them: spaces and dashes between, in the digits of their own script. */
export const codeForm = z
  .string()
  .max(40)
  .transform((text) => text.replaceAll(/[٠-٩۰-۹]/g, westernDigit).replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'must be the six digits of a code' }))

/** U+0660 to U+0669 and U+06F0 to U+06F9: the last four bits are the digit. */
function westernDigit(digit: string): string {
  return String(digit.charCodeAt(0) & 0xf)
}

export function createCode(randomBytes: Deps['randomBytes']): string {
  for (;;) {
    const drawn = Buffer.from(randomBytes(4)).readUInt32BE()
    if (drawn < FAIR) return String(drawn % CODES).padStart(6, '0')
  }
}

interface CodeOf {
  readonly clinicId: string
  /** What the code is for: the same digits for something else have another hash. */
  readonly what: string
  readonly code: string
}

/** What is kept of a code. Keyed: a million hashes are tried in a second by whoever has the table, and not the key. */
export function codeHash({ masterKeys }: Pick<Deps, 'masterKeys'>, of: CodeOf): Uint8Array {
  const ring = clinicKey(masterKeys, of.clinicId, 'sign-in')
  const key = ring.keys.get(ring.current)
  if (key === undefined) throw new Error('a key ring without its current key')
  return hashBy(key, of)
}

/** Every hash that a code may have been kept under: the master key may have been changed since. */
export function codeHashes(
  { masterKeys }: Pick<Deps, 'masterKeys'>,
  of: CodeOf,
): readonly Uint8Array[] {
  const { keys } = clinicKey(masterKeys, of.clinicId, 'sign-in')
  return [...keys.values()].map((key) => hashBy(key, of))
}

function hashBy(key: KeyObject, { what, code }: CodeOf): Uint8Array {
  return Uint8Array.from(createHmac('sha256', key).update(`${what} ${code}`).digest())
}
