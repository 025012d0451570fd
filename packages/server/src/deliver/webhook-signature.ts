import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Instant, Result } from '@afterglow/engine'

/**
 * Standard Webhooks, symmetric signatures. Not by its library: that one reads the clock itself, takes
 * one secret, and wants a Date to sign; the tests hold this file to it, both ways.
 */
export interface SignedContent {
  readonly id: string
  /** When this attempt is made; sent in whole seconds. */
  readonly at: Instant
  readonly body: string
}

export interface WebhookHeaders {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

export interface ReceivedWebhook {
  readonly headers: Headers
  /** As it came, before any JSON reader. */
  readonly body: string
}

export interface VerifiedWebhook {
  /** Unique to the event: what a repeat is told by. */
  readonly id: string
  readonly sentAt: Instant
}

const TOLERANCE_MS = 5 * 60 * 1000
const MOST_SIGNATURES = 16
const SECRET = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/
const ID = /^[\w-]{1,128}$/

export function createWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** 24 to 64 bytes, as the standard asks. */
export function isWebhookSecret(text: string): boolean {
  const bytes = Buffer.from(SECRET.exec(text)?.[1] ?? '', 'base64').length
  return bytes >= 24 && bytes <= 64
}

/** One signature for each secret, so that the receiver may rotate. An unusable secret or id is our bug. */
export function signWebhook(secrets: readonly string[], content: SignedContent): WebhookHeaders {
  if (secrets.length === 0) throw new Error('a webhook needs a secret')
  if (!ID.test(content.id)) throw new Error('a webhook id is letters, digits, _ and -')
  const timestamp = String(Math.floor(content.at / 1000))
  const text = `${content.id}.${timestamp}.${content.body}`
  return {
    'webhook-id': content.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret, text)}`).join(' '),
  }
}

/** Any of `secrets` will do, so that they can be rotated; five minutes either way, ends included. */
export function verifyWebhook(
  secrets: readonly string[],
  { headers, body }: ReceivedWebhook,
  at: Instant,
): Result<VerifiedWebhook> {
  const id = headers.get('webhook-id') ?? ''
  const timestamp = headers.get('webhook-timestamp') ?? ''
  if (!ID.test(id)) return refusal('webhook-id', 'missing or malformed')
  if (!/^\d{1,12}$/.test(timestamp)) return refusal('webhook-timestamp', 'missing or malformed')
  const sentAt = Number(timestamp) * 1000
  if (Math.abs(at - sentAt) > TOLERANCE_MS)
    return refusal('webhook-timestamp', 'more than five minutes from now')
  const given = signaturesIn(headers.get('webhook-signature') ?? '')
  const wanted = secrets.map((secret) => signature(secret, `${id}.${timestamp}.${body}`))
  const found = wanted.filter((one) => given.some((other) => isSame(one, other)))
  if (found.length === 0) return refusal('webhook-signature', 'does not match')
  return { ok: true, value: { id, sentAt } }
}

function signature(secret: string, text: string): string {
  if (!isWebhookSecret(secret)) throw new Error('not a webhook secret')
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  return createHmac('sha256', key).update(text).digest('base64')
}

function signaturesIn(header: string): readonly string[] {
  return header
    .split(' ', MOST_SIGNATURES)
    .filter((part) => part.startsWith('v1,'))
    .map((part) => part.slice('v1,'.length))
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function refusal(header: string, diagnostics: string): Result<never> {
  const issue = { severity: 'error', code: 'value', diagnostics, expression: header } as const
  return { ok: false, issues: [issue] }
}
