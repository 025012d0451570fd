import { type Kysely, sql } from 'kysely'

/** A transaction may be of several patients, named one after the other with commas: what they send at one time is written together. */
const OPEN_PATIENTS = `string_to_array(nullif(current_setting('afterglow.patient', true), ''), ',')::uuid[]`
const OPEN_CLINIC = `nullif(current_setting('afterglow.clinic', true), '')::uuid`

/** As they were at this step. */
const OF_PATIENTS = [
  'alert',
  'answer_token',
  'calendar_feed',
  'care_plan',
  'delivery',
  'event',
  'invitation',
  'patient',
  'patient_key',
  'patient_session',
  'patient_term',
  'photo',
  'push_subscription',
  'receipt',
  'sign_in_code',
  'wake',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  const rule = `clinic_id = ${OPEN_CLINIC} and (${OPEN_PATIENTS} is null or patient_id = any(${OPEN_PATIENTS}))`
  for (const table of OF_PATIENTS) {
    await sql
      .raw(`alter policy tenant on ${table} using (${rule}) with check (${rule})`)
      .execute(db)
  }
}
