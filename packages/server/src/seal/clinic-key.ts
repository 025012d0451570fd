import type { KeyObject } from 'node:crypto'
import { derivedKey, type KeyRing } from './key-ring.ts'
import type { MasterKeys } from './master-keys.ts'

/** What a clinic's key is for; each has a key of its own. */
export type ClinicPurpose =
  | 'search'
  | 'webhook-secret'
  | 'push-key'
  | 'staff-secret'
  | 'kept-answer'
  | 'address'
  | 'sign-in'
  | 'pseudonym'

/** Derived, never stored; one for each master key, so that what was sealed before a rotation still opens. */
export interface ClinicKey extends KeyRing {
  readonly kind: 'clinic'
  readonly purpose: ClinicPurpose
}

export function clinicKey(
  masterKeys: MasterKeys,
  clinicId: string,
  purpose: ClinicPurpose,
): ClinicKey {
  const derived = ([name, key]: readonly [string, KeyObject]): [string, KeyObject] => [
    name,
    derivedKey(key, clinicId, `clinic/${purpose}`),
  ]
  const { current, randomBytes } = masterKeys
  const keys = new Map([...masterKeys.keys].map(derived))
  return { kind: 'clinic', purpose, current, keys, randomBytes }
}
