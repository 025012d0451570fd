import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Role } from '../packages/server/src/http/principal.ts'
import { totp } from '../packages/server/src/auth/staff-testing.ts'
import { readConfig } from '../packages/server/src/config.ts'
import type { Deps } from '../packages/server/src/deps.ts'
import { openServer } from '../packages/server/src/open-server.ts'
import { startServer } from '../packages/server/src/start-server.ts'
import { createClinic } from '../packages/server/src/store/clinic-settings.ts'
import { inScope } from '../packages/server/src/store/database.ts'
import { freePort } from './free-port.ts'

/** The server as it is run, on the embedded database in a folder of its own, with the built app in front of it. */
export interface ClinicServer {
  /** `http://localhost:PORT/`: a passkey and a cookie belong to a name. */
  readonly url: string
  readonly deps: Deps
  readonly close: () => Promise<void>
}

export interface ServerOptions {
  readonly appFolder: string
  readonly environment?: Readonly<Record<string, string>>
  /** The folder of an embedded database to begin with a copy of: making one takes seconds. */
  readonly template?: string
}

export async function openClinicServer({
  appFolder,
  environment = {},
  template,
}: ServerOptions): Promise<ClinicServer> {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-e2e-'))
  if (template !== undefined) cpSync(template, join(folder, 'database'), { recursive: true })
  const port = await freePort()
  const url = `http://localhost:${port}`
  const own = { PORT: String(port), AFTERGLOW_URL: url, AFTERGLOW_DATA: folder }
  const config = readConfig({ ...own, ...environment })
  if (!config.ok) throw new Error(JSON.stringify(config.issues))
  const opened = await openServer(config.value, WORLD)
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues))
  const { deps, close } = opened.value
  const running = await startServer(deps, appFolder)
  return {
    url: `${url}/`,
    deps,
    close: async () => {
      await running.stop()
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const WORLD = {
  now: () => Date.now(),
  randomBytes: (count: number) => randomBytes(count),
  createId: () => randomUUID(),
  fetch: globalThis.fetch,
  log: pino({ level: 'silent' }),
}

export interface Member {
  readonly clinicId: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly password: string
  /** Of their authenticator app. */
  readonly secret: string
  /** What a browser that has signed in with both factors sends. */
  readonly cookie: { readonly name: string; readonly value: string }
}

const PASSWORD = 'heron lantern 48 quarry'

/** A clinic, and its owner who is a clinician too, signed in. */
export async function newClinic(server: ClinicServer, name = 'Riverside'): Promise<Member> {
  const { deps } = server
  const clinicId = randomUUID()
  const clinic = { clinicId, name, zone: 'Asia/Dubai', country: null, locale: 'en' }
  await inScope(deps.db, { clinicId }, (trx) => createClinic(trx, clinic, deps.now()))
  const email = `owner-${clinicId.slice(0, 8)}@clinic.example`
  const person = { name: 'Dr Noor Rahimi', email, password: PASSWORD }
  const owner = { clinicId, clinicName: name, alsoClinician: true, ...person }
  const made = await deps.staffAuth.createOwner(owner)
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  return signedIn(server, { clinicId, userId: made.value.userId, ...person })
}

interface NewMember {
  readonly by: Member
  readonly name: string
  readonly roles: readonly Role[]
}

/** Somebody who was invited by the owner, has joined the team and is signed in. */
export async function newMember(
  server: ClinicServer,
  { by, name, roles }: NewMember,
): Promise<Member> {
  const { clinicId } = by
  const email = `${randomUUID().slice(0, 8)}@clinic.example`
  const invited = await asking(server, by)('POST', '/v1/team/invitations', { email, roles })
  const token = String(invited['link']).split('/').at(-1)
  const joined = { token, name, password: PASSWORD }
  const { userId } = await asking(server)('POST', '/v1/team/accept', joined)
  return signedIn(server, { clinicId, userId: String(userId), name, email, password: PASSWORD })
}

/** Signs in with a password, sets an authenticator app up, and keeps the cookie. */
async function signedIn(
  server: ClinicServer,
  person: Omit<Member, 'secret' | 'cookie'>,
): Promise<Member> {
  const { email, password } = person
  const first = await post(server, '/auth/sign-in/email', { body: { email, password } })
  const enabled = await post(server, '/auth/two-factor/enable', {
    body: { password },
    cookie: first.cookie,
  })
  const secret = new URL(String(enabled.body['totpURI'])).searchParams.get('secret') ?? ''
  const code = totp(secret, server.deps.now())
  const { cookie } = await post(server, '/auth/two-factor/verify-totp', {
    body: { code },
    cookie: enabled.cookie,
  })
  if (!cookie) throw new Error('no session came of signing in')
  return { ...person, secret, cookie }
}

type Answer = Readonly<Record<string, unknown>>

/** Asks the API as a browser of this person does; anything but success is a failure of the test. */
export function asking(
  server: ClinicServer,
  who?: Pick<Member, 'cookie'>,
): (method: string, path: string, body?: unknown) => Promise<Answer> {
  return async (method, path, body) => {
    const response = await fetch(`${server.url}api${path}`, {
      method,
      headers: {
        origin: new URL(server.url).origin,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...(who && { cookie: `${who.cookie.name}=${who.cookie.value}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    // Every route that is asked here answers with an object, or nothing.
    return text === '' ? {} : (JSON.parse(text) as Answer)
  }
}

interface Posted {
  readonly body: Answer
  readonly cookie: Member['cookie'] | undefined
}

async function post(
  { url }: ClinicServer,
  path: string,
  { body, cookie }: { readonly body: unknown; readonly cookie?: Member['cookie'] | undefined },
): Promise<Posted> {
  const response = await fetch(`${url}api${path}`, {
    method: 'POST',
    headers: {
      origin: new URL(url).origin,
      'content-type': 'application/json',
      ...(cookie && { cookie: `${cookie.name}=${cookie.value}` }),
    },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
  return { body: JSON.parse(text) as Answer, cookie: sessionIn(response) ?? cookie }
}

function sessionIn(response: Response): Member['cookie'] | undefined {
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]*session_token)=([^;]+)/.exec(line) ?? []
    if (name && value) return { name, value }
  }
  return undefined
}
