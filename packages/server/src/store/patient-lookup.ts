import type { Deps } from '../deps.ts'
import { clinicKey, referenceTerms } from '../seal/index.ts'
import type { Trx } from './database.ts'
import { openPatient, openPatients, type PatientRecord } from './patient-record.ts'

type Sealing = Pick<Deps, 'masterKeys' | 'now'>

/**
 * The patients whom a clinic's own number names: one, none, or several where it was given twice. A number of a record
 * that was merged into another names that one.
 */
export async function patientsByReference(
  trx: Trx,
  deps: Sealing,
  { clinicId, reference }: { readonly clinicId: string; readonly reference: string },
): Promise<readonly PatientRecord[]> {
  const key = clinicKey(deps.masterKeys, clinicId, 'search')
  const rows = await trx
    .selectFrom('patientTerm')
    .select('patientId')
    .distinct()
    .where('clinicId', '=', clinicId)
    .where('term', 'in', [...referenceTerms(key, reference)])
    .execute()
  const patientIds = rows.map(({ patientId }) => patientId)
  const found = await openPatients(trx, deps, { clinicId, patientIds })
  const records = new Map<string, PatientRecord>()
  for (const record of found) {
    const standing = await standingRecord(trx, deps, record)
    if (standing !== null) records.set(standing.patientId, standing)
  }
  return [...records.values()]
}

/** The record that a record was merged into, however often; itself where it was not. */
async function standingRecord(
  trx: Trx,
  deps: Sealing,
  record: PatientRecord,
): Promise<PatientRecord | null> {
  let standing: PatientRecord | null = record
  while (standing !== null && standing.mergedInto !== null) {
    const { clinicId, mergedInto: patientId }: PatientRecord & { mergedInto: string | null } =
      standing
    standing = patientId === null ? null : await openPatient(trx, deps, { clinicId, patientId })
  }
  return standing
}
