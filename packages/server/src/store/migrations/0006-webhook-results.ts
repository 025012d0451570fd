import { type Kysely, sql } from 'kysely'

/** How the last delivery to each endpoint went is read without the clinic's other deliveries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index delivery_endpoint on delivery (clinic_id, (reminder->>'endpointId'), created_at desc)
    where channel = 'webhook'`.execute(db)
}
