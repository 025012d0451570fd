import { type Kysely, sql } from 'kysely'

/**
 * What a clinic's screens ask for, without reading the whole clinic: who had a session lately, what was corrected or taken
 * back since, who checked in lately, and whose next session is due.
 */
const STATEMENTS = `
create index event_session on event (clinic_id, at, patient_id, event_id) where type = 'procedure';
create index event_change on event (clinic_id, at, patient_id) where type in ('corrected', 'undone');
create index event_undone on event (clinic_id, patient_id) where type = 'undone';
create index event_check_in on event (clinic_id, recorded_at, patient_id, event_id) where type = 'check-in';
create index care_plan_anchor on care_plan (clinic_id, anchor, patient_id) where anchor is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(/;\n/)) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db)
  }
}
