import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runRetention } from '../care/retention.ts'
import { sealOf } from '../deliver/queue-delivery.ts'
import { signWebhook } from '../deliver/webhook-signature.ts'
import { unsealJson } from '../seal/index.ts'
import { inScope } from '../store/database.ts'
import { openPatient } from '../store/patient-record.ts'
import {
  type Ask,
  asking,
  askingAs,
  DATABASES,
  newClinic,
  openTestServer,
  staff,
  type TestServer,
  type Told,
} from '../testing/harness.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const EMAIL = 'aisha@example.org'
let addresses = 0

function elsewhere(): { readonly 'x-test-address': string } {
  addresses += 1
  return { 'x-test-address': `203.0.113.${addresses}` }
}

describe.each(DATABASES)('access that a clinic withdrew, on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let desk: Ask
  let anybody: Ask
  let patientId: string
  let path: string
  beforeAll(async () => {
    server = await openTestServer(kind)
    anybody = asking(server.app)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    clinicId = await newClinic(server)
    desk = askingAs(server, staff(clinicId, 'front-desk'))
    const known = { name: 'Aisha Rahman', email: EMAIL, reference: 'R-1' }
    patientId = (await desk('POST', '/patients', known)).body.patientId
    path = `/patients/${patientId}`
  })

  const tokenIn = (link: string) => link.split('/').at(-1) ?? ''
  const redeem = (link: string, more: object = {}) =>
    anybody('POST', '/invitations/redeem', { token: tokenIn(link), ...more }, elsewhere())
  const invite = async (more: object = {}) => (await desk('POST', `${path}/invitations`, more)).body

  /** Asks for the link again; the links that were sent for it. */
  async function again(): Promise<readonly string[]> {
    const before = (await linksSent()).length
    const told = await anybody(
      'POST',
      '/invitations/again',
      { clinicId, address: EMAIL },
      elsewhere(),
    )
    expect([told.status, told.body]).toEqual([202, { accepted: true }])
    return (await linksSent()).slice(before)
  }

  async function linksSent(): Promise<readonly string[]> {
    const place = { clinicId, patientId }
    return inScope(server.deps.db, place, async (trx) => {
      const record = await openPatient(trx, server.deps, place)
      const rows = await trx
        .selectFrom('delivery')
        .selectAll()
        .where('clinicId', '=', clinicId)
        .where('kind', '=', 'invitation')
        .orderBy('createdAt')
        .orderBy('deliveryId')
        .execute()
      return rows.map(({ deliveryId, sealed }) => {
        const { key, place: of } = sealOf(server.deps, { clinicId, record, deliveryId })
        const opened = sealed && unsealJson(key, sealed, of)
        if (!opened?.ok) throw new Error('does not open')
        return (opened.value as { values: { link: string } }).values.link
      })
    })
  }

  const sessions = async () => (await desk('GET', `${path}/sessions`)).body.items

  it('does not come back by a lost link: an invitation that was withdrawn', async () => {
    const { invitationId, link } = await invite()
    await redeem(link)
    server.clock.now += DAY_MS
    expect(await again()).toHaveLength(1)
    await desk('DELETE', `${path}/invitations/${invitationId}`)
    server.clock.now += DAY_MS
    expect(await again()).toEqual([])
    await redeem((await invite()).link)
    server.clock.now += DAY_MS
    expect(await again()).toHaveLength(1)
  })

  it('does not come back by a link that was asked for before it was withdrawn', async () => {
    const { invitationId, link } = await invite()
    await redeem(link)
    server.clock.now += DAY_MS
    const [asked = ''] = await again()
    await desk('DELETE', `${path}/invitations/${invitationId}`)
    expect((await redeem(asked)).status).toBe(410)
  })

  it.each([
    ['one session, the last', async () => `/${(await sessions())[0].sessionId}`],
    ['all sessions', async () => ''],
  ])('does not come back by a lost link: %s ended by the clinic', async (_, which) => {
    await redeem((await invite()).link)
    server.clock.now += HOUR_MS
    await invite()
    server.clock.now += 4 * DAY_MS
    const ended = await desk('DELETE', `${path}/sessions${await which()}`)
    expect(ended.status).toBe(204)
    expect(await again()).toEqual([])
  })

  it('is not withdrawn by ending one phone of two, nor by signing out', async () => {
    await redeem((await invite()).link)
    const [first] = await sessions()
    server.clock.now += HOUR_MS
    const redeemed = await redeem((await invite()).link)
    await desk('DELETE', `${path}/sessions/${first.sessionId}`)
    server.clock.now += HOUR_MS
    expect(await again()).toHaveLength(1)
    const cookie = (redeemed.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const own = { cookie }
    expect((await anybody('DELETE', `${path}/sessions`, undefined, own)).status).toBe(204)
    server.clock.now += DAY_MS
    expect(await again()).toHaveLength(1)
  })

  it('is known after months, and so is access that was not withdrawn', async () => {
    await redeem((await invite()).link)
    server.clock.now += 100 * DAY_MS
    await runRetention(server.deps, { dryRun: false, at: server.clock.now })
    expect(await again()).toHaveLength(1)
    await desk('DELETE', `${path}/sessions`)
    server.clock.now += 100 * DAY_MS
    await runRetention(server.deps, { dryRun: false, at: server.clock.now })
    expect(await again()).toEqual([])
    expect((await desk('GET', `${path}/invitations`)).body.items).toHaveLength(1)
  })

  describe('and a booking', () => {
    let owner: Ask
    let source: { sourceId: string; secret: string }
    beforeEach(async () => {
      owner = askingAs(server, staff(clinicId, 'owner'))
      source = (await owner('POST', '/webhook-sources', { name: 'Booking' })).body
    })

    async function book(told: object = {}): Promise<Told> {
      const endedAt = new Date(server.clock.now - HOUR_MS).toISOString()
      const procedure = { endedAt, device: 'pen', needleDepthMm: 1.5, bodySites: ['face'] }
      const known = { reference: 'R-1', name: 'Aisha Rahman', ...told }
      const body = JSON.stringify({
        type: 'session.completed',
        data: { patient: known, procedure },
      })
      const id = randomUUID()
      const headers = signWebhook([source.secret], { id, at: server.clock.now, body })
      const json = { ...headers, 'content-type': 'application/json' }
      const bytes = new TextEncoder().encode(body)
      return anybody('POST', `/hooks/${clinicId}/${source.sourceId}`, bytes, json)
    }

    it('sends a link that asks for the code that the clinic told', async () => {
      const { code } = await invite({ withCode: true })
      expect((await book()).status).toBe(200)
      const [link = ''] = await linksSent()
      expect((await redeem(link)).status).toBe(422)
      expect((await redeem(link, { code })).status).toBe(200)
      server.clock.now += DAY_MS
      await book()
      const second = (await linksSent()).find((one) => one !== link) ?? ''
      expect((await redeem(second)).status).toBe(200)
    })

    it('records the session of somebody whose access was withdrawn, and sends no link', async () => {
      await redeem((await invite()).link)
      await desk('DELETE', `${path}/sessions`)
      expect((await book()).status).toBe(200)
      expect(await linksSent()).toEqual([])
      expect((await desk('GET', `${path}/procedures`)).body.items).toHaveLength(1)
    })

    it.each([
      ['Aisha Rahman', null, 200],
      ['RAHMAN, aisha', null, 200],
      ['Aisha Khan', EMAIL, 200],
      ['Bella Ortiz', EMAIL, 400],
      ['Bella Ortiz', null, 400],
      ['Aisha Khan', 'khan@example.org', 400],
    ])('under their number is of %s at %s: %i', async (name, email, status) => {
      expect((await book({ name, email })).status).toBe(status)
      const { body } = await desk('GET', `${path}/procedures`)
      expect(body.items).toHaveLength(status === 200 ? 1 : 0)
    })

    it('with text that is none is refused, and its field named', async () => {
      const told = await book({ name: 'Aisha\u0000 Rahman' })
      expect([told.status, told.body.issues[0].expression]).toEqual([400, 'data.patient.name'])
    })
  })
})
