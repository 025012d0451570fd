import { sql } from 'kysely'
import type { Database } from './database.ts'
import { TENANT_TABLES } from './tenant-tables.ts'

/**
 * Lets `afterglow_keeper` see the rows of every clinic: for backups, restores and the change of keys, where the server's
 * own role is no superuser and row-level security would leave everything out without a word. After every step of the
 * schema, so that no new table is forgotten; tables that have the rule already are left alone.
 */
export async function allowKeeper(db: Database): Promise<void> {
  const plain = db.withoutPlugins()
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'keeper')`.execute(
    plain,
  )
  const open = rows.map(({ name }) => name)
  const tables = TENANT_TABLES.filter((name) => open.includes(name))
  if (tables.length === 0) return
  await sql.raw(CREATE_ROLE).execute(plain)
  for (const table of tables) {
    await sql.raw(`grant select, insert, update, delete on ${table} to ${KEEPER}`).execute(plain)
    await sql
      .raw(`create policy keeper on ${table} to ${KEEPER} using (true) with check (true)`)
      .execute(plain)
  }
}

export const KEEPER = 'afterglow_keeper'

const CREATE_ROLE = `do $$ begin
  if not exists (select from pg_roles where rolname = '${KEEPER}') then
    create role ${KEEPER} login nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant ${KEEPER} to %I', current_user);
end $$`
