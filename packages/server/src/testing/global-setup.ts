import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openQueue } from '../queue.ts'
import { createDatabase, type Database } from '../store/database.ts'
import { embeddedDialect } from '../store/embedded/dialect.ts'
import { openEmbedded } from '../store/embedded/embedded.ts'
import { migrate } from '../store/migrate.ts'
import { openPostgres } from '../store/postgres.ts'
import { createTestDatabase, setup as startServer } from './postgres-server.ts'
import { type Templates, TEMPLATES } from './templates.ts'

/** One PostgreSQL for the whole run, and on it and beside it databases to copy. */
export async function setup(): Promise<() => Promise<void>> {
  const stop = await startServer()
  const root = mkdtempSync(join(tmpdir(), 'afterglow-templates-'))
  const server = process.env['AFTERGLOW_TEST_DATABASE_URL'] ?? ''
  const template = await createTestDatabase(server)
  const { dialect } = openPostgres({ url: template.url, poolSize: 2, onError: () => {} })
  await fill(createDatabase(dialect), 'postgres')
  const name = new URL(template.url).pathname.slice(1)
  const made: Templates = { server, name, ...(await embeddedTemplates(root)) }
  process.env[TEMPLATES] = JSON.stringify(made)
  return async () => {
    await template.drop()
    await stop()
    rmSync(root, { recursive: true })
  }
}

async function fill(
  db: Database,
  kind: 'pglite' | 'postgres',
  last: () => Promise<void> = async () => {},
): Promise<void> {
  await migrate(db)
  const queue = await openQueue({ db, kind, onError: () => {} })
  await queue.stop()
  await last()
  await db.destroy()
}

async function embeddedTemplates(root: string): Promise<EmbeddedTemplates> {
  const made = {
    folder: join(root, 'folder'),
    snapshot: join(root, 'full.tar'),
    emptySnapshot: join(root, 'empty.tar'),
  }
  const embedded = await openEmbedded({ folder: made.folder })
  if (!embedded.ok) throw new Error(JSON.stringify(embedded.issues))
  writeFileSync(made.emptySnapshot, await embedded.value.snapshot())
  const db = createDatabase(embeddedDialect(embedded.value))
  await fill(db, 'pglite', async () =>
    writeFileSync(made.snapshot, await embedded.value.snapshot()),
  )
  return made
}

type EmbeddedTemplates = Pick<Templates, 'folder' | 'snapshot' | 'emptySnapshot'>
