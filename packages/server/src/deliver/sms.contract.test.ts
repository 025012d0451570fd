import { expect, it } from 'vitest'
import { isE164, twilioSms } from './sms.ts'
import { type LocalServer, localServer } from './testing/local-server.ts'

const sms = { to: '+971501234567', body: 'Recovery plan: something is due.', reference: 'd1' }

function portOf({ origin }: LocalServer, from = '+15550006789') {
  return twilioSms({ url: `${origin}/`, accountSid: 'AC1', authToken: 'pass word', from }, fetch)
}

function provider(status: number, body: unknown) {
  const type = { 'content-type': 'application/json' }
  return localServer((response) => response.writeHead(status, type).end(JSON.stringify(body)))
}

it('posts the form that Twilio takes, and keeps its id', async () => {
  await using server = await provider(201, { sid: 'SM123', status: 'queued' })
  expect(await portOf(server)(sms)).toEqual({ kind: 'accepted', providerId: 'SM123' })
  const [request] = server.received
  expect(request?.path).toBe('/2010-04-01/Accounts/AC1/Messages.json')
  expect(Object.fromEntries(new URLSearchParams(request?.body.toString()))).toEqual({
    To: sms.to,
    From: '+15550006789',
    Body: sms.body,
  })
  const login = Buffer.from('AC1:pass word').toString('base64')
  expect(request?.headers.authorization).toBe(`Basic ${login}`)
  expect(request?.headers['idempotency-key']).toBe('d1')
})

it('names a messaging service as one', async () => {
  await using server = await provider(201, { sid: 'SM123' })
  await portOf(server, 'MG42')(sms)
  expect(server.received[0]?.body.toString()).toContain('MessagingServiceSid=MG42')
})

it.each([
  [400, { code: 21_211 }, 'gone'],
  [400, { code: 21_610 }, 'gone'],
  [400, { code: 21_602 }, 'refused'],
  [401, { code: 20_003 }, 'retry'],
  [429, { code: 20_429 }, 'retry'],
  [503, 'upstream', 'retry'],
])('answers %i %j with %s', async (status, body, kind) => {
  await using server = await provider(status, body)
  const result = await portOf(server)(sms)
  expect(result.kind).toBe(kind)
  expect(JSON.stringify(result)).not.toContain(sms.to)
})

it('sends nothing to what is no number, nor an empty or endless text', async () => {
  await using server = await provider(201, { sid: 'SM123' })
  const send = portOf(server)
  expect((await send({ ...sms, to: '0501234567' })).kind).toBe('gone')
  expect((await send({ ...sms, body: '' })).kind).toBe('refused')
  expect((await send({ ...sms, body: 'a'.repeat(1601) })).kind).toBe('refused')
  expect((await send({ ...sms, reference: 'd1\r\nX: y' })).kind).toBe('refused')
  expect(server.received).toHaveLength(0)
})

it('tries again when the provider is away, and takes no answer for one', async () => {
  await using server = await localServer((response) => response.destroy())
  expect((await portOf(server)(sms)).kind).toBe('retry')
})

it('knows E.164', () => {
  expect(['+1234567', '+123456789012345'].every(isE164)).toBe(true)
  expect(['+123456', '+1234567890123456', '+0234567', '1234567', '+12 345 67'].some(isE164)).toBe(
    false,
  )
})
