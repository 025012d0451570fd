import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, openEmbedded } from '../store/embedded/embedded.ts'

/** Where the global setup says what it made, for the workers. */
export const TEMPLATES = 'AFTERGLOW_TEST_TEMPLATES'

/** Databases to be copied: making one takes longer than most tests. Their schema is up to date where nothing else is said. */
export interface Templates {
  /** Of a superuser of the PostgreSQL, and the name of the database to copy. */
  readonly server: string
  readonly name: string
  /** The embedded database in a folder that nobody has open, and one that has no schema. */
  readonly folder: string
  readonly emptyFolder: string
}

export function templates(): Templates {
  const made = templatesIfAny()
  if (made === null)
    throw new Error('run with packages/server/vitest.config.ts: it makes the databases')
  return made
}

/** None where another suite's tests use the server's benches. */
export function templatesIfAny(): Templates | null {
  const text = process.env[TEMPLATES]
  // Written by the global setup.
  return text === undefined ? null : (JSON.parse(text) as Templates)
}

/** An embedded database that is gone once closed, a copy of the one in a folder; a new one without any. */
export async function openCopy(template: string | null): Promise<Embedded> {
  const root = mkdtempSync(join(tmpdir(), 'afterglow-copy-'))
  const folder = join(root, 'database')
  if (template !== null) cpSync(template, folder, { recursive: true })
  const opened = await openEmbedded({ folder, isThrowaway: true })
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues))
  const embedded = opened.value
  return {
    ...embedded,
    close: async () => {
      await embedded.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
