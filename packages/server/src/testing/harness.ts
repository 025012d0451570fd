import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@afterglow/engine'
import type { Hono } from 'hono'
import { pino } from 'pino'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Deps } from '../deps.ts'
import type { Principal, Role } from '../http/principal.ts'
import { openServer, type OpenServer, type OpenStore } from '../open-server.ts'
import { createClinic } from '../store/clinic-settings.ts'
import { createDatabase, inScope } from '../store/database.ts'
import { embeddedDialect } from '../store/embedded/dialect.ts'
import { createTestDatabase } from './postgres-server.ts'
import { openCopy, templates } from './templates.ts'

/** The databases that every test of the server runs on: the embedded one and a PostgreSQL. */
export const DATABASES = ['embedded', 'postgres'] as const
export type DatabaseKind = (typeof DATABASES)[number]

/** A whole server but for its port, on a database and a folder of its own, with a clock that a test moves. */
export interface TestServer {
  readonly deps: Deps
  readonly app: Hono
  readonly clock: { now: Instant }
  readonly folder: string
  /** Lets the database go, for another process; `reopen` takes it back. */
  readonly pause: () => Promise<void>
  /** Closes the server and opens it again on the same database. */
  readonly reopen: () => Promise<TestServer>
  readonly close: () => Promise<void>
}

export const START = Date.parse('2026-11-22T08:00:00Z')

export interface TestServerOptions {
  /** The embedded database as it is run, in place of one that is gone once closed: for what outlasts a closing. */
  readonly onDisk?: boolean
  readonly environment?: Readonly<Record<string, string>>
  readonly fetch?: typeof globalThis.fetch
}

export async function openTestServer(
  kind: DatabaseKind,
  options: TestServerOptions = {},
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-server-'))
  const { server, name } = templates()
  const database = kind === 'postgres' ? await createTestDatabase(server, name) : null
  const isThrowaway = kind === 'embedded' && !options.onDisk
  if (!database && !isThrowaway)
    cpSync(templates().folder, join(folder, 'database'), { recursive: true })
  const bench = {
    folder,
    clock: { now: START },
    isThrowaway,
    fetch: options.fetch,
    drop: database?.drop,
    environment: {
      AFTERGLOW_DATA: folder,
      AFTERGLOW_URL: 'https://care.example',
      ...(database && { DATABASE_URL: database.url, DATABASE_POOL: '8' }),
      ...options.environment,
    },
  }
  return openOn(bench)
}

/** What stays when a test server is closed and opened again. */
interface Bench {
  readonly folder: string
  readonly clock: { now: Instant }
  readonly isThrowaway: boolean
  readonly fetch: typeof globalThis.fetch | undefined
  readonly drop: (() => Promise<void>) | undefined
  readonly environment: Readonly<Record<string, string>>
}

