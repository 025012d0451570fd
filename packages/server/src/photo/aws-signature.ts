import { createHash, createHmac } from 'node:crypto'
import { formatInstant, type Instant } from '@afterglow/engine'

export interface AwsCredentials {
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export interface AwsRequest {
  readonly method: string
  /** As it is sent: each part of the path and the query percent-encoded once. */
  readonly url: URL
  /** Beside those that signing adds; names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

type Headers = Readonly<Record<string, string>>

const ALGORITHM = 'AWS4-HMAC-SHA256'
const SERVICE = 's3'

/**
 * The headers to send for a request to S3, with its signature (AWS Signature Version 4, in the Authorization header). The
 * hash of the body is signed with it. `host` is signed and not returned: whoever sends, sets it.
 */
export function signedHeaders(
  request: AwsRequest,
  credentials: AwsCredentials,
  at: Instant,
): Headers {
  const time = basicTime(at)
  const sent = {
    ...request.headers,
    'x-amz-content-sha256': sha256(request.body),
    'x-amz-date': time,
  }
  const signed = { ...sent, host: request.url.host }
  const scope = [time.slice(0, 8), credentials.region, SERVICE, 'aws4_request']
  const toSign = [ALGORITHM, time, scope.join('/'), sha256(canonical(request, signed))].join('\n')
  const signature = hmac(signingKey(credentials.secretAccessKey, scope), toSign).toString('hex')
  const parts = [
    `Credential=${credentials.accessKeyId}/${scope.join('/')}`,
    `SignedHeaders=${namesOf(signed).join(';')}`,
    `Signature=${signature}`,
  ]
  return { ...sent, authorization: `${ALGORITHM} ${parts.join(',')}` }
}

function canonical({ method, url }: AwsRequest, headers: Headers): string {
  const names = namesOf(headers)
  return [
    method,
    url.pathname.split('/').map(reEncoded).join('/'),
    canonicalQuery(url),
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n')
}

function canonicalQuery({ searchParams }: URL): string {
  const pairs = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`)
  return pairs.sort().join('&')
}

function namesOf(headers: Headers): readonly string[] {
  return Object.keys(headers).sort()
}

/** A URL leaves some marks as they are that the signature wants encoded. */
function reEncoded(part: string): string {
  return encode(decodeURIComponent(part))
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, byCode)
}

function byCode(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
}

/** The secret, hashed with each part of the scope in turn. */
function signingKey(secret: string, scope: readonly string[]): Uint8Array {
  return scope.reduce<Uint8Array>((key, part) => hmac(key, part), Buffer.from(`AWS4${secret}`))
}

/** `20130524T000000Z` */
function basicTime(at: Instant): string {
  return `${formatInstant(at, 'UTC').slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
