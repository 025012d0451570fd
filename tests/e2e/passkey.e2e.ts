import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  newOwner,
  openStaffBench,
  PASSWORD,
  type Person,
  type StaffBench,
} from '../../packages/server/src/auth/staff-testing.ts'
import { CHROMIUM_ARGS, requireChromium } from '../../scripts/chromium.ts'

/** What a sign-in page does, and no more: WebAuthn's own JSON forms, sent as they are. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Sign in</title><script>
async function post(path, body = {}) {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch('/api/auth' + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}
async function session() { return (await (await fetch('/api/auth/session')).json()).session }
async function createKey() {
  const { body } = await post('/passkey/register-options')
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(body)
  return (await navigator.credentials.create({ publicKey })).toJSON()
}
async function register(name) { return post('/passkey/register', { name, response: await createKey() }) }
async function sign(change = {}) {
  const { body } = await post('/passkey/sign-in-options')
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...body, ...change })
  return (await navigator.credentials.get({ publicKey })).toJSON()
}
async function signIn(change) { return post('/passkey/sign-in', { response: await sign(change) }) }
</script>`

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

let bench: StaffBench
let browser: Browser
let server: ReturnType<typeof serve>
let origin: string

beforeAll(async () => {
  const app = new Hono()
  app.get('/', (c) => c.html(PAGE))
  app.all('/api/auth/*', (c) => bench.auth.handler(c.req.raw, '127.0.0.1'))
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  if (!server.listening) await once(server, 'listening')
  // A name and not an address: a passkey belongs to a domain. On localhost a browser asks for no TLS.
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  bench = await openStaffBench({ baseUrl: origin })
  const executablePath = requireChromium()
  browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await bench?.close()
})

interface Desk {
  readonly page: Page
  readonly cdp: CDPSession
  readonly authenticatorId: string
  readonly owner: Person
  readonly run: (expression: string) => Promise<Answer>
  readonly session: () => Promise<Readonly<Record<string, unknown>> | null>
}

/** A clinic's owner at a browser with an authenticator built in, signed in with the password. */
async function openDesk(): Promise<Desk> {
  const owner = await newOwner(bench)
  const page = await (await browser.newContext()).newPage()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(origin)
  const run = (expression: string) => page.evaluate<Answer>(expression)
  const session = () => page.evaluate<Readonly<Record<string, unknown>> | null>('session()')
  const desk = { page, cdp, authenticatorId, owner, run, session }
  expect(await withPassword(desk)).toMatchObject({ status: 200 })
  // The counters of tries are of one address here.
  await bench.db.deleteFrom('rateLimit').execute()
  return desk
}

function withPassword({ run, owner }: Desk): Promise<Answer> {
  const body = JSON.stringify({ email: owner.email, password: PASSWORD })
  return run(`post('/sign-in/email', ${body})`)
}

it('sets a passkey up after the password, and signs in with it alone as with two factors', async () => {
  const desk = await openDesk()
  expect(await desk.session()).toMatchObject({ secondFactor: false })
  expect(await desk.run(`register('Desk')`)).toMatchObject({
    status: 200,
    body: { passkeys: [{ name: 'Desk', lastUsedAt: null }] },
  })
  expect(await desk.session()).toMatchObject({ secondFactor: true })
  await desk.run(`post('/sign-out')`)
  expect(await desk.session()).toBeNull()
  expect(await desk.run('signIn()')).toMatchObject({ status: 200 })
  const { userId, clinicId } = desk.owner
  expect(await desk.session()).toMatchObject({ userId, clinicId, secondFactor: true })
})

it('opens nothing to the password alone once there is a passkey', async () => {
  const desk = await openDesk()
  await desk.run(`register('Desk')`)
  await desk.run(`post('/sign-out')`)
  expect(await withPassword(desk)).toMatchObject({
    body: { twoFactorRedirect: true, twoFactorMethods: ['passkey'] },
  })
  expect(await desk.session()).toBeNull()
})

it('takes a signed challenge once, and within five minutes', async () => {
  const desk = await openDesk()
  await desk.run(`register('Desk')`)
  await desk.run(`post('/sign-out')`)
  const twice = `(async () => {
    const response = await sign()
    const first = await post('/passkey/sign-in', { response })
    await post('/sign-out')
    return { ...(await post('/passkey/sign-in', { response })), body: { first: first.status } }
  })()`
  expect(await desk.run(twice)).toEqual({ status: 401, body: { first: 200 } })
  const response = JSON.stringify(await desk.run('sign()'))
  bench.clock.aheadMs = 5 * 60_000
  const late = await desk.run(`post('/passkey/sign-in', { response: ${response} })`)
  bench.clock.aheadMs = 0
  expect(late.status).toBe(401)
  expect(await desk.session()).toBeNull()
})

it('refuses an authenticator that did not check who holds it, whatever the page asked for', async () => {
  const desk = await openDesk()
  await desk.run(`register('Desk')`)
  await desk.run(`post('/sign-out')`)
  const { authenticatorId } = desk
  await desk.cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  const unverified = await desk.run(`signIn({ userVerification: 'discouraged' })`)
  expect(unverified.status).toBe(401)
  expect(await desk.session()).toBeNull()
})

it('refuses a passkey whose counter goes back: it is a copy', async () => {
  const desk = await openDesk()
  await desk.run(`register('Desk')`)
  await desk.run(`post('/sign-out')`)
  const { userId } = desk.owner
  const ahead = bench.db.updateTable('authPasskey').set({ counter: 1000 })
  await ahead.where('userId', '=', userId).execute()
  expect((await desk.run('signIn()')).status).toBe(401)
})

it('removes a passkey after a fresh sign-in, and never the last second factor', async () => {
  const desk = await openDesk()
  const { body } = await desk.run(`register('Desk')`)
  const [first] = body['passkeys'] as readonly { passkeyId: string }[]
  const remove = () =>
    desk.run(`post('/passkey/remove', { passkeyId: '${first?.passkeyId ?? ''}' })`)
  expect(await remove()).toMatchObject({ status: 400, body: { code: 'LAST_SECOND_FACTOR' } })
  const { cdp, authenticatorId } = desk
  await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
  expect(await desk.run(`register('Phone')`)).toMatchObject({ status: 200 })
  bench.clock.aheadMs = 15 * 60_000
  expect(await remove()).toMatchObject({ status: 403, body: { code: 'FRESH_SIGN_IN_REQUIRED' } })
  bench.clock.aheadMs = 0
  expect(await remove()).toMatchObject({ status: 200, body: { passkeys: [{ name: 'Phone' }] } })
})
