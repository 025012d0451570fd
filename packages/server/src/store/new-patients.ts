import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { clinicKey, createPatientKey, sealJson } from '../seal/index.ts'
import { byEraser, inScope, jsonOf, timestampOf, type Trx } from './database.ts'
import { identityPlace, newestAdoption, type NewPatient, termsOf } from './patient-record.ts'

/** So many people are sealed, and their keys and terms written, while nobody else has a turn. */
const BATCH = 250
/** So many rows in one statement. */
const CHUNK = 500

type Making = Pick<Deps, 'db' | 'masterKeys' | 'now' | 'shelf'>

interface NewPatients {
  readonly clinicId: string
  readonly patients: readonly NewPatient[]
}

/**
 * As `createPatient` for each of them, all or none, while others are served. Keys and search terms go first, in short
 * transactions: nobody is found by them, for the patient's own row is what everything is read through. Those rows come last,
 * in one transaction. What a failure leaves is removed; what a killed process leaves goes with what is kept too long.
 */
export async function createPatients(deps: Making, asked: NewPatients): Promise<void> {
  const { clinicId, patients } = asked
  const rows: PatientRow[] = []
  try {
    for (let first = 0; first < patients.length; first += BATCH) {
      const some = { clinicId, patients: patients.slice(first, first + BATCH) }
      rows.push(...(await writeKeys(deps, some)))
      await setImmediate()
    }
    await inScope(deps.db, { clinicId }, (trx) => insertPatients(trx, deps, { clinicId, rows }))
  } catch (error) {
    await forgetKeys(deps, asked)
    throw error
  }
}

interface PatientRow {
  readonly patientId: string
  readonly zone: string
  readonly locale: string
  readonly preferences: string
  readonly sealed: Uint8Array
}

/** Seals a batch and writes the keys and the terms of it; what is to stand in the patients' rows. */
async function writeKeys(deps: Making, batch: NewPatients): Promise<readonly PatientRow[]> {
  const { clinicId, patients } = batch
  const createdAt = timestampOf(deps.now())
  const made = patients.map(({ patientId, zone, locale, identity, preferences }) => {
    const place = { clinicId, patientId }
    const { wrapped, key } = createPatientKey(deps.masterKeys, place)
    const sealed = sealJson(key, identity, identityPlace(place))
    const row = { patientId, zone, locale, preferences: jsonOf(preferences), sealed }
    return { row, key: { ...place, wrapped, createdAt } }
  })
  const terms = termRows(deps, batch)
  await inScope(deps.db, { clinicId }, async (trx) => {
    await trx
      .insertInto('patientKey')
      .values(made.map(({ key }) => key))
      .execute()
    await insertTerms(trx, clinicId, terms)
  })
  return made.map(({ row }) => row)
}

interface TermRows {
  readonly terms: readonly string[]
  readonly ids: readonly string[]
}

function termRows({ masterKeys }: Making, { clinicId, patients }: NewPatients): TermRows {
  const key = clinicKey(masterKeys, clinicId, 'search')
  const rows = patients.flatMap(({ patientId, identity }) =>
    termsOf(key, identity).map((term) => [Buffer.from(term).toString('hex'), patientId] as const),
  )
  return { terms: rows.map(([term]) => term), ids: rows.map(([, patientId]) => patientId) }
}

/** Some twenty for each patient: as two texts, not as ten thousand parameters. */
async function insertTerms(trx: Trx, clinicId: string, { terms, ids }: TermRows): Promise<void> {
  if (terms.length === 0) return
  await sql`insert into patient_term (clinic_id, term, patient_id)
    select ${clinicId}::uuid, decode(term, 'hex'), patient_id::uuid
    from unnest(string_to_array(${terms.join(',')}, ','), string_to_array(${ids.join(',')}, ','))
      as row (term, patient_id)`.execute(trx)
}

/** What makes patients of them: their rows, and the plans that they are given, pinned to what the clinic has now. */
async function insertPatients(
  trx: Trx,
  { now, shelf }: Making,
  { clinicId, rows }: { readonly clinicId: string; readonly rows: readonly PatientRow[] },
): Promise<void> {
  const at = timestampOf(now())
  const same = { clinicId, state: 'active', createdAt: at, updatedAt: at } as const
  for (let first = 0; first < rows.length; first += CHUNK) {
    const some = rows.slice(first, first + CHUNK).map((row) => ({ ...row, ...same }))
    await trx.insertInto('patient').values(some).execute()
  }
  const adoption = await newestAdoption(trx, clinicId)
  const protocols = jsonOf(adoption?.protocols ?? shelf.current)
  const ids = rows.map(({ patientId }) => patientId).join(',')
  await sql`insert into care_plan
      (clinic_id, patient_id, protocols, adoption_id, event_count, updated_at)
    select ${clinicId}::uuid, patient_id::uuid, ${protocols}::jsonb,
      ${adoption?.adoptionId ?? null}::uuid, 0, ${at}::timestamptz
    from unnest(string_to_array(nullif(${ids}, ''), ',')) as row (patient_id)`.execute(trx)
}

/** Of those who never came to be patients: a key of anybody who is one stays. */
async function forgetKeys({ db }: Making, { clinicId, patients }: NewPatients): Promise<void> {
  const ids = patients.map(({ patientId }) => patientId).join(',')
  const scope = { clinicId }
  await inScope(db, scope, (trx) =>
    byEraser(trx, scope, async () => {
      for (const table of ['patient_key', 'patient_term'])
        await sql`delete from ${sql.table(table)} made where clinic_id = ${clinicId}
          and patient_id = any(string_to_array(${ids}, ',')::uuid[]) and not exists (
            select from patient where clinic_id = ${clinicId}
              and patient.patient_id = made.patient_id)`.execute(trx)
    }),
  )
}
