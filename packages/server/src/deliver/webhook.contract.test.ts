import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { testCertificate } from './testing/certificate.ts'
import { type LocalServer, localServer } from './testing/local-server.ts'
import { sendWebhook } from './webhook.ts'
import { createWebhookSecret } from './webhook-signature.ts'

setDefaultCACertificates([...getCACertificates(), testCertificate.cert])

const secret = createWebhookSecret()
const event = {
  id: 'evt_1',
  type: 'window.opened',
  timestamp: '2026-01-05T09:00:00Z',
  data: { plan: 'p1' },
}
const world = { now: () => Date.now(), allowLocal: true, resolve: async () => ['127.0.0.1'] }

function endpointOf({ port }: LocalServer, host = 'hooks.localhost') {
  return { url: `http://${host}:${port}/in`, secrets: [secret] }
}

async function answered(status: number, headers: Record<string, string> = {}) {
  await using server = await localServer((response) =>
    response.writeHead(status, headers).end('no'),
  )
  return await sendWebhook(world, endpointOf(server), event)
}

it('sends what the library of the standard verifies, to the address it looked up, by name', async () => {
  await using server = await localServer((response) => response.writeHead(204).end())
  const result = await sendWebhook(world, endpointOf(server), event)
  expect(result).toEqual({ kind: 'accepted', providerId: null })
  const [request] = server.received
  expect(request?.headers.host).toBe(`hooks.localhost:${server.port}`)
  // The server reads each of these headers once, as a string.
  const headers = request?.headers as Record<string, string>
  expect(new Webhook(secret).verify(request?.body ?? Buffer.alloc(0), headers)).toEqual({
    type: event.type,
    timestamp: event.timestamp,
    data: event.data,
  })
  expect(headers['webhook-id']).toBe('evt_1')
})

it('looks a name up once: a second answer cannot move the connection', async () => {
  await using server = await localServer((response) => response.writeHead(200).end())
  const answers = [['127.0.0.1'], ['169.254.169.254']]
  const resolve = async () => answers.shift() ?? []
  expect((await sendWebhook({ ...world, resolve }, endpointOf(server), event)).kind).toBe(
    'accepted',
  )
  expect(answers).toHaveLength(1)
})

it('goes to the second address where the first is out of reach', async () => {
  await using server = await localServer((response) => response.writeHead(200).end())
  const resolve = async () => ['::1', '127.0.0.1']
  expect((await sendWebhook({ ...world, resolve }, endpointOf(server), event)).kind).toBe(
    'accepted',
  )
})

it.each([
  ['a private address', ['10.0.0.7']],
  ['this machine', ['127.0.0.1']],
  ['a mapped address', ['::ffff:127.0.0.1']],
  ['a public and a private address', ['1.1.1.1', '192.168.0.1']],
])('refuses a public name that leads to %s', async (_what, addresses) => {
  const endpoint = { url: 'https://hooks.example.org/', secrets: [secret] }
  const result = await sendWebhook({ ...world, resolve: async () => addresses }, endpoint, event)
  expect(result).toEqual({ kind: 'refused', reason: 'the host has a private address' })
})

it('sends nothing to a local name that leads into the network', async () => {
  const endpoint = { url: 'http://hooks.localhost/', secrets: [secret] }
  const resolve = async () => ['10.0.0.7']
  expect((await sendWebhook({ ...world, resolve }, endpoint, event)).kind).toBe('refused')
})

it.each(['http://127.0.0.1:PORT/', 'https://2130706433:PORT/', 'https://0x7f.1:PORT/'])(
  'sends nothing to %s unless configured',
  async (text) => {
    await using server = await localServer((response) => response.writeHead(200).end())
    const endpoint = { url: text.replace('PORT', String(server.port)), secrets: [secret] }
    const result = await sendWebhook({ now: world.now }, endpoint, event)
    expect(result.kind).toBe('refused')
    expect(server.received).toHaveLength(0)
  },
)

it('does not follow a redirect to this machine', async () => {
  await using inner = await localServer((response) => response.writeHead(200).end())
  expect((await answered(307, { location: `${inner.origin}/admin` })).kind).toBe('refused')
  expect(inner.received).toHaveLength(0)
})

it.each([
  [410, 'gone'],
  [400, 'refused'],
  [404, 'retry'],
  [401, 'retry'],
  [500, 'retry'],
])('answers %i with %s', async (status, kind) => {
  expect((await answered(status)).kind).toBe(kind)
})

it('waits as long as it is asked to', async () => {
  expect(await answered(429, { 'retry-after': '30' })).toMatchObject({ afterMs: 30_000 })
})

it('is not held by an answer that never ends', async () => {
  await using server = await localServer((response) =>
    response.writeHead(200).write('x'.repeat(100_000)),
  )
  expect((await sendWebhook(world, endpointOf(server), event)).kind).toBe('accepted')
})

it('tries again after silence and after a name that is not found', async () => {
  await using server = await localServer(() => {})
  const patient = { ...world, timeoutMs: 50 }
  expect(await sendWebhook(patient, endpointOf(server), event)).toEqual({
    kind: 'retry',
    reason: 'no answer (timeout)',
  })
  const mute = async () => new Promise<never>(() => {})
  expect(await sendWebhook({ ...patient, resolve: mute }, endpointOf(server), event)).toEqual({
    kind: 'retry',
    reason: 'the host was not found (timeout)',
  })
  const lost = async () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }))
  const result = await sendWebhook({ ...world, resolve: lost }, endpointOf(server), event)
  expect(result).toEqual({ kind: 'retry', reason: 'the host was not found (ENOTFOUND)' })
})

it('holds the certificate to the name in the URL, although it connects to a number', async () => {
  await using server = await localServer(
    (response) => response.writeHead(200).end(),
    testCertificate,
  )
  const to = (host: string) => ({ url: `https://${host}:${server.port}/`, secrets: [secret] })
  expect((await sendWebhook(world, to('hooks.localhost'), event)).kind).toBe('accepted')
  expect(await sendWebhook(world, to('other.localhost'), event)).toEqual({
    kind: 'retry',
    reason: 'no answer (ERR_TLS_CERT_ALTNAME_INVALID)',
  })
  expect(server.received).toHaveLength(1)
})
