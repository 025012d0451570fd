import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { errorAt, fail, type Instant, type Issue, type Result, succeed } from '@afterglow/engine'
import { readLedgerLibrary } from '@afterglow/ledger'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { createPrincipalOf } from './auth/principal-of.ts'
import { createStaffAuth } from './auth/staff-auth.ts'
import { createOpenings } from './care/opens-today.ts'
import { openProtocolShelf } from './care/protocol-shelf.ts'
import { baseUrlOf, type Config } from './config.ts'
import { openChannels } from './deliver/channels.ts'
import { createVapidKeys } from './deliver/push.ts'
import type { Deps } from './deps.ts'
import { diskFault } from './disk-fault.ts'
import { openKeyFile } from './key-file.ts'
import { createMetrics } from './metrics.ts'
import { type BlobStore, blobStoreOf, createGate } from './photo/index.ts'
import { openQueue } from './queue.ts'
import type { MasterKeys } from './seal/index.ts'
import { createDatabase, type Database } from './store/database.ts'
import { embeddedDialect } from './store/embedded/dialect.ts'
import { openEmbedded } from './store/embedded/embedded.ts'
import { migrate } from './store/migrate.ts'
import { openPostgres } from './store/postgres.ts'
import { keepNewFilesPrivate, makePrivateFolder } from './store/private-folder.ts'
import { serverSecret } from './store/server-secret.ts'

/** What a server is opened with beside its configuration: the clock, chance, and the way out. */
export interface World {
  readonly now: () => Instant
  readonly randomBytes: (count: number) => Uint8Array
  readonly createId: () => string
  readonly fetch: typeof globalThis.fetch
  readonly log: Logger
}

/** A database that is open, its schema perhaps of an earlier release. */
export interface OpenStore {
  readonly db: Database
  readonly kind: 'pglite' | 'postgres'
}

export interface OpenServer {
  readonly deps: Deps
  readonly close: () => Promise<void>
}

/** Opens everything a server works with, its schema up to date: database, keys, protocols, queue, channels. */
export async function openServer(
  config: Config,
  world: World,
  given?: OpenStore,
): Promise<Result<OpenServer>> {
  const ledger = readLedgerLibrary(config.AFTERGLOW_PROTOCOLS, {
    cache: true,
    flag: 'AFTERGLOW_PROTOCOLS',
  })
  if (!ledger.ok) return fail(ledger.issues)
  const store = given ? succeed(given) : await openStore(config, world.log)
  if (!store.ok) return store
  const { db, kind } = store.value
  await migrate(db)
  const keys = await openKeys(config, world, db)
  if (!keys.ok) {
    await db.destroy()
    return keys
  }
  const masterKeys = keys.value
  const shelf = await openProtocolShelf(db, ledger.value, world.now())
  const onError = (error: Error) => world.log.error({ error: error.message }, 'job queue')
  const queue = await openQueue({ db, kind, onError })
  const rim = await openRim(config, world, { db, masterKeys, now: world.now })
  const made = { openings: createOpenings(OPENINGS_KEPT), metrics: createMetrics() }
  const deps = { config, ...world, ...rim, db, masterKeys, shelf, queue, ...made }
  return succeed({ deps, close: () => close(deps) })
}

/** Of the clinics of one server, whoever is in the first month. */
const OPENINGS_KEPT = 20_000

/** What the server reaches people by: addresses, sign-in, channels, the place of photos. */
async function openRim(
  config: Config,
  world: World,
  secrets: Secrets,
): Promise<Pick<Deps, RimParts>> {
  const vapid = await serverSecret(secrets, 'vapid', createVapidKeys)
  const { baseUrl, staffAuth } = await openSignIn({ config, world, secrets })
  const who = { db: secrets.db, staffAuth, baseUrl, now: world.now }
  return {
    baseUrl,
    staffAuth,
    blobs: blobsOf(config, world),
    photoGate: createGate(1),
    channels: openChannels(config, { ...world, vapid }),
    principalOf: createPrincipalOf(who),
  }
}

