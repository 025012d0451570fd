import { randomBytes, randomUUID } from 'node:crypto'
import { readConfig } from '../../packages/server/src/config.ts'
import type { Config } from '../../packages/server/src/config.ts'
import { openServer, type OpenServer, type World } from '../../packages/server/src/open-server.ts'
import { createDatabase } from '../../packages/server/src/store/database.ts'
import { embeddedDialect } from '../../packages/server/src/store/embedded/dialect.ts'
import { openEmbedded } from '../../packages/server/src/store/embedded/embedded.ts'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import type { Dialect } from './recording.ts'

/** Where a server has its data: a folder, and a PostgreSQL where one is named. */
export interface Place {
  readonly folder: string
  readonly databaseUrl: string | null
}

export function environmentOf({ folder, databaseUrl }: Place): Readonly<Record<string, string>> {
  return {
    AFTERGLOW_DATA: folder,
    AFTERGLOW_WORK: 'web',
    AFTERGLOW_LOG: 'error',
    AFTERGLOW_URL: 'http://localhost',
    ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }),
  }
}

/** The server in this process, to fill its database and to see what it does. */
export async function openHere(
  place: Place,
  {
    wrap = (dialect) => dialect,
    createId = randomUUID,
  }: { readonly wrap?: (dialect: Dialect) => Dialect; readonly createId?: () => string } = {},
): Promise<OpenServer> {
  const config = readConfig(environmentOf(place))
  if (!config.ok) throw new Error(JSON.stringify(config.issues))
  const world = { now: () => Date.now(), randomBytes, createId, fetch, log: SILENT }
  const dialect = await dialectOf(config.value)
  const db = createDatabase(wrap(dialect))
  const kind = place.databaseUrl === null ? 'pglite' : 'postgres'
  const server = await openServer(config.value, world, { db, kind })
  if (!server.ok) throw new Error(JSON.stringify(server.issues))
  return server.value
}

async function dialectOf({
  DATABASE_URL,
  AFTERGLOW_DATA,
  DATABASE_POOL,
}: Config): Promise<Dialect> {
  if (DATABASE_URL !== undefined) {
    return openPostgres({ url: DATABASE_URL, poolSize: DATABASE_POOL, onError: () => {} }).dialect
  }
  const embedded = await openEmbedded({ folder: databaseFolder(AFTERGLOW_DATA) })
  if (!embedded.ok) throw new Error(JSON.stringify(embedded.issues))
  return embeddedDialect(embedded.value)
}

export function databaseFolder(folder: string): string {
  return `${folder}/database`
}

const ignore = () => {}
// Of a logger no more is called here.
const SILENT = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: (...told: unknown[]) => console.error(...told),
} as unknown as World['log']
