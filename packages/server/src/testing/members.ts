import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { TestServer } from './harness.ts'

/** Somebody of a clinic's team, whose sign-in is not what is tested. */
export interface Member {
  readonly clinicId: string
  /** With commas, as they are kept. */
  readonly roles: string
  readonly email: string
}

export async function newMember(
  { deps }: Pick<TestServer, 'deps'>,
  { clinicId, roles, email }: Member,
): Promise<void> {
  const [userId, at] = [randomUUID(), '2026-01-01T00:00:00Z']
  await sql`insert into auth_organization (id, name, slug, created_at)
    values (${clinicId}, 'x', ${clinicId}, ${at}) on conflict do nothing`.execute(deps.db)
  await sql`insert into auth_user (id, name, email, email_verified, created_at, updated_at)
    values (${userId}, 'x', ${email}, true, ${at}, ${at})`.execute(deps.db)
  await sql`insert into auth_member (id, organization_id, user_id, role, created_at)
    values (${randomUUID()}, ${clinicId}, ${userId}, ${roles}, ${at})`.execute(deps.db)
}
