import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import {
  createWebhookSecret,
  isWebhookSecret,
  signWebhook,
  verifyWebhook,
} from './webhook-signature.ts'

const AT = Date.UTC(2026, 0, 5, 9)
const body = '{"type":"plan.opened","data":{"name":"ليلى"}}'
const [newer, older] = [createWebhookSecret(), createWebhookSecret()]

function received(at: number, secrets = [newer], text = body) {
  return {
    headers: new Headers({ ...signWebhook(secrets, { id: 'msg_1', at, body }) }),
    body: text,
  }
}

it('signs what the library of the standard signs', () => {
  const signed = signWebhook([newer], { id: 'msg_1', at: AT + 999, body })
  expect(signed['webhook-signature']).toBe(new Webhook(newer).sign('msg_1', new Date(AT), body))
  expect(signed['webhook-timestamp']).toBe(String(AT / 1000))
})

it('is verified by the library, with either secret of a rotation', () => {
  const { headers } = received(Date.now(), [newer, older])
  const plain = Object.fromEntries(headers)
  expect(new Webhook(newer).verify(body, plain)).toEqual(JSON.parse(body))
  expect(new Webhook(older).verify(body, plain)).toEqual(JSON.parse(body))
})

it('verifies what the library signed, with either secret', () => {
  const headers = new Headers({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(AT / 1000),
    'webhook-signature': `v1a,xyz ${new Webhook(older).sign('msg_1', new Date(AT), body)}`,
  })
  const verified = verifyWebhook([newer, older], { headers, body }, AT)
  expect(verified).toEqual({ ok: true, value: { id: 'msg_1', sentAt: AT } })
  expect(verifyWebhook([newer], { headers, body }, AT).ok).toBe(false)
})

it('takes a message five minutes old or early, and not a millisecond more', () => {
  const edge = 5 * 60 * 1000
  expect(verifyWebhook([newer], received(AT), AT + edge).ok).toBe(true)
  expect(verifyWebhook([newer], received(AT), AT - edge).ok).toBe(true)
  expect(verifyWebhook([newer], received(AT), AT + edge + 1).ok).toBe(false)
  expect(verifyWebhook([newer], received(AT), AT - edge - 1).ok).toBe(false)
})

it('refuses another body, another id, another time, no secret and no signature', () => {
  const good = received(AT)
  const altered = (name: string, value: string) => {
    const headers = new Headers(good.headers)
    headers.set(name, value)
    return verifyWebhook([newer], { headers, body }, AT).ok
  }
  expect(verifyWebhook([newer], received(AT, [newer], `${body} `), AT).ok).toBe(false)
  expect(altered('webhook-id', 'msg_2')).toBe(false)
  expect(altered('webhook-timestamp', String(AT / 1000 + 1))).toBe(false)
  expect(altered('webhook-timestamp', '')).toBe(false)
  expect(altered('webhook-signature', '')).toBe(false)
  expect(altered('webhook-signature', 'v1,')).toBe(false)
  expect(verifyWebhook([], good, AT).ok).toBe(false)
})

it('looks at no more than sixteen signatures', () => {
  const { headers } = received(AT)
  const good = headers.get('webhook-signature') ?? ''
  headers.set('webhook-signature', `${'v1,x '.repeat(16)}${good}`)
  expect(verifyWebhook([newer], { headers, body }, AT).ok).toBe(false)
})

it('makes secrets of 24 to 64 bytes only', () => {
  expect(isWebhookSecret(newer)).toBe(true)
  const secretOf = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`
  expect([24, 64].map(secretOf).every(isWebhookSecret)).toBe(true)
  expect([0, 23, 65].map(secretOf).some(isWebhookSecret)).toBe(false)
  expect(() => signWebhook(['whsec_'], { id: 'msg_1', at: AT, body })).toThrow('secret')
  expect(() => signWebhook([newer], { id: 'a.b', at: AT, body })).toThrow('id')
})
