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

/** One PostgreSQL for the whole run, and on it and beside it a database to copy. */
export async function setup(): Promise<() => Promise<void>> {
  const stop = await startServer()
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-templates-'))
  const server = process.env['AFTERGLOW_TEST_DATABASE_URL'] ?? ''
  const template = await createTestDatabase(server)
  const { dialect } = openPostgres({ url: template.url, poolSize: 2, onError: () => {} })
  await fill(createDatabase(dialect), 'postgres')
  const snapshot = join(folder, 'embedded.tar')
  writeFileSync(snapshot, await embeddedSnapshot())
  const name = new URL(template.url).pathname.slice(1)
  process.env[TEMPLATES] = JSON.stringify({ server, name, snapshot } satisfies Templates)
  return async () => {
    await template.drop()
    await stop()
    rmSync(folder, { recursive: true })
  }
}

async function fill(
  db: Database,
  kind: 'pglite' | 'postgres',
  last = () => db.destroy(),
): Promise<void> {
  await migrate(db)
  const queue = await openQueue({ db, kind, onError: () => {} })
  await queue.stop()
  await last()
}

async function embeddedSnapshot(): Promise<Uint8Array> {
  const embedded = await openEmbedded({ folder: null })
  if (!embedded.ok) throw new Error(JSON.stringify(embedded.issues))
  const db = createDatabase(embeddedDialect(embedded.value))
  let bytes = new Uint8Array()
  await fill(db, 'pglite', async () => {
    bytes = new Uint8Array(await embedded.value.snapshot())
    await db.destroy()
  })
  return bytes
}
