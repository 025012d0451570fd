import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { createVapidKeys, type PushMessage, pushTopic, sendPush } from './push.ts'
import { localServer, type Received } from './testing/local-server.ts'

interface Ece {
  readonly decrypt: (sealed: Buffer, parameters: object) => Buffer
}

// http_ece has no types; this is the one function used of it, as its README shows it.
const ece = createRequire(import.meta.url)('http_ece') as Ece

const AT = Date.UTC(2026, 0, 5, 9)
const vapid = { ...createVapidKeys(), subject: 'mailto:ops@example.org' }
const message: PushMessage = {
  title: 'Recovery plan',
  body: 'Something is due.',
  lang: 'en',
  dir: 'ltr',
  navigate: 'https://app.example.org/today',
  tag: 'task-1',
  actions: [{ action: 'done', title: 'Done', navigate: 'https://app.example.org/done' }],
  afterglow: { delivery: 'd1' },
  ttlSeconds: 14_400,
  topic: pushTopic('plan 1, task 1'),
  urgency: 'normal',
}

function browser(origin: string) {
  const curve = createECDH('prime256v1')
  const p256dh = curve.generateKeys('base64url')
  const auth = randomBytes(16).toString('base64url')
  return {
    curve,
    auth,
    subscription: { endpoint: `${origin}/push/secret`, keys: { p256dh, auth } },
  }
}

function worldOf(origin: string) {
  return { vapid, fetch, now: () => AT, allowedHosts: [origin] }
}

async function answered(status: number, headers: Record<string, string> = {}) {
  await using server = await localServer((response) => response.writeHead(status, headers).end())
  return await sendPush(worldOf(server.origin), browser(server.origin).subscription, message)
}

/** The token's claims, once its signature holds under the key beside it. */
function claimsOf({ headers }: Received): { aud: string; sub: string; exp: number } {
  const [, token = '', key = ''] =
    /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? []
  expect(key).toBe(vapid.publicKey)
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((n) => n.toString('base64url'))
  const jwk = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }
  const [head, claims = '', signature = ''] = token.split('.')
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  const signed = Buffer.from(`${head}.${claims}`)
  const options = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
  expect(verify('sha256', signed, options, Buffer.from(signature, 'base64url'))).toBe(true)
  // What the library signed: the fields the assertions below look at.
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as ReturnType<typeof claimsOf>
}

it('seals the declarative payload for this browser alone', async () => {
  await using server = await localServer((response) => response.writeHead(201).end())
  const { curve, auth, subscription } = browser(server.origin)
  const result = await sendPush(worldOf(server.origin), subscription, message)
  expect(result).toEqual({ kind: 'accepted', providerId: null })
  const [request] = server.received
  expect(request?.headers['content-encoding']).toBe('aes128gcm')
  const parameters = { version: 'aes128gcm', privateKey: curve, authSecret: auth }
  const payload = ece.decrypt(request?.body ?? Buffer.alloc(0), parameters).toString()
  expect(JSON.parse(payload)).toEqual({
    web_push: 8030,
    notification: {
      title: 'Recovery plan',
      body: 'Something is due.',
      navigate: 'https://app.example.org/today',
      tag: 'task-1',
      lang: 'en',
      dir: 'ltr',
      actions: [{ action: 'done', title: 'Done', navigate: 'https://app.example.org/done' }],
    },
    afterglow: { delivery: 'd1' },
  })
})

it('signs in with VAPID for the origin of the push service, and says TTL, Topic and Urgency', async () => {
  await using server = await localServer((response) => response.writeHead(202).end())
  await sendPush(worldOf(server.origin), browser(server.origin).subscription, message)
  const [request] = server.received
  if (request === undefined) throw new Error('nothing arrived')
  expect(claimsOf(request)).toMatchObject({ aud: server.origin, sub: 'mailto:ops@example.org' })
  expect(request.headers).toMatchObject({
    ttl: '14400',
    urgency: 'normal',
    topic: pushTopic('plan 1, task 1'),
  })
  expect(pushTopic('plan 1, task 1')).toMatch(/^[\w-]{32}$/)
})

it.each([404, 410])('takes %i as a subscription that is gone', async (status) => {
  expect((await answered(status)).kind).toBe('gone')
})

it.each([400, 403, 413, 307])('takes %i as a request to mend', async (status) => {
  expect((await answered(status, { location: 'http://127.0.0.1:9/' })).kind).toBe('refused')
})

it('waits as long as the push service asks, in seconds or until a date', async () => {
  expect(await answered(429, { 'retry-after': '120' })).toMatchObject({ afterMs: 120_000 })
  const date = 'Mon, 05 Jan 2026 09:01:00 GMT'
  expect(await answered(503, { 'retry-after': date })).toMatchObject({ afterMs: 60_000 })
  expect(await answered(500)).toEqual({ kind: 'retry', reason: 'push service answered 500' })
})

it('tries again after a refused connection, without the endpoint in the reason', async () => {
  const origin = 'http://127.0.0.1:1'
  const result = await sendPush(worldOf(origin), browser(origin).subscription, message)
  expect(result.kind).toBe('retry')
  expect(JSON.stringify(result)).not.toContain('secret')
})

it('sends nothing that is too large, to a host that is no push service, or under a bad topic', async () => {
  await using server = await localServer((response) => response.writeHead(201).end())
  const { subscription } = browser(server.origin)
  const world = worldOf(server.origin)
  const tooLarge = { ...message, body: 'ش'.repeat(1500) }
  expect(await sendPush(world, subscription, tooLarge)).toMatchObject({ kind: 'refused' })
  expect(await sendPush({ ...world, allowedHosts: [] }, subscription, message)).toMatchObject({
    kind: 'refused',
  })
  expect(await sendPush(world, subscription, { ...message, topic: 'a b' })).toMatchObject({
    kind: 'refused',
  })
  expect(server.received).toHaveLength(0)
})

it('takes keys that are no point on the curve as a subscription that is gone', async () => {
  await using server = await localServer((response) => response.writeHead(201).end())
  const { subscription, auth } = browser(server.origin)
  const p256dh = Buffer.alloc(65, 4).toString('base64url')
  const broken = { ...subscription, keys: { p256dh, auth } }
  expect((await sendPush(worldOf(server.origin), broken, message)).kind).toBe('gone')
})
