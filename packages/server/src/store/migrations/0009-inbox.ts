import { type Kysely, sql } from 'kysely'

/**
 * The inbox in its order: what nobody has acknowledged, then the most urgent, then what waits longest. And what an operator
 * has to know of all clinics, for their alarm: how many urgent alerts nobody has acknowledged and since when, and how much
 * mail to staff did not arrive; of these rows the worker sees no more than that.
 */
const STATEMENTS = `
create index alert_inbox on alert (clinic_id, (acknowledged_at is not null), (-urgency), raised_at, alert_id) where resolved_at is null;
drop index alert_open;
create index alert_waiting on alert (urgency, raised_at) where acknowledged_at is null and resolved_at is null;
create index delivery_staff_failed on delivery (settled_at) where patient_id is null and channel = 'email' and state in ('gone', 'dead');
grant select (clinic_id, urgency, raised_at) on alert to afterglow_worker;
create policy worker on alert for select to afterglow_worker using (acknowledged_at is null and resolved_at is null);
grant select (clinic_id, settled_at) on delivery to afterglow_worker;
create policy worker on delivery for select to afterglow_worker using (patient_id is null and channel = 'email' and state in ('gone', 'dead'));
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(/;\n/)) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db)
  }
}
