import { createHmac } from 'node:crypto'
import type { ClinicKey } from './clinic-key.ts'
import { currentKey } from './key-ring.ts'

const HEX_DIGITS = 24

/** A name for an id that only the clinic's key leads to: the same in every export until the master key is rotated. */
export function pseudonym(key: ClinicKey, id: string): string {
  return createHmac('sha256', currentKey(key)).update(id).digest('hex').slice(0, HEX_DIGITS)
}
