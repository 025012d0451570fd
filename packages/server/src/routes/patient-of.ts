import type { Call } from '../http/route.ts'
import { notFound, type Problem } from '../http/reply.ts'
import { isUuid } from '../store/database.ts'
import { openPatient, type PatientRecord } from '../store/patient-record.ts'

type Found =
  | { readonly ok: true; readonly record: PatientRecord }
  | { readonly ok: false; readonly reply: Problem }

/** The patient that a route's path names, or what to answer where there is none to be seen. */
export async function patientOf({ trx, deps, clinicId, params }: Call): Promise<Found> {
  const patientId = params['patientId'] ?? ''
  const record = isUuid(patientId) ? await openPatient(trx, deps, { clinicId, patientId }) : null
  return record === null ? { ok: false, reply: notFound('patient') } : { ok: true, record }
}
