import { type Kysely, sql } from 'kysely'

/** What is looked up by patient, by link or by age without reading a whole clinic; and when upkeep was last done. */
const STATEMENTS = `
create index alert_patient on alert (clinic_id, patient_id);
create index answer_token_patient on answer_token (clinic_id, patient_id);
create index calendar_feed_patient on calendar_feed (clinic_id, patient_id);
create index invitation_patient on invitation (clinic_id, patient_id);
create index sign_in_code_patient on sign_in_code (clinic_id, patient_id);
create index patient_merged on patient (clinic_id, merged_into) where merged_into is not null;
create index delivery_settled on delivery (clinic_id, settled_at) where settled_at is not null;
create index auth_invitation_token on auth_invitation (token_hash);
create table upkeep (name text primary key, ran_at timestamptz not null);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(/;\n/)) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db)
  }
}
