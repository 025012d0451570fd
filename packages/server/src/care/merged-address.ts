import type { Sending } from '../deliver/queue-delivery.ts'
import { changePatient, openPatient, type PatientRecord } from '../store/patient-record.ts'

/**
 * Gives the record that stands the e-mail address and the number of the one that was merged into it, where it has none of
 * its own: with them it is found, and written to. Both are held.
 */
export async function carryAddress(
  { trx, deps, clinicId }: Pick<Sending, 'trx' | 'deps' | 'clinicId'>,
  { from, into }: { readonly from: PatientRecord; readonly into: PatientRecord },
): Promise<void> {
  const record = await openPatient(trx, deps, { clinicId, patientId: into.patientId })
  if (record === null) throw new Error('a record that stands does not open')
  const { identity } = record
  const email = identity.email ?? from.identity.email
  const phone = identity.phone ?? from.identity.phone
  if (email === identity.email && phone === identity.phone) return
  const change = { identity: { ...identity, email, phone } }
  if ((await changePatient(trx, deps, { record, change })) === null)
    throw new Error('a record that is held was changed')
}
