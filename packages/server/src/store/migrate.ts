import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Database } from './database.ts'
import { allowKeeper } from './keeper.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { REFERENCE_TABLES, TENANT_TABLES } from './tenant-tables.ts'

/** Brings the schema up to date, or to the step named; throws what the database said where a step fails. */
export async function migrate(db: Database, step?: string): Promise<readonly string[]> {
  // The steps are SQL with the database's own names: the plugin that changes case has nothing to do there.
  const plain = db.withoutPlugins()
  const isDone = step === undefined && (await isUpToDate(plain))
  const steps = isDone ? [] : await takeSteps(plain, step)
  await allowKeeper(db)
  if (step === undefined) await distribute(db)
  return steps
}

/** Whether these very steps were taken. A migrator knows it too, after it has read the catalogue: at every start that is long. */
async function isUpToDate(plain: Database): Promise<boolean> {
  const { rows } = await sql<{ found: string | null }>`
    select to_regclass('kysely_migration')::text as found`.execute(plain)
  if ((rows[0]?.found ?? null) === null) return false
  const taken = await sql<{ name: string }>`select name from kysely_migration`.execute(plain)
  const names = new Set(taken.rows.map(({ name }) => name))
  const all = Object.keys(MIGRATIONS)
  return names.size === all.length && all.every((name) => names.has(name))
}

async function takeSteps(plain: Database, step: string | undefined): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: plain,
    provider: { getMigrations: async () => MIGRATIONS },
  })
  const { error, results } =
    step === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(step)
  if (error instanceof Error) throw error
  if (error !== undefined) throw new Error('a step of the schema failed')
  return (results ?? []).map(({ migrationName }) => migrationName)
}

/** On a cluster, and only there: rows of a clinic together on one worker, reference tables on all. */
async function distribute(db: Database): Promise<void> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db)
  if (rows.length === 0) return
  const spread = await sql<{ name: string }>`
    select logicalrelid::text as name from pg_dist_partition`.execute(db)
  const known = new Set(spread.rows.map(({ name }) => name))
  for (const table of TENANT_TABLES.filter((one) => !known.has(one))) {
    await sql`select create_distributed_table(${table}::regclass, 'clinic_id')`.execute(db)
  }
  for (const table of REFERENCE_TABLES.filter((one) => !known.has(one))) {
    await sql`select create_reference_table(${table}::regclass)`.execute(db)
  }
}
