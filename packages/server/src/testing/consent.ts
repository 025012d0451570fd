import { type ConsentScope, recordConsent } from '../care/consents.ts'
import { inScope } from '../store/database.ts'
import { openPatient } from '../store/patient-record.ts'
import type { TestServer } from './harness.ts'

/** A patient says yes or no to something a second later, by whatever door: what is tested is what follows from it. */
export async function consent(
  { deps, clock }: TestServer,
  place: { readonly clinicId: string; readonly patientId: string },
  said: { readonly scope: ConsentScope; readonly given: boolean },
): Promise<void> {
  clock.now += 1_000
  await inScope(deps.db, { clinicId: place.clinicId }, async (trx) => {
    const record = await openPatient(trx, deps, place)
    if (record === null) throw new Error('no such patient')
    const actor = { kind: 'patient', id: null }
    await recordConsent(
      { trx, deps, at: deps.now(), actor },
      { record, consent: { ...said, noticeVersion: '1' } },
    )
  })
}