type RimParts = 'baseUrl' | 'staffAuth' | 'blobs' | 'photoGate' | 'channels' | 'principalOf'
type Secrets = Pick<Deps, 'db' | 'masterKeys' | 'now'>

async function openKeys(
  config: Config,
  { randomBytes }: World,
  db: Database,
): Promise<Result<MasterKeys>> {
  const path = config.AFTERGLOW_KEY_FILE ?? join(config.AFTERGLOW_DATA, 'keys', 'master-keys.json')
  return openKeyFile(path, { mayCreate: await isNew(db), randomBytes })
}

/** What may lie in the folder of a server, and is for its own account alone. */
const PARTS = ['database', 'keys', 'photos'] as const

export async function openStore(config: Config, log: Logger): Promise<Result<OpenStore>> {
  keepNewFilesPrivate()
  const folder = madePrivate(config)
  if (!folder.ok) return folder
  if (config.DATABASE_URL !== undefined) {
    const { dialect } = openPostgres({
      url: config.DATABASE_URL,
      poolSize: config.DATABASE_POOL,
      onError: (error) => log.warn({ error: error.message }, 'a database connection broke'),
    })
    return succeed({ db: createDatabase(dialect), kind: 'postgres' })
  }
  const embedded = await openEmbedded({ folder: join(config.AFTERGLOW_DATA, 'database') })
  if (!embedded.ok) return fail(embedded.issues.map(ofTheFolder))
  return succeed({ db: createDatabase(embeddedDialect(embedded.value)), kind: 'pglite' })
}

/** Where the database is elsewhere, a folder that is not there yet is made with the first key or photo. */
function madePrivate({ AFTERGLOW_DATA: folder, DATABASE_URL: url }: Config): Result<null> {
  try {
    if (url === undefined || existsSync(folder)) makePrivateFolder(folder, PARTS)
    return succeed(null)
  } catch (error) {
    const why = diskFault(error)
    if (why === null) throw error
    return fail([errorAt('AFTERGLOW_DATA', 'value', `cannot use ${folder}: ${why}`)])
  }
}

function ofTheFolder(issue: Issue): Issue {
  return { ...issue, expression: 'AFTERGLOW_DATA' }
}

/** Whether nothing was ever sealed in it: then there is nothing that other keys would have to open. */
async function isNew(db: Database): Promise<boolean> {
  const { rows } = await sql`select 1 from server_secret limit 1`.execute(db)
  return rows.length === 0
}

interface SignInParts {
  readonly config: Config
  readonly world: World
  readonly secrets: Secrets
}

async function openSignIn({
  config,
  world,
  secrets,
}: SignInParts): Promise<Pick<Deps, 'baseUrl' | 'staffAuth'>> {
  const baseUrl = baseUrlOf(config)
  const create = () => Buffer.from(world.randomBytes(32)).toString('base64url')
  const secret = await serverSecret(secrets, 'staff-sign-in', create)
  const staffAuth = createStaffAuth({
    db: secrets.db,
    secret,
    baseUrl,
    now: world.now,
    secureCookies: baseUrl.startsWith('https:'),
    log: (event) => world.log.info(event, 'staff sign-in'),
  })
  return { baseUrl, staffAuth }
}

export function blobsOf(config: Config, world: World): BlobStore {
  const { PHOTOS_S3_URL: url, PHOTOS_S3_BUCKET: bucket, PHOTOS_S3_REGION: region } = config
  const { PHOTOS_S3_KEY_ID: accessKeyId, PHOTOS_S3_SECRET: secretAccessKey } = config
  const s3 = url && bucket && accessKeyId && secretAccessKey
  if (!s3)
    return blobStoreOf({ kind: 'folder', folder: join(config.AFTERGLOW_DATA, 'photos') }, world)
  return blobStoreOf({ kind: 's3', url, region, bucket, accessKeyId, secretAccessKey }, world)
}

async function close({ queue, channels, db }: Deps): Promise<void> {
  await queue.stop()
  channels.mailer?.close()
  await db.destroy()
}
