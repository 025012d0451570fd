import { lookup } from 'node:dns/promises'
import { type IncomingMessage, type RequestOptions, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Instant } from '@afterglow/engine'
import { accepted, type DeliveryResult, gone, refused, retry } from './delivery-result.ts'
import { hostOf, isLocalTarget, parseEndpointUrl } from './endpoint-url.ts'
import { faultCode, PATIENCE_MS, retryAfterMs } from './http-exchange.ts'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'
import { signWebhook } from './webhook-signature.ts'

export interface WebhookEndpoint {
  readonly url: string
  /** The newest first; more than one while they are rotated. */
  readonly secrets: readonly string[]
}

export interface WebhookEvent {
  /** The same on every retry. */
  readonly id: string
  readonly type: string
  /** ISO 8601: when it happened. */
  readonly timestamp: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Every address of a host. */
type Resolve = (host: string) => Promise<readonly string[]>

export interface WebhookWorld {
  readonly now: () => Instant
  readonly resolve?: Resolve
  /** For development: see `EndpointRules`. */
  readonly allowLocal?: boolean
  readonly timeoutMs?: number
}

type Target =
  | { readonly kind: 'address'; readonly url: URL; readonly addresses: readonly string[] }
  | { readonly kind: 'failed'; readonly result: DeliveryResult }

/** What the receiver will refuse again however often it is asked. */
const WRONG_REQUEST = [400, 413, 415, 422]

/**
 * Posts one event to an address that a clinic chose: the name is resolved once, each of its addresses is
 * checked, and the connection goes to one of those. Without fetch, which resolves by itself.
 * No redirect is followed, and no byte of the answer's body is read.
 */
export async function sendWebhook(
  world: WebhookWorld,
  endpoint: WebhookEndpoint,
  event: WebhookEvent,
): Promise<DeliveryResult> {
  const target = await targetOf(world, endpoint.url)
  if (target.kind === 'failed') return target.result
  const { id, type, timestamp, data } = event
  const body = JSON.stringify({ type, timestamp, data })
  const signed = signWebhook(endpoint.secrets, { id, at: world.now(), body })
  try {
    const response = await post(
      target,
      { ...optionsOf(world, target.addresses), headers: headersOf(signed, body) },
      body,
    )
    return resultOf(response, world.now())
  } catch (error) {
    return retry(`no answer (${faultCode(error)})`)
  }
}

async function targetOf(world: WebhookWorld, text: string): Promise<Target> {
  const allowLocal = world.allowLocal ?? false
  const parsed = parseEndpointUrl(text, { allowLocal })
  if (!parsed.ok) return failed(refused('the address of the endpoint is not accepted'))
  const url = parsed.value
  const isAllowed = allowLocal && isLocalTarget(url) ? isLoopbackAddress : isPublicAddress
  try {
    const addresses = await addressesOf(world, hostOf(url))
    if (addresses.length === 0) return failed(retry('the host has no address'))
    if (!addresses.every(isAllowed)) return failed(refused('the host has a private address'))
    return { kind: 'address', url, addresses }
  } catch (error) {
    return failed(retry(`the host was not found (${faultCode(error)})`))
  }
}

function failed(result: DeliveryResult): Target {
  return { kind: 'failed', result }
}

/** The system's resolver has no limit of its own, and a name server may be the clinic's. */
async function addressesOf(
  { resolve = systemResolve, timeoutMs = PATIENCE_MS }: WebhookWorld,
  host: string,
): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host]
  const { promise: late, reject } = Promise.withResolvers<never>()
  const signal = AbortSignal.timeout(timeoutMs)
  signal.addEventListener('abort', () => reject(signal.reason))
  return Promise.race([resolve(host), late])
}

async function systemResolve(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address)
}

/** A connection of its own: one kept alive by an agent would go to an address checked for another event. */
function optionsOf(
  { timeoutMs = PATIENCE_MS }: WebhookWorld,
  addresses: readonly string[],
): RequestOptions {
  return {
    method: 'POST',
    agent: false,
    lookup: pinned(addresses),
    signal: AbortSignal.timeout(timeoutMs),
  }
}

function headersOf(signed: object, body: string): Record<string, string> {
  return {
    ...signed,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': 'Afterglow',
  }
}

/** All that were checked and no other: where one family cannot be reached, Node tries the next. */
function pinned(checked: readonly string[]): LookupFunction {
  const addresses = checked.map((address) => ({ address, family: isIP(address) }))
  return (_host, options, done) => {
    if (options.all === true) done(null, addresses)
    else done(null, addresses[0]?.address ?? '', addresses[0]?.family)
  }
}

async function post(
  { url }: { readonly url: URL },
  options: RequestOptions,
  body: string,
): Promise<IncomingMessage> {
  const start = url.protocol === 'https:' ? httpsRequest : httpRequest
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const request = start(url, options, (response) => {
    response.on('error', () => {})
    response.destroy()
    resolve(response)
  })
  request.on('error', reject)
  request.end(body)
  return promise
}

/** 410 says "no more of these" (Standard Webhooks); 404 may be a slip of a release, and is tried again. */
function resultOf({ statusCode = 0, headers }: IncomingMessage, at: Instant): DeliveryResult {
  if (statusCode >= 200 && statusCode < 300) return accepted(null)
  const reason = `endpoint answered ${statusCode}`
  if (statusCode === 410) return gone(reason)
  if (statusCode < 400 || WRONG_REQUEST.includes(statusCode)) return refused(reason)
  return retry(reason, retryAfterMs(headers['retry-after'], at))
}
