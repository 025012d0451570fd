import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { openQueue } from '../queue.ts'
import { createDatabase, type Database } from '../store/database.ts'
import { embeddedDialect } from '../store/embedded/dialect.ts'
import { type Embedded, openEmbedded } from '../store/embedded/embedded.ts'
import { migrate } from '../store/migrate.ts'
import type { Templates } from './templates.ts'

/** Brings a database to the schema of this version. */
export async function migrateAndClose(db: Database, kind: 'pglite' | 'postgres'): Promise<void> {
  await migrate(db)
  const queue = await openQueue({ db, kind, onError: () => {} })
  await queue.stop()
  await db.destroy()
}

type EmbeddedTemplates = Pick<Templates, 'folder' | 'emptyFolder'>

/** Two databases in folders of `root`: making one takes seconds, copying it none. */
export async function makeEmbeddedTemplates(root: string): Promise<EmbeddedTemplates> {
  const made = { folder: join(root, 'folder'), emptyFolder: join(root, 'empty') }
  const empty = await openAt(made.emptyFolder)
  await empty.close()
  cpSync(made.emptyFolder, made.folder, { recursive: true })
  await migrateAndClose(createDatabase(embeddedDialect(await openAt(made.folder))), 'pglite')
  return made
}

async function openAt(folder: string): Promise<Embedded> {
  const opened = await openEmbedded({ folder })
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues))
  return opened.value
}
