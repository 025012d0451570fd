import { createHmac, type KeyObject } from 'node:crypto'
import type { ClinicKey } from './clinic-key.ts'
import { currentKey } from './key-ring.ts'

const TERM_BYTES = 16

/** What a patient is found by whose number in the clinic's own system is known: a keyed hash, as of names and addresses. */
export function referenceTerm(key: ClinicKey, reference: string): Uint8Array {
  return term(currentKey(key), reference)
}

/** The same under each master key: a patient is found who has any of them. */
export function referenceTerms(key: ClinicKey, reference: string): readonly Uint8Array[] {
  return [...key.keys.values()].map((one) => term(one, reference))
}

/** As it is written: `a1` and `A1` may be two people's. */
function term(key: KeyObject, reference: string): Uint8Array {
  const text = `reference:${reference.normalize('NFKC').trim()}`
  return Uint8Array.from(createHmac('sha256', key).update(text).digest().subarray(0, TERM_BYTES))
}
