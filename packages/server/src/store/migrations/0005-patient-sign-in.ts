import { type Kysely, sql } from 'kysely'

/**
 * Which session made a code and which asked for push messages, so that both end with it; and a code that was used, or
 * that another has replaced, goes: six digits are soon all taken.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sign_in_code add column session_id uuid`.execute(db)
  await sql`alter table push_subscription add column session_id uuid`.execute(db)
  await sql`grant delete on sign_in_code to afterglow_tenant`.execute(db)
}
