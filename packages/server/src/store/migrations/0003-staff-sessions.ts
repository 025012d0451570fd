import { type Kysely, sql } from 'kysely'

/** When a session's second factor was shown, and when it was last used: better-auth keeps neither. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table auth_session add column second_factor_at timestamptz`.execute(db)
  await sql`alter table auth_session add column seen_at timestamptz`.execute(db)
}
