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
  const text = process.env[TEMPLATES]
  if (text === undefined)
    throw new Error('run with packages/server/vitest.config.ts: it makes the databases')
  // Written by the global setup.
  return JSON.parse(text) as Templates
}

/** An embedded database in memory, a copy of the snapshot in a file. */
export async function openCopy(snapshot: string): Promise<Embedded> {
  const embedded = await openEmbedded({ folder: null, from: readFileSync(snapshot) })
  if (!embedded.ok) throw new Error(JSON.stringify(embedded.issues))
  return embedded.value
}
