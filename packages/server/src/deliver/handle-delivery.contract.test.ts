import { createECDH, randomBytes, randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keepSubscription } from '../auth/patient-push.ts'
import { type Tries, TryAgain } from '../queue.ts'
import { inScope, jsonOf, timestampOf } from '../store/database.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  openTestServer,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import {
  consent,
  decide,
  deliverQueued,
  deliveriesIn,
  LAST_TRY,
  newReminded,
  type Place,
  prefer,
  withPatient,
} from '../wake/wake-testing.ts'
import { wakeAll } from '../wake/worker.ts'
import type { DeliveryRow } from './delivery-row.ts'
import { handleDelivery } from './handle-delivery.ts'
import { localServer } from './testing/local-server.ts'
import { answer, type LocalSmtp, localSmtp } from './testing/smtp-server.ts'
import { sealSecrets } from './webhook-secrets.ts'
import { createWebhookSecret, verifyWebhook } from './webhook-signature.ts'

interface Ece {
  readonly decrypt: (sealed: Buffer, parameters: object) => Buffer
}

// http_ece has no types; this is the one function used of it, as its README shows it.
const ece = createRequire(import.meta.url)('http_ece') as Ece

const HOUR_MS = 3_600_000
const ENDED = '2026-11-22T11:00:00+04:00'
/** Touching the face opens 72 hours after. */
const OPENS = Date.parse('2026-11-25T11:00:00+04:00')

