import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Ask,
  asking,
  askingAs,
  DATABASES,
  newClinic,
  openTestServer,
  staff,
  START,
  type TestServer,
} from '../testing/harness.ts'
import {
  consent,
  deliverQueued,
  deliveriesIn,
  LAST_TRY,
  newReminded,
  type Place,
} from '../wake/wake-testing.ts'
import { answer, type LocalSmtp, localSmtp } from './testing/smtp-server.ts'

describe.each(DATABASES)('consent and address when a message is sent, on %s', (kind) => {
  let smtp: LocalSmtp
  let server: TestServer
  let clinicId: string
  let desk: Ask
  let one: Place
  let refusal: Error | null = null
  beforeAll(async () => {
    smtp = await localSmtp({ onRcptTo: (_to, _session, done) => done(refusal) })
    const environment = { SMTP_URL: `smtp://${smtp.host}`, MAIL_FROM: 'care@example.org' }
    server = await openTestServer(kind, { environment })
    clinicId = await newClinic(server)
    desk = askingAs(server, staff(clinicId, 'front-desk'))
  })
  beforeEach(async () => {
    refusal = null
    server.clock.now = START
    one = await newReminded(server, clinicId, { endedAt: '2026-11-22T11:00:00+04:00' })
  })
  afterAll(async () => {
    await server.close()
    await smtp[Symbol.asyncDispose]()
  })

  async function move(email: string): Promise<void> {
    const path = `/patients/${one.patientId}`
    const { body } = await desk('GET', path)
    const told = await desk('PATCH', path, { email }, { 'if-match': `"${body.revision}"` })
    expect(told.status).toBe(200)
  }

  const invite = async (send: 'email' | 'sms' | 'none') =>
    (await desk('POST', `/patients/${one.patientId}/invitations`, { send })).body.link
      .split('/')
      .at(-1)

  const redeemed = async (token: string) =>
    (
      await asking(server.app)(
        'POST',
        '/invitations/redeem',
        { token },
        { 'x-test-address': randomUUID() },
      )
    ).status

  /** Sends what is queued; the addresses that it reached. */
  async function toldNow(): Promise<readonly string[]> {
    const before = smtp.raw.length
    await deliverQueued(server, one)
    const mails = (await smtp.mails()).slice(before)
    return mails.map((mail) => [mail.to].flat()[0]?.text ?? '')
  }

  const only = async () => {
    const [row, ...others] = await deliveriesIn(server, one)
    expect(others).toEqual([])
    return { deliveryId: row?.deliveryId, state: row?.state, reason: row?.reason }
  }

  it('a dead letter that is tried again after the consent was withdrawn is dropped', async () => {
    await desk('POST', `/patients/${one.patientId}/messages`, { body: 'Come at nine.' })
    refusal = answer(451, '4.3.0 not now')
    await deliverQueued(server, one, LAST_TRY)
    refusal = null
    await consent(server, one, { scope: 'email', given: false })
    const { deliveryId, state } = await only()
    expect(state).toBe('dead')
    expect((await desk('POST', `/deliveries/${deliveryId}/retry`, {})).status).toBe(200)
    expect(await toldNow()).toEqual([])
    expect(await only()).toMatchObject({ state: 'dropped', reason: 'consent-withdrawn' })
  })

  it('a message that there is an answer goes to the address of now', async () => {
    await desk('POST', `/patients/${one.patientId}/messages`, { body: 'Come at nine.' })
    await move('right@example.org')
    expect(await toldNow()).toEqual(['right@example.org'])
  })

  it.each([
    ['waits', null],
    ['was given up', answer(550, '5.7.1 policy')],
  ])(
    'an invitation to an old address that %s is dropped, and says why; its link is no longer good',
    async (_, said) => {
      const token = await invite('email')
      refusal = said
      if (said !== null) await deliverQueued(server, one)
      refusal = null
      await move('right@example.org')
      expect(await toldNow()).toEqual([])
      const { deliveryId, ...row } = await only()
      expect(row).toEqual({ state: 'dropped', reason: 'address-changed' })
      expect((await desk('POST', `/deliveries/${deliveryId}/retry`, {})).status).toBe(409)
      expect(await redeemed(token)).toBe(410)
    },
  )

  it('a link that was sent to an old address is no longer good', async () => {
    const token = await invite('email')
    expect(await toldNow()).toHaveLength(1)
    await move('right@example.org')
    expect(await redeemed(token)).toBe(410)
  })

  it.each([
    ['was shown and sent nowhere', 'none', () => 'right@example.org'],
    ['went by SMS', 'sms', () => 'right@example.org'],
    ['went to the same address in other letters', 'email', (old: string) => old.toUpperCase()],
  ] as const)('a link that %s stays good', async (_, send, next) => {
    const token = await invite(send)
    const { body } = await desk('GET', `/patients/${one.patientId}`)
    await move(next(body.email))
    expect(await redeemed(token)).toBe(200)
  })
})
