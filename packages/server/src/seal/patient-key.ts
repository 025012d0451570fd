import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Result } from '@afterglow/engine'
import { type Belonging, disclose, enclose, keyNameOf } from './envelope.ts'
import { derivedKey, KEY_BYTES, type KeyRing } from './key-ring.ts'
import type { MasterKeys } from './master-keys.ts'

/** Opens what is sealed about one patient; once its wrapped form is destroyed, nothing does. */
export interface PatientKey extends KeyRing {
  readonly kind: 'patient'
}

export interface PatientKeyContext {
  readonly clinicId: string
  readonly patientId: string
}

export interface NewPatientKey {
  /** What is stored: the key, sealed by the clinic's part of the master key. */
  readonly wrapped: Uint8Array
  readonly key: PatientKey
}

export function createPatientKey(
  masterKeys: MasterKeys,
  context: PatientKeyContext,
): NewPatientKey {
  const bytes = masterKeys.randomBytes(KEY_BYTES)
  const wrapped = enclose(wrappingRing(masterKeys, context), bytes, belongingOf(context))
  return { wrapped, key: patientKey(masterKeys, bytes) }
}

export function openPatientKey(
  masterKeys: MasterKeys,
  wrapped: Uint8Array,
  context: PatientKeyContext,
): Result<PatientKey> {
  const opened = disclose(wrappingRing(masterKeys, context), wrapped, belongingOf(context))
  return opened.ok ? { ok: true, value: patientKey(masterKeys, opened.value) } : opened
}

/** The same key under the current master key; what is sealed with it stays as it is. */
export function rewrapped(
  masterKeys: MasterKeys,
  wrapped: Uint8Array,
  context: PatientKeyContext,
): Result<Uint8Array> {
  const ring = wrappingRing(masterKeys, context)
  const opened = disclose(ring, wrapped, belongingOf(context))
  if (!opened.ok) return opened
  return { ok: true, value: enclose(ring, opened.value, belongingOf(context)) }
}

/** Whether a wrapped key, or a value sealed for a clinic, is under the current master key: else it is to be sealed anew. */
export function isUnderCurrent(masterKeys: MasterKeys, sealed: Uint8Array): boolean {
  return keyNameOf(sealed) === masterKeys.current
}

const ONLY = 'p'

function patientKey({ randomBytes }: MasterKeys, bytes: Uint8Array): PatientKey {
  const keys = new Map([[ONLY, createSecretKey(bytes)]])
  return { kind: 'patient', current: ONLY, keys, randomBytes }
}

function wrappingRing(masterKeys: MasterKeys, { clinicId }: PatientKeyContext): KeyRing {
  const wrapping = ([name, key]: readonly [string, KeyObject]): [string, KeyObject] => [
    name,
    derivedKey(key, clinicId, 'patient-key'),
  ]
  return { ...masterKeys, keys: new Map([...masterKeys.keys].map(wrapping)) }
}

function belongingOf({ clinicId, patientId }: PatientKeyContext): Belonging {
  return ['patient-key', clinicId, patientId]
}
