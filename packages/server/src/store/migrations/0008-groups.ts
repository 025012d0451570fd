import { type Kysely, sql } from 'kysely'
import { OF_PATIENTS, OPEN_CLINIC } from './0002-tenancy.ts'

/** A transaction may be of several patients, named one after the other with commas: what they send at one time is written together. */
const OPEN_PATIENTS = `string_to_array(nullif(current_setting('afterglow.patient', true), ''), ',')::uuid[]`

export async function up(db: Kysely<unknown>): Promise<void> {
  const rule = `clinic_id = ${OPEN_CLINIC} and (${OPEN_PATIENTS} is null or patient_id = any(${OPEN_PATIENTS}))`
  for (const table of OF_PATIENTS) {
    await sql
      .raw(`alter policy tenant on ${table} using (${rule}) with check (${rule})`)
      .execute(db)
  }
}
