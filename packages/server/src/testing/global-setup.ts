import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '../store/database.ts'
import { openPostgres } from '../store/postgres.ts'
import { makeEmbeddedTemplates, migrateAndClose } from './make-templates.ts'
import { createTestDatabase, setup as startServer } from './postgres-server.ts'
import { type Templates, TEMPLATES } from './templates.ts'

/** One PostgreSQL for the whole run, and on it and beside it databases to copy. */
export async function setup(): Promise<() => Promise<void>> {
  const stop = await startServer()
  const root = mkdtempSync(join(tmpdir(), 'afterglow-templates-'))
  const server = process.env['AFTERGLOW_TEST_DATABASE_URL'] ?? ''
  const template = await createTestDatabase(server)
  const { dialect } = openPostgres({ url: template.url, poolSize: 2, onError: () => {} })
  await migrateAndClose(createDatabase(dialect), 'postgres')
  const name = new URL(template.url).pathname.slice(1)
  const made: Templates = { server, name, ...(await makeEmbeddedTemplates(root)) }
  process.env[TEMPLATES] = JSON.stringify(made)
  return async () => {
    await template.drop()
    await stop()
    rmSync(root, { recursive: true })
  }
}
