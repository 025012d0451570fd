import { type Kysely, sql } from 'kysely'
import { OF_PATIENTS, OPEN_CLINIC } from './0002-tenancy.ts'

const OPEN_PATIENTS = `string_to_array(nullif(current_setting('afterglow.patient', true), ''), ',')::uuid[]`

/**
 * The same rule in other words. As "none is named, or it is one of them" the planner takes it for true of one row in 200, and
 * sorts a clinic's rows where an index has them in order; of a CASE it assumes one in two.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const ofPatients = `case when ${OPEN_PATIENTS} is null then true else patient_id = any(${OPEN_PATIENTS}) end`
  const rule = `clinic_id = ${OPEN_CLINIC} and ${ofPatients}`
  for (const table of OF_PATIENTS) {
    await sql
      .raw(`alter policy tenant on ${table} using (${rule}) with check (${rule})`)
      .execute(db)
  }
}
