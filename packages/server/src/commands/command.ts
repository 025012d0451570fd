import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { errorAt, fail, type Instant, type Result, succeed } from '@afterglow/engine'
import { pino } from 'pino'
import { type Config, readConfig } from '../config.ts'
import { openStore, type OpenStore, type World } from '../open-server.ts'
import { allowKeeper } from '../store/keeper.ts'
import { MIGRATIONS } from '../store/migrations/index.ts'
import { statement } from '../backup/table-shape.ts'

/** A command line that the server's part of the program carries out. */
export interface CommandRequest {
  readonly words: readonly string[]
  readonly flags: Readonly<Partial<Record<string, readonly string[]>>>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: () => Instant
}

/** What is said, to people and as JSON. */
export interface Said {
  readonly text: string
  readonly json: unknown
}

export type ServerCommand = (request: CommandRequest) => Promise<Result<Said>>

export interface OpenCommand extends OpenStore {
  readonly config: Config
  readonly world: World
  readonly keyFile: string
}

function silentWorld(now: () => Instant): World {
  return {
    now,
    randomBytes: (count) => randomBytes(count),
    createId: () => randomUUID(),
    fetch: globalThis.fetch,
    log: pino({ level: 'silent' }),
  }
}

/** Opens the database that the environment names, alone where that is asked for, and closes it whatever happens. */
export async function withStore<T>(
  { environment, now }: CommandRequest,
  { alone, mayBeNew = false }: { readonly alone: boolean; readonly mayBeNew?: boolean },
  work: (open: OpenCommand) => Promise<Result<T>>,
): Promise<Result<T>> {
  const config = readConfig(environment)
  if (!config.ok) return config
  const { DATABASE_URL: url, AFTERGLOW_DATA: folder } = config.value
  // Opening would make one.
  if (!mayBeNew && url === undefined && !existsSync(join(folder, 'database')))
    return fail([errorAt('AFTERGLOW_DATA', 'not-found', `${folder} ${NO_DATABASE}`)])
  const world = silentWorld(now)
  const store = await openStore(config.value, world.log)
  if (!store.ok) return fail(store.issues.map(inUse))
  try {
    const others = alone ? await otherServers(store.value) : 0
    if (others > 0) return fail([errorAt('DATABASE_URL', 'business-rule', STOP)])
    return await work({
      ...store.value,
      config: config.value,
      world,
      keyFile: keyFileOf(config.value),
    })
  } finally {
    await store.value.db.destroy()
  }
}

const NO_DATABASE = 'holds no database: name the folder of the server, or set DATABASE_URL'

const STOP = 'is in use: stop every Afterglow server on this database, then try again'

/** The folder's lock knows of a running server; what to do about it, the person has to be told. */
function inUse<I extends { readonly diagnostics: string }>(issue: I): I {
  const hint = issue.diagnostics.includes('in use')
    ? '. Stop that server first; a running one writes backups by itself where AFTERGLOW_BACKUP_FOLDER is set'
    : ''
  return { ...issue, expression: 'AFTERGLOW_DATA', diagnostics: `${issue.diagnostics}${hint}` }
}

/** Asked before anything else: the first connection is then the only one of our own. */
async function otherServers({ db, kind }: OpenStore): Promise<number> {
  if (kind === 'pglite') return 0
  const [row] = await statement<{ count: number }>(
    db,
    `select count(*) as count from pg_stat_activity where datname = current_database()
     and application_name = 'afterglow' and pid <> pg_backend_pid()`,
  )
  return row?.count ?? 0
}

function keyFileOf({ AFTERGLOW_KEY_FILE, AFTERGLOW_DATA }: Config): string {
  return AFTERGLOW_KEY_FILE ?? join(AFTERGLOW_DATA, 'keys', 'master-keys.json')
}

/** The schema has to be there: a folder without one is no server's, perhaps a mistyped name. */
export async function requireSchema({ db }: OpenStore): Promise<Result<null>> {
  const [row] = await statement<{ there: boolean }>(
    db,
    `select to_regclass('kysely_migration') is not null as there`,
  )
  if (row?.there !== true)
    return fail([
      errorAt(
        'database',
        'not-found',
        'has nothing of Afterglow in it: check AFTERGLOW_DATA or DATABASE_URL',
      ),
    ])
  await allowKeeper(db)
  return succeed(null)
}

/** The schema has to be of this very release: what reads and writes single rows knows no other. */
export async function requireCurrentSchema(open: OpenStore): Promise<Result<null>> {
  const there = await requireSchema(open)
  if (!there.ok) return there
  const rows = await statement<{ name: string }>(open.db, 'select name from kysely_migration')
  const done = new Set(rows.map(({ name }) => name))
  const isCurrent =
    done.size === Object.keys(MIGRATIONS).length &&
    Object.keys(MIGRATIONS).every((step) => done.has(step))
  return isCurrent ? there : fail([errorAt('database', 'not-supported', OTHER_RELEASE)])
}

const OTHER_RELEASE =
  'is of another release: use that one, or start the server of this one, which brings an older schema up to date'

/** So many of a thing whose plural ends in s. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** The value of a flag that has to be given; `what` is how a person writes it. */
export function needed({ flags }: CommandRequest, name: string, what = 'FILE'): Result<string> {
  const value = flags[name]?.[0]
  return value === undefined
    ? fail([errorAt(`--${name}`, 'required', `is missing: write --${name} ${what}`)])
    : succeed(value)
}