async function openOn(bench: Bench): Promise<TestServer> {
  const { clock, folder, fetch, environment } = bench
  const store = bench.isThrowaway ? await throwawayStore() : undefined
  const server = await openedServer(environment, { clock, fetch, store })
  const { deps } = server
  let closed: Promise<void> | undefined
  const pause = (): Promise<void> => (closed ??= server.close())
  return {
    deps,
    app: appOf(deps),
    clock,
    folder,
    pause,
    reopen: async () => {
      await pause()
      return openOn(bench)
    },
    close: async () => {
      await pause()
      await bench.drop?.()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function throwawayStore(): Promise<OpenStore> {
  const embedded = await openCopy(templates().folder)
  return { db: createDatabase(embeddedDialect(embedded)), kind: 'pglite' }
}

interface Opening {
  readonly clock: { now: Instant }
  readonly fetch?: typeof globalThis.fetch | undefined
  readonly store?: OpenStore | undefined
}

async function openedServer(
  environment: Readonly<Record<string, string>>,
  { clock, fetch = globalThis.fetch, store }: Opening,
): Promise<OpenServer> {
  const config = readConfig(environment)
  if (!config.ok) throw new Error(JSON.stringify(config.issues))
  const world = {
    now: () => clock.now,
    randomBytes,
    createId: randomUUID,
    fetch,
    log: pino({ level: 'silent' }),
  }
  const server = await openServer(config.value, world, store)
  if (!server.ok) throw new Error(JSON.stringify(server.issues))
  return server.value
}

function appOf(deps: Deps): Hono {
  return createApp(deps, {
    files: null,
    addressOf: (context) => context.req.header('x-test-address') ?? 'test',
  })
}

/** A clinic without anybody signed in; `asStaff` and `asPatient` say who asks. */
export async function newClinic(
  { deps, clock }: TestServer,
  {
    name = 'Riverside',
    zone = 'Asia/Dubai',
  }: { readonly name?: string; readonly zone?: string } = {},
): Promise<string> {
  const clinicId = randomUUID()
  await inScope(deps.db, { clinicId }, (trx) =>
    createClinic(trx, { clinicId, name, zone, country: null, locale: 'en' }, clock.now),
  )
  return clinicId
}

export interface Told {
  readonly status: number
  // A test reads whatever the route answers.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any
  readonly headers: Headers
}

// The four parts of a request, in its order: every test writes dozens of them.
// oxlint-disable-next-line max-params
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Told>

/** Asks as a principal whose sign-in is not what is tested: routes, rules and rows see them as they see anybody. */
export function askingAs(server: TestServer, principal: Principal): Ask {
  const deps: Deps = { ...server.deps, principalOf: async () => principal }
  return asking(appOf(deps))
}

/** Asks as whoever the headers say: nobody, without any. */
export function asking(app: Hono): Ask {
  // oxlint-disable-next-line max-params -- see Ask
  return async (method, path, body, headers = {}) => {
    const isBytes = body instanceof Uint8Array
    const response = await app.request(`/api/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && !isBytes && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, body: await bodyOf(response) }
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.body === null) return null
  const type = response.headers.get('content-type') ?? ''
  if (/[/+]json\b/.test(type)) return response.json()
  return new Uint8Array(await response.arrayBuffer())
}

export function staff(clinicId: string, ...roles: readonly Role[]): Principal {
  return {
    kind: 'staff',
    userId: `user-${roles.join('-')}`,
    name: 'Dr Noor',
    clinicId,
    roles,
    secondFactor: true,
  }
}

export function patient(
  clinicId: string,
  patientId: string,
  kind: 'patient' | 'caregiver' = 'patient',
): Principal {
  return { kind, clinicId, patientId, sessionId: randomUUID() }
}

/** A patient of a clinic with one session, an hour ago: face, pen, 1.5 mm. */
export async function newPatientWithSession(
  server: TestServer,
  clinicId: string,
  {
    name = 'Aisha Rahman',
    email = null,
  }: { readonly name?: string; readonly email?: string | null } = {},
): Promise<{ readonly patientId: string; readonly procedureId: string }> {
  const ask = askingAs(server, staff(clinicId, 'clinician'))
  const created = await ask('POST', '/patients', { name, email, zone: 'Asia/Dubai', locale: 'en' })
  if (created.status !== 201) throw new Error(JSON.stringify(created.body))
  const { patientId } = created.body as { readonly patientId: string }
  const procedure = await ask('POST', `/patients/${patientId}/procedures`, {
    endedAt: new Date(server.clock.now - 3_600_000).toISOString().replace('.000', ''),
    device: 'pen',
    needleDepthMm: 1.5,
    bodySites: ['face'],
    adjuncts: [],
    setting: 'clinic',
    patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
  })
  if (procedure.status !== 201) throw new Error(JSON.stringify(procedure.body))
  return {
    patientId,
    procedureId: (procedure.body as { readonly procedureId: string }).procedureId,
  }
}
