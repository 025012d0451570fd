import { type Kysely, sql } from 'kysely'

/** Whom a kept answer is about, for their erasure; and which clinics there are, for what is done for each of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table idempotency add column patient_id uuid`.execute(db)
  await sql`grant select (clinic_id) on clinic to afterglow_worker`.execute(db)
  await sql`create policy worker on clinic for select to afterglow_worker using (true)`.execute(db)
}
