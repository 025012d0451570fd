import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { clinicKey, createPatientKey, sealJson } from '../seal/index.ts'
import { jsonOf, timestampOf, type Trx } from './database.ts'
import { identityPlace, newestAdoption, type NewPatient, termsOf } from './patient-record.ts'

/** So many rows in one statement. */
const CHUNK = 500

type Making = Pick<Deps, 'masterKeys' | 'now' | 'shelf'>

interface NewPatients {
  readonly clinicId: string
  readonly patients: readonly NewPatient[]
}

/** As `createPatient` for each of them, in a few statements for hundreds: a list is brought in while others wait. */
export async function createPatients(
  trx: Trx,
  deps: Making,
  { clinicId, patients }: NewPatients,
): Promise<void> {
  const adoption = await newestAdoption(trx, clinicId)
  const plan = {
    protocols: jsonOf(adoption?.protocols ?? deps.shelf.current),
    adoptionId: adoption?.adoptionId ?? null,
    eventCount: 0,
    updatedAt: timestampOf(deps.now()),
  }
  for (let first = 0; first < patients.length; first += CHUNK) {
    const some = patients.slice(first, first + CHUNK)
    await insertPatients(trx, deps, { clinicId, patients: some })
    const plans = some.map(({ patientId }) => ({ clinicId, patientId, ...plan }))
    await trx.insertInto('carePlan').values(plans).execute()
    await insertTerms(trx, deps, { clinicId, patients: some })
  }
}

async function insertPatients(
  trx: Trx,
  { masterKeys, now }: Making,
  { clinicId, patients }: NewPatients,
): Promise<void> {
  const at = timestampOf(now())
  const rows = patients.map(({ patientId, zone, locale, identity, preferences }) => {
    const place = { clinicId, patientId }
    const { wrapped, key } = createPatientKey(masterKeys, place)
    const sealed = sealJson(key, identity, identityPlace(place))
    const told = { zone, locale, preferences: jsonOf(preferences), sealed }
    return {
      key: { ...place, wrapped, createdAt: at },
      patient: { ...place, ...told, state: 'active' as const, createdAt: at, updatedAt: at },
    }
  })
  await trx
    .insertInto('patientKey')
    .values(rows.map(({ key }) => key))
    .execute()
  await trx
    .insertInto('patient')
    .values(rows.map(({ patient }) => patient))
    .execute()
}

/** Some twenty for each patient: as two texts, not as forty thousand parameters. */
async function insertTerms(
  trx: Trx,
  { masterKeys }: Making,
  { clinicId, patients }: NewPatients,
): Promise<void> {
  const key = clinicKey(masterKeys, clinicId, 'search')
  const terms: string[] = []
  const ids: string[] = []
  for (const { patientId, identity } of patients) {
    for (const term of termsOf(key, identity)) {
      terms.push(Buffer.from(term).toString('hex'))
      ids.push(patientId)
    }
  }
  if (terms.length === 0) return
  await sql`insert into patient_term (clinic_id, term, patient_id)
    select ${clinicId}::uuid, decode(term, 'hex'), patient_id::uuid
    from unnest(string_to_array(${terms.join(',')}, ','), string_to_array(${ids.join(',')}, ','))
      as row (term, patient_id)`.execute(trx)
}
