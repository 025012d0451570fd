import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer, type LocalSmtp, localSmtp } from '../deliver/testing/smtp-server.ts'
import { type LocalServer, localServer } from '../deliver/testing/local-server.ts'
import { timestampOf } from '../store/database.ts'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  openTestServer,
  staff,
  START,
  type TestServer,
} from '../testing/harness.ts'

const NUMBER = '+971501234567'
const EMAIL = 'iman@example.org'

/** An owner who is somebody: mail goes to the address that they sign in with. */
async function ownerOf(server: TestServer): Promise<Ask> {
  const clinicId = await newClinic(server)
  const userId = randomUUID()
  const now = timestampOf(START)
  await server.deps.db
    .insertInto('authUser')
    .values({
      id: userId,
      name: 'Iman Okafor',
      email: EMAIL,
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  const who = { userId, name: 'Iman Okafor', secondFactor: true }
  const ask = askingAs(server, { kind: 'staff', clinicId, roles: ['owner'], ...who })
  // oxlint-disable-next-line max-params -- see Ask
  return (method, path, body) => ask(method, path, body, { 'x-test-address': randomUUID() })
}

describe.each(DATABASES)('the channels of a server that has them, on %s', (kind) => {
  let smtp: LocalSmtp
  let provider: LocalServer
  let server: TestServer
  let owner: Ask
  let smsStatus = 201
  beforeAll(async () => {
    smtp = await localSmtp()
    provider = await localServer((response) =>
      response
        .writeHead(smsStatus, { 'content-type': 'application/json' })
        .end(JSON.stringify(smsStatus === 201 ? { sid: 'SM1' } : { code: 20_003 })),
    )
    server = await openTestServer(kind, {
      environment: {
        SMTP_URL: `smtp://${smtp.host}`,
        MAIL_FROM: 'care@clinic.example',
        SMS_URL: provider.origin,
        SMS_ACCOUNT: 'AC1',
        SMS_TOKEN: 'secret',
        SMS_FROM: '+15550006789',
      },
    })
    owner = await ownerOf(server)
  })
  afterAll(async () => {
    await server.close()
    await smtp[Symbol.asyncDispose]()
    await provider[Symbol.asyncDispose]()
  })

  it('are listed, each with whether it is set up', async () => {
    expect((await owner('GET', '/channels')).body.items).toEqual([
      { channel: 'email', isSetUp: true },
      { channel: 'push', isSetUp: false },
      { channel: 'sms', isSetUp: true },
    ])
  })

  it('send a mail that tells nothing to the address of whoever asks, at once', async () => {
    const told = await owner('POST', '/channels/email/test', {})
    expect(told).toMatchObject({ status: 200, body: { sent: true } })
    const [mail] = await smtp.mails()
    expect(mail).toMatchObject({ subject: 'Test message', to: { text: EMAIL } })
    expect(mail?.text).toContain('https://care.example/clinic.html')
    expect(mail?.text).not.toContain('Riverside')
  })

  it('send no mail to any other address', async () => {
    const told = await owner('POST', '/channels/email/test', { to: NUMBER })
    expect(told.body.issues).toMatchObject([{ expression: 'to' }])
  })

  it('send an SMS to the number that is given, and ask for one', async () => {
    expect((await owner('POST', '/channels/sms/test', { to: NUMBER })).body).toEqual({ sent: true })
    expect(new URLSearchParams(provider.received[0]?.body.toString()).get('To')).toBe(NUMBER)
    const without = await owner('POST', '/channels/sms/test', {})
    expect(without.body.issues).toMatchObject([{ expression: 'to' }])
    const odd = await owner('POST', '/channels/sms/test', { to: '0501234567' })
    expect(odd.body.issues).toMatchObject([{ expression: 'to' }])
  })

  it('say which setting is to be mended where a provider refuses', async () => {
    smsStatus = 401
    const told = await owner('POST', '/channels/sms/test', { to: NUMBER })
    smsStatus = 201
    expect(told).toMatchObject({ status: 502, body: { type: '/problems#not-sent' } })
    expect(told.body.detail).toContain('mend SMS_ACCOUNT and SMS_TOKEN')
    expect(JSON.stringify(told.body)).not.toContain(NUMBER)
  })

  it('that there are not are named; push has nobody to be tried on', async () => {
    expect((await owner('POST', '/channels/fax/test', {})).body.detail).toContain(
      'email, push, sms',
    )
    expect((await owner('POST', '/channels/push/test', {})).body.detail).toContain('PUSH_SUBJECT')
  })

  it('are tried ten times in ten minutes from one address, and not an eleventh', async () => {
    const clinicId = await newClinic(server)
    const ask = askingAs(server, staff(clinicId, 'owner'))
    const tries: number[] = []
    for (let k = 0; k < 11; k += 1)
      tries.push((await ask('POST', '/channels/push/test', {}, { 'x-test-address': 'one' })).status)
    expect(tries.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 409))
    expect(tries[10]).toBe(429)
  })
})

describe('the channels of a server that has none, or the wrong ones', () => {
  it.each([
    ['email', 'SMTP_URL and MAIL_FROM'],
    ['sms', 'SMS_URL, SMS_ACCOUNT'],
  ])('say for %s what has to be set', async (channel, words) => {
    const server = await openTestServer('embedded')
    const owner = await ownerOf(server)
    const told = await owner('POST', `/channels/${channel}/test`, { to: NUMBER })
    expect(told).toMatchObject({ status: 409 })
    expect(told.body.detail).toContain(words)
    await server.close()
  })

  it('say that no mail server answers, and that a sender is not let through', async () => {
    await using smtp = await localSmtp({
      onMailFrom: (_address, _session, done) => done(answer(550, '5.7.1 not yours')),
    })
    for (const [SMTP_URL, words] of [
      ['smtp://127.0.0.1:1', 'mend the host and the port in SMTP_URL'],
      [`smtp://${smtp.host}`, 'send as MAIL_FROM'],
    ] as const) {
      const environment = { SMTP_URL, MAIL_FROM: 'care@clinic.example' }
      const server = await openTestServer('embedded', { environment })
      const owner = await ownerOf(server)
      const told = await owner('POST', '/channels/email/test', {})
      expect(told.body).toMatchObject({ type: '/problems#not-sent' })
      expect(told.body.detail).toContain(words)
      await server.close()
    }
  })
})