describe.each(DATABASES)('a delivery on %s', (kind) => {
  let smtp: LocalSmtp
  let server: TestServer
  let pushes: Awaited<ReturnType<typeof localServer>>
  let refusal: Error | null = null
  let pushStatus = 201
  beforeAll(async () => {
    smtp = await localSmtp({ onRcptTo: (_to, _session, done) => done(refusal) })
    pushes = await localServer((response) => response.writeHead(pushStatus).end())
    server = await openTestServer(kind, {
      environment: {
        SMTP_URL: `smtp://${smtp.host}`,
        MAIL_FROM: 'care@example.org',
        PUSH_SUBJECT: 'mailto:ops@example.org',
        PUSH_HOSTS: pushes.origin,
        WEBHOOKS_TO_LOCALHOST: 'yes',
      },
    })
  })
  beforeEach(() => {
    refusal = null
    pushStatus = 201
  })
  afterAll(async () => {
    await server.close()
    await smtp[Symbol.asyncDispose]()
    await pushes[Symbol.asyncDispose]()
  })

  async function place(settings: object = { quietHours: null }): Promise<Place> {
    server.clock.now = Date.parse(ENDED)
    const clinicId = await newClinic(server)
    await decide(server, clinicId, { digestAt: null, ...settings })
    const one = await newReminded(server, clinicId, { endedAt: ENDED })
    await prefer(server, one, { kinds: ['window-opened'] })
    return one
  }

  /** What opens at 72 hours, worked out and not yet sent. */
  async function queued(one: Place): Promise<readonly DeliveryRow[]> {
    server.clock.now = OPENS - 1
    await wakeAll(server.deps)
    await deliverQueued(server, one)
    server.clock.now = OPENS
    await wakeAll(server.deps)
    const rows = (await deliveriesIn(server, one)).filter(({ state }) => state === 'queued')
    expect(rows.length).toBeGreaterThan(0)
    return rows
  }

  async function now(one: Place, rows: readonly DeliveryRow[]): Promise<readonly DeliveryRow[]> {
    const ids = rows.map(({ deliveryId }) => deliveryId)
    return (await deliveriesIn(server, one)).filter(({ deliveryId }) => ids.includes(deliveryId))
  }

  it('is dropped when the end of the session was corrected after it was queued', async () => {
    const one = await place()
    const rows = await queued(one)
    const ask = askingAs(server, staff(one.clinicId, 'clinician'))
    const { body } = await ask('GET', `/patients/${one.patientId}/procedures`)
    const path = `/patients/${one.patientId}/procedures/${body.items[0].procedureId}/corrections`
    const told = await ask('POST', path, { endedAt: '2026-11-22T12:00:00+04:00' })
    expect(told.status).toBe(201)
    const before = smtp.raw.length
    await deliverQueued(server, one)
    expect(smtp.raw).toHaveLength(before)
    for (const { state, reason } of await now(one, rows))
      expect({ state, reason }).toEqual({ state: 'dropped', reason: 'no-longer-due' })
  })

  it('is dropped when the consent was withdrawn, also where the withdrawal came while it was on its way', async () => {
    const one = await place()
    const rows = await queued(one)
    await consent(server, one, { scope: 'email', given: false })
    await sql`update delivery set state = 'queued' where patient_id = ${one.patientId}
      and due_at = ${timestampOf(OPENS)}::timestamptz`.execute(server.deps.db)
    const before = smtp.raw.length
    await deliverQueued(server, one)
    expect(smtp.raw).toHaveLength(before)
    for (const { state, reason } of await now(one, rows))
      expect({ state, reason }).toEqual({ state: 'dropped', reason: 'consent-withdrawn' })
  })

  it('is dropped and never sent late', async () => {
    const one = await place()
    const rows = await queued(one)
    server.clock.now = OPENS + 24 * HOUR_MS
    await deliverQueued(server, one)
    for (const { state, reason } of await now(one, rows))
      expect({ state, reason }).toEqual({ state: 'dropped', reason: 'expired' })
  })

  it('waits for the morning when it is late in the evening by the time it can be sent', async () => {
    const one = await place({ quietHours: { from: '21:00', until: '08:00' } })
    const rows = await queued(one)
    server.clock.now = Date.parse('2026-11-25T22:00:00+04:00')
    const before = smtp.raw.length
    expect(await deliverQueued(server, one)).toEqual([])
    expect(smtp.raw).toHaveLength(before)
    for (const { state } of await now(one, rows)) expect(state).toBe('queued')
    const jobs = await sql<{ readonly startAfter: number }>`select start_after from pgboss.job
      where data ->> 'deliveryId' = ${rows[0]?.deliveryId} order by start_after desc`.execute(
      server.deps.db,
    )
    expect(jobs.rows[0]?.startAfter).toBe(Date.parse('2026-11-26T08:00:00+04:00'))
    server.clock.now = Date.parse('2026-11-26T08:00:00+04:00')
    await deliverQueued(server, one)
    for (const { state } of await now(one, rows)) expect(state).toBe('accepted')
  })

  it('is tried again while the mail server is away, and is a dead letter after the last time', async () => {
    const one = await place()
    const rows = await queued(one)
    refusal = answer(451, '4.3.0 not now')
    const failures = await deliverQueued(server, one)
    expect(failures).toEqual(rows.map(() => 'NotAccepted: SMTP 451 4.3.0 RCPT TO'))
    for (const row of await now(one, rows))
      expect(row).toMatchObject({ state: 'queued', attempts: 1, settledAt: null })
    expect(await deliverQueued(server, one, LAST_TRY)).toEqual([])
    const dead = { state: 'dead', attempts: 2, reason: 'SMTP 451 4.3.0 RCPT TO' }
    for (const row of await now(one, rows)) expect(row).toMatchObject(dead)
    refusal = null
    const ask = askingAs(server, staff(one.clinicId, 'front-desk'))
    const list = await ask('GET', '/deliveries')
    expect(list.body.items[0]).toMatchObject({ ...dead, name: 'Aisha Rahman' })
    const path = `/deliveries/${rows[0]?.deliveryId}/retry`
    expect((await ask('POST', path, {})).body.state).toBe('queued')
    expect((await ask('POST', path, {})).status).toBe(409)
    await deliverQueued(server, one)
    const again = await ask('GET', `/patients/${one.patientId}/deliveries?limit=1`)
    expect(again.body.items).toHaveLength(1)
    expect(again.body.next).not.toBeNull()
    expect((await now(one, rows))[0]).toMatchObject({ state: 'accepted', attempts: 3 })
    const other = askingAs(server, staff(await newClinic(server), 'front-desk', 'clinician'))
    expect((await other('POST', path, {})).status).toBe(404)
    expect((await other('GET', '/deliveries?state=accepted')).body.items).toEqual([])
  })

  it('stands among those that did not arrive until somebody puts it away, and is then never sent', async () => {
    const one = await place()
    const rows = await queued(one)
    const ask = askingAs(server, staff(one.clinicId, 'front-desk'))
    const path = `/deliveries/${rows[0]?.deliveryId}`
    expect((await ask('POST', `${path}/put-away`, {})).status).toBe(409)
    refusal = answer(550, '5.1.1 no such user')
    await deliverQueued(server, one)
    refusal = null
    const before = (await ask('GET', '/deliveries')).body.items.length
    const other = askingAs(server, staff(await newClinic(server), 'front-desk'))
    expect((await other('POST', `${path}/put-away`, {})).status).toBe(404)
    expect((await ask('POST', `${path}/put-away`, {})).body.state).toBe('dropped')
    expect((await ask('GET', '/deliveries')).body.items).toHaveLength(before - 1)
    expect((await ask('POST', `${path}/retry`, {})).status).toBe(409)
  })

  it('goes no more to an address that is gone, and says what the server cannot send', async () => {
    const one = await place()
    const rows = await queued(one)
    refusal = answer(550, '5.1.1 no such user')
    await deliverQueued(server, one)
    const states = (await now(one, rows)).map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['gone']))
    refusal = null
    await consent(server, one, { scope: 'sms' })
    await prefer(server, one, { kinds: null })
    server.clock.now = OPENS + 10 * HOUR_MS
    await wakeAll(server.deps)
    await deliverQueued(server, one)
    const next = (await deliveriesIn(server, one)).filter(({ dueAt }) => dueAt > OPENS)
    const tried = next.filter(({ state }) => state !== 'dropped')
    expect(tried.length).toBeGreaterThan(0)
    for (const row of tried) {
      const reason = 'this server is not set up to send SMS'
      expect(row).toMatchObject({ channel: 'sms', state: 'dead', reason })
    }
  })

  it('opens in the browser that it is for, and ends the subscription of one that is gone', async () => {
    const one = await place()
    const curve = createECDH('prime256v1')
    const p256dh = curve.generateKeys('base64url')
    const auth = randomBytes(16)
    const subscription = {
      endpoint: `${pushes.origin}/push/secret`,
      keys: { p256dh, auth: auth.toString('base64url') },
    }
    await withPatient(server, one, (trx, record) =>
      keepSubscription(trx, record, { subscription, sessionId: randomUUID(), at: 0 }),
    )
    await consent(server, one, { scope: 'push' })
    const rows = await queued(one)
    expect(rows.map(({ channel }) => channel)).toContain('push')
    const before = pushes.received.length
    await deliverQueued(server, one)
    const [got] = pushes.received.slice(before)
    if (got === undefined) throw new Error('nothing arrived')
    expect(got.headers).toMatchObject({ ttl: '86400', urgency: 'normal' })
    const parameters = {
      version: 'aes128gcm',
      privateKey: curve,
      authSecret: auth.toString('base64url'),
    }
    const { notification } = JSON.parse(ece.decrypt(got.body, parameters).toString())
    expect(notification).toMatchObject({
      title: 'Recovery plan',
      body: 'Something in your plan has changed.',
      navigate: 'https://care.example/#/my-plan',
    })
    pushStatus = 410
    await prefer(server, one, { kinds: null })
    // Whatever is recorded has the plan looked at again, and so by the new wishes.
    await consent(server, one, { scope: 'sms', given: false })
    server.clock.now = OPENS + 10 * HOUR_MS
    await wakeAll(server.deps)
    await deliverQueued(server, one)
    const states = (await deliveriesIn(server, one))
      .filter(({ dueAt }) => dueAt > OPENS)
      .map(({ state }) => state)
    expect(states).toContain('gone')
    const left = await inScope(server.deps.db, one, (trx) =>
      trx.selectFrom('pushSubscription').select('subscriptionId').execute(),
    )
    expect(left).toEqual([])
  })

  it('tells a system of an opened window, signed, by ids alone', async () => {
    const one = await place()
    const { clinicId } = one
    await using hooks = await localServer((response) => response.writeHead(200).end())
    const secret = createWebhookSecret()
    await addEndpoint(server, clinicId, { url: `${hooks.origin}/in`, secret })
    await queued(one)
    await deliverQueued(server, { clinicId })
    const bodies = hooks.received.map(({ headers, body }) => {
      const text = body.toString()
      // Node joins what was sent twice; none of these is.
      const given = { headers: new Headers(headers as Record<string, string>), body: text }
      expect(verifyWebhook([secret], given, OPENS).ok).toBe(true)
      return JSON.parse(text)
    })
    const told = bodies.find(({ data }) => data.subject === 'touching')
    expect(told).toMatchObject({
      type: 'window.opened',
      data: { patientId: one.patientId, openedAt: expect.stringMatching(/^2026-11-25T07:00:00/) },
    })
    expect(JSON.stringify(bodies)).not.toMatch(/Aisha|example\.org/)
  })

  it('is tried again no sooner than the other side asked for', async () => {
    const one = await place()
    const { clinicId } = one
    await using hooks = await localServer((response) =>
      response.writeHead(503, { 'retry-after': '7200' }).end(),
    )
    const endpoint = { url: `${hooks.origin}/in`, secret: createWebhookSecret() }
    await addEndpoint(server, clinicId, endpoint)
    await queued(one)
    const hook = (await deliveriesIn(server, { clinicId })).find((row) => row.channel === 'webhook')
    if (hook === undefined) throw new Error('no webhook was queued')
    const { deliveryId } = hook
    const attempt = (tries: Tries) =>
      handleDelivery(server.deps, { clinicId, deliveryId }, tries).catch((error: unknown) => error)
    const refused = await attempt({ count: 1, last: false })
    expect(refused).toBeInstanceOf(TryAgain)
    expect(refused).toMatchObject({ afterMs: 7_200_000 })
    expect(await attempt(LAST_TRY)).toBeUndefined()
  })
})

async function addEndpoint(
  { deps }: TestServer,
  clinicId: string,
  { url, secret }: { readonly url: string; readonly secret: string },
): Promise<void> {
  const endpointId = randomUUID()
  const owner = { clinicId, field: 'webhook_endpoint.secret', rowId: endpointId } as const
  const sealedSecret = sealSecrets(deps, owner, { secrets: [secret], olderUntil: null })
  const events = jsonOf(['window.opened'])
  const endpoint = { clinicId, endpointId, url, events, sealedSecret, createdAt: timestampOf(0) }
  await inScope(deps.db, { clinicId }, (trx) =>
    trx.insertInto('webhookEndpoint').values(endpoint).execute(),
  )
}
