import { readFileSync } from 'node:fs'
import { type Embedded, openEmbedded } from '../store/embedded/embedded.ts'

/** Where the global setup says what it made, for the workers. */
export const TEMPLATES = 'AFTERGLOW_TEST_TEMPLATES'

/** Databases to be copied: making one takes longer than most tests. Their schema is up to date where nothing else is said. */
export interface Templates {
  /** Of a superuser of the PostgreSQL, and the name of the database to copy. */
  readonly server: string
  readonly name: string
  /** The file of a snapshot of the embedded database, and of one that has no schema. */
  readonly snapshot: string
  readonly emptySnapshot: string
  /** The embedded database in a folder that nobody has open. */
  readonly folder: string
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

/** An embedded database in memory, a copy of the snapshot in a file; a new one without any. */
export async function openCopy(snapshot: string | null): Promise<Embedded> {
  const from = snapshot === null ? {} : { from: readFileSync(snapshot) }
  const embedded = await openEmbedded({ folder: null, ...from })
  if (!embedded.ok) throw new Error(JSON.stringify(embedded.issues))
  return embedded.value
}
