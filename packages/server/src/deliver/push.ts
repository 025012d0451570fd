import { createHash } from 'node:crypto'
import webPush from 'web-push'
import { accepted, type DeliveryResult, gone, refused, retry } from './delivery-result.ts'
import { exchange, type Fetch, retryAfterMs } from './http-exchange.ts'
import { isPushHost } from './push-host.ts'

/** As the browser gives it; the endpoint lets its holder send, so it is a secret. */
export interface PushSubscription {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

interface PushAction {
  readonly action: string
  readonly title: string
  readonly navigate: string
}

export interface PushMessage {
  readonly title: string
  readonly body: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** Absolute: where a tap leads. */
  readonly navigate: string
  readonly tag: string
  readonly actions?: readonly PushAction[]
  /** For our service worker; sealed on the way like the rest. */
  readonly afterglow?: Readonly<Record<string, string>>
  /** How long the push service keeps it: the useful life of the step. */
  readonly ttlSeconds: number
  /** A newer message of the same topic replaces one not yet delivered; see `pushTopic`. */
  readonly topic: string
  readonly urgency: 'very-low' | 'low' | 'normal' | 'high'
}

export interface VapidKeys {
  readonly publicKey: string
  readonly privateKey: string
}

export interface PushWorld {
  readonly vapid: VapidKeys & { readonly subject: string }
  readonly fetch: Fetch
  /** For a Retry-After that is a date; the VAPID token's own life is the library's, in real time. */
  readonly now: () => number
  readonly allowedHosts?: readonly string[]
}

/** Push services take 4096 bytes sealed (RFC 8030, 7.2); the rest is room for padding and proxies. */
const LARGEST_PAYLOAD_BYTES = 3072

export async function sendPush(
  world: PushWorld,
  subscription: PushSubscription,
  message: PushMessage,
): Promise<DeliveryResult> {
  if (!isPushHost(subscription.endpoint, world.allowedHosts))
    return refused('the endpoint is not a known push service')
  const payload = payloadOf(message)
  const wrong = faultOf(message, payload)
  if (wrong !== null) return refused(wrong)
  const body = sealed(subscription, payload)
  if (body === null) return gone('the keys of the subscription are not usable')
  const headers = headersOf(world, subscription, message)
  const sent = await exchange(world.fetch, subscription.endpoint, { method: 'POST', headers, body })
  if (sent.kind === 'failed') return sent.result
  await sent.response.body?.cancel()
  return resultOf(sent.response, world.now())
}

export function createVapidKeys(): VapidKeys {
  return webPush.generateVAPIDKeys()
}

/** 32 base64url characters for any name, a hash: the push service reads topics (RFC 8030, 5.4). */
export function pushTopic(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 32)
}

/** Declarative Web Push: Safari shows it by itself, other browsers hand the same JSON to the worker. */
function payloadOf(message: PushMessage): string {
  const { title, body, navigate, tag, lang, dir, actions, afterglow = {} } = message
  return JSON.stringify({
    web_push: 8030,
    notification: { title, body, navigate, tag, lang, dir, ...(actions ? { actions } : {}) },
    afterglow,
  })
}

function faultOf({ ttlSeconds, topic }: PushMessage, payload: string): string | null {
  if (Buffer.byteLength(payload) > LARGEST_PAYLOAD_BYTES) return 'the payload is too large'
  if (!/^[\w-]{1,32}$/.test(topic)) return 'the topic is malformed'
  return Number.isSafeInteger(ttlSeconds) && ttlSeconds >= 0 ? null : 'the TTL is malformed'
}

/** Null when the browser's keys are no point on the curve: the library throws, and would each time. */
function sealed({ keys }: PushSubscription, payload: string): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(webPush.encrypt(keys.p256dh, keys.auth, payload, 'aes128gcm').cipherText)
  } catch {
    return null
  }
}

function headersOf(
  { vapid }: PushWorld,
  { endpoint }: PushSubscription,
  message: PushMessage,
): Record<string, string> {
  const { origin } = new URL(endpoint)
  const { subject, publicKey, privateKey } = vapid
  return {
    ...webPush.getVapidHeaders(origin, subject, publicKey, privateKey, 'aes128gcm'),
    'Content-Type': 'application/octet-stream',
    'Content-Encoding': 'aes128gcm',
    TTL: String(message.ttlSeconds),
    Topic: message.topic,
    Urgency: message.urgency,
  }
}

/** The Location of an accepted message is a capability like the endpoint, so it is not kept. */
function resultOf({ status, headers }: Response, at: number): DeliveryResult {
  if (status >= 200 && status <= 202) return accepted(null)
  const reason = `push service answered ${status}`
  if (status === 404 || status === 410) return gone(reason)
  if (status === 408 || status === 429 || status >= 500)
    return retry(reason, retryAfterMs(headers.get('retry-after'), at))
  return refused(reason)
}
