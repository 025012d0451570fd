import type { Result } from '@afterglow/engine'
import type { ClinicKey } from './clinic-key.ts'
import { type Belonging, disclose, enclose, NOT_OPENED } from './envelope.ts'
import type { PatientKey } from './patient-key.ts'

/** Where a sealed value stands; it opens nowhere else. */
export interface SealContext {
  readonly clinicId: string
  /** Null: of the clinic, of no patient. */
  readonly patientId: string | null
  /** Table and column, `check_in.notes`. */
  readonly field: string
  /** The row, where a patient has several of the field: else one could be shown in another's place. */
  readonly rowId?: string
}

export type SealKey = PatientKey | ClinicKey

/** A text is sealed as UTF-8. The length shows: 16 bytes, the head and the nonce more than the value. */
export function seal(key: SealKey, plain: Uint8Array | string, context: SealContext): Uint8Array {
  const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain
  return enclose(key, bytes, belongingOf(context))
}

export function unseal(key: SealKey, sealed: Uint8Array, context: SealContext): Result<Uint8Array> {
  return disclose(key, sealed, belongingOf(context))
}

export function unsealText(key: SealKey, sealed: Uint8Array, context: SealContext): Result<string> {
  const opened = unseal(key, sealed, context)
  return opened.ok ? { ok: true, value: Buffer.from(opened.value).toString() } : opened
}

export function sealJson(key: SealKey, value: unknown, context: SealContext): Uint8Array {
  const text = JSON.stringify(value)
  if (text === undefined) throw new Error(`${context.field}: what JSON cannot write is not sealed`)
  return seal(key, text, context)
}

/** Sealed by us, but read again: what it is, its schema says. */
export function unsealJson(
  key: SealKey,
  sealed: Uint8Array,
  context: SealContext,
): Result<unknown> {
  const opened = unsealText(key, sealed, context)
  if (!opened.ok) return opened
  try {
    return { ok: true, value: JSON.parse(opened.value) }
  } catch {
    return NOT_OPENED
  }
}

function belongingOf({ clinicId, patientId, field, rowId }: SealContext): Belonging {
  return ['field', clinicId, patientId, field, rowId ?? null]
}
