import { sha256 } from '@noble/hashes/sha2.js'
import type { CarePlan } from './care-plan.ts'
import { type DatedPlan, datePlan } from './dated-plan.ts'

/** A dated plan with the hash of all that stands in it: the receipt of what was given. */
export interface SealedCarePlan extends DatedPlan {
  readonly hash: string
}

export function sealPlan(plan: CarePlan): SealedCarePlan {
  const dated = datePlan(plan)
  return { ...dated, hash: contentHash(dated) }
}

/** The SHA-256 of a value's JSON: `sha256:` and 64 hexadecimal digits. Keys count in the order they stand in. */
export function contentHash(value: unknown): string {
  const hash = sha256(new TextEncoder().encode(JSON.stringify(value)))
  return `sha256:${Array.from(hash, inHex).join('')}`
}

function inHex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}
