import { createHmac, randomUUID } from 'node:crypto'
import type { Dialect } from 'kysely'
import { createDatabase, type Database } from '../store/database.ts'
import { embeddedDialect } from '../store/embedded/dialect.ts'
import { migrate } from '../store/migrate.ts'
import { openPostgres } from '../store/postgres.ts'
import { createTestDatabase } from '../testing/postgres-server.ts'
import { openCopy, templates, templatesIfAny } from '../testing/templates.ts'
import { createStaffAuth, type StaffAuth } from './staff-auth.ts'
import type { StaffAuthEvent } from './staff-options.ts'

/** A whole staff sign-in on a database of its own, with a clock that a test can put forward. */
export interface StaffBench {
  readonly auth: StaffAuth
  readonly db: Database
  readonly clock: { aheadMs: number }
  readonly events: StaffAuthEvent[]
  readonly close: () => Promise<void>
}

export const BASE_URL = 'https://clinic.example'
export const PASSWORD = 'heron lantern 48 quarry'

interface OpenDatabase {
  readonly dialect: Dialect
  readonly drop: () => Promise<void>
}

const STAFF_DATABASES = { embedded: openThrowaway, postgres: openOnPostgres } as const

async function openThrowaway(): Promise<OpenDatabase> {
  const embedded = await openCopy(templatesIfAny()?.folder ?? null)
  return { dialect: embeddedDialect(embedded), drop: async () => {} }
}

async function openOnPostgres(): Promise<OpenDatabase> {
  const { server, name } = templates()
  const database = await createTestDatabase(server, name)
  const { dialect } = openPostgres({ url: database.url, poolSize: 4, onError: () => {} })
  return { dialect, drop: database.drop }
}

interface StaffBenchOptions {
  readonly baseUrl?: string
  readonly database?: keyof typeof STAFF_DATABASES
}

export async function openStaffBench(options: StaffBenchOptions = {}): Promise<StaffBench> {
  const { baseUrl = BASE_URL, database = 'embedded' } = options
  const { dialect, drop } = await STAFF_DATABASES[database]()
  const db = createDatabase(dialect)
  await migrate(db)
  const clock = { aheadMs: 0 }
  const events: StaffAuthEvent[] = []
  const auth = createStaffAuth({
    db,
    secret: 'a secret of the tests, long enough for it',
    baseUrl,
    now: () => Date.now() + clock.aheadMs,
    secureCookies: baseUrl.startsWith('https:'),
    log: (event) => void events.push(event),
  })
  const close = async () => {
    await db.destroy()
    await drop()
  }
  return { auth, db, clock, events, close }
}

export interface Person {
  readonly userId: string
  readonly clinicId: string
  readonly email: string
}

/** An owner of a clinic of their own. */
export async function newOwner({ auth }: StaffBench): Promise<Person> {
  const [clinicId, email] = [randomUUID(), `owner-${randomUUID().slice(0, 8)}@example.org`]
  const owner = { clinicId, clinicName: 'Riverside', name: 'Iman Okafor', email }
  const created = await auth.createOwner({ ...owner, password: PASSWORD })
  if (!created.ok) throw new Error(JSON.stringify(created.issues))
  return { userId: created.value.userId, clinicId, email }
}

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly setCookies: readonly string[]
  readonly headers: Headers
}

/** Keeps cookies as a browser does. */
interface TestClient {
  readonly post: (
    path: string,
    body?: unknown,
    more?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  readonly get: (path: string) => Promise<Answer>
  readonly headers: () => Headers
  readonly cookies: Map<string, string>
}

export function testClient({ auth }: StaffBench, address: string = newAddress()): TestClient {
  const cookies = new Map<string, string>()
  const headers = () =>
    new Headers({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await auth.handler(new Request(`${BASE_URL}/api/auth${path}`, init), address)
    const setCookies = response.headers.getSetCookie()
    for (const line of setCookies) keep(cookies, line)
    const body = (await response.json()) as Answer['body']
    return { status: response.status, body, setCookies, headers: response.headers }
  }
  return {
    cookies,
    headers,
    get: (path) => send(path, { headers: headers() }),
    post: (path, body = {}, more = {}) => {
      const sent = headers()
      sent.set('content-type', 'application/json')
      sent.set('origin', BASE_URL)
      for (const [name, value] of Object.entries(more)) sent.set(name, value)
      return send(path, { method: 'POST', headers: sent, body: JSON.stringify(body) })
    },
  }
}

/** One of 2^32: tests do not share their tries. */
function newAddress(): string {
  const bytes = randomUUID().replaceAll('-', '').slice(0, 8)
  return [...Buffer.from(bytes, 'hex')].join('.')
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const [name = '', ...value] = pair.split('=')
  if (attributes.some((one) => /^\s*max-age=0$/i.test(one))) cookies.delete(name)
  else cookies.set(name, value.join('='))
}

/** RFC 6238 with SHA-1, 30 seconds and six digits, which is what authenticator apps do. */
export function totp(secret: string, atMs: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / 30_000)))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) % 16
  return String((mac.readUInt32BE(offset) % 2 ** 31) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text.replace(/=+$/, ''))
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}

function secretOf(totpUri: unknown): string {
  return new URL(String(totpUri)).searchParams.get('secret') ?? ''
}

interface Enrolled {
  readonly client: TestClient
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

/** A code that `enrolled` has not used: of the next step, which holds already, and still does when that step comes. */
export function nextCode(secret: string): string {
  return totp(secret, Date.now() + 30_000)
}

/** Signs in with the password and sets TOTP up. */
export async function enrolled(bench: StaffBench, { email }: Person): Promise<Enrolled> {
  const client = testClient(bench)
  await client.post('/sign-in/email', { email, password: PASSWORD })
  const { body } = await client.post('/two-factor/enable', { password: PASSWORD })
  const secret = secretOf(body['totpURI'])
  const done = await client.post('/two-factor/verify-totp', {
    code: totp(secret, Date.now()),
  })
  if (done.status !== 200) throw new Error(JSON.stringify(done))
  return { client, secret, recoveryCodes: body['backupCodes'] as readonly string[] }
}
