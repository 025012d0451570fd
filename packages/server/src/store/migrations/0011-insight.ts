import { type Kysely, sql } from 'kysely'
import { OPEN_CLINIC } from './0002-tenancy.ts'

/**
 * What a clinic's check-ins, sessions and questions of one month come to: counted once a day, so that nobody who looks at
 * the figures waits for a whole clinic to be read. Counts alone, and no patient's id.
 */
const STATEMENTS = `
create table insight_month (
  clinic_id uuid not null, month text not null, content jsonb not null, counted_at timestamptz not null,
  primary key (clinic_id, month));
alter table insight_month enable row level security;
alter table insight_month force row level security;
create policy tenant on insight_month to afterglow_tenant, afterglow_eraser using (clinic_id = ${OPEN_CLINIC}) with check (clinic_id = ${OPEN_CLINIC});
grant select, insert, update on insight_month to afterglow_tenant;
grant select, update, delete on insight_month to afterglow_eraser;
create index event_session_of on event (clinic_id, patient_id, at) where type = 'procedure';
create index event_facts on event (clinic_id, patient_id, recorded_at) where type = 'patient-facts';
create index event_corrected on event (clinic_id, patient_id, at) where type = 'corrected';
create index alert_raised on alert (clinic_id, raised_at);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(/;\n/)) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db)
  }
}
