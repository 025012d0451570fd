import type { Instant } from '@afterglow/engine'
import { type AwsCredentials, signedHeaders } from './aws-signature.ts'
import { type BlobStore, requireBlobKey, requireBlobKeyPrefix } from './blob-store.ts'

/** A bucket of anything that speaks S3. */
export interface S3Bucket extends AwsCredentials {
  /** Without the bucket, `https://s3.eu-central-1.amazonaws.com`. */
  readonly url: string
  readonly bucket: string
}

interface Ask {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  /** Within the bucket. */
  readonly path: string
  readonly body?: Uint8Array
}

type Send = (ask: Ask) => Promise<Response>

const TIMEOUT_MS = 60_000
const NOTHING = new Uint8Array()

/**
 * Path-style, one request for each call. An answer that is neither success nor "no such key" throws: a photo is never
 * taken for absent because the bucket or the network is.
 */
export function s3BlobStore(
  bucket: S3Bucket,
  fetch: typeof globalThis.fetch,
  now: () => Instant,
): BlobStore {
  const send: Send = (ask) => {
    const url = new URL(`${bucket.url.replace(/\/+$/, '')}/${bucket.bucket}${ask.path}`)
    return fetch(url, signedRequest(ask, { url, bucket, at: now() }))
  }
  return {
    put: async (key, body) => {
      await succeeded(await send({ method: 'PUT', path: pathOf(key), body }), 'PUT')
    },
    get: async (key) => {
      const answer = await send({ method: 'GET', path: pathOf(key) })
      return (await isNoSuchKey(answer)) ? null : succeeded(answer, 'GET')
    },
    remove: async (key) => {
      const answer = await send({ method: 'DELETE', path: pathOf(key) })
      if (!(await isNoSuchKey(answer))) await succeeded(answer, 'DELETE')
    },
    list: async (prefix) => listed(send, requireBlobKeyPrefix(prefix)),
  }
}

function pathOf(key: string): string {
  return `/${requireBlobKey(key)}`
}

interface Signing {
  readonly url: URL
  readonly bucket: S3Bucket
  readonly at: Instant
}

function signedRequest({ method, body }: Ask, { url, bucket, at }: Signing): RequestInit {
  const headers = body ? { 'content-type': 'application/octet-stream' } : {}
  return {
    method,
    headers: signedHeaders({ method, url, headers, body: body ?? NOTHING }, bucket, at),
    ...(body ? { body: Uint8Array.from(body) } : {}),
    // Signed headers are for this host alone.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }
}

async function succeeded(answer: Response, method: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  // The body may repeat what was signed.
  if (!answer.ok) throw new Error(`the blob store answered ${method} with ${answer.status}`)
  return bytes
}

/** 404 is also the answer for a bucket that is not there; a store that says no more is believed. */
async function isNoSuchKey(answer: Response): Promise<boolean> {
  if (answer.status !== 404) return false
  const code = /<Code>(\w+)<\/Code>/.exec(await answer.clone().text())?.[1]
  return code === undefined || code === 'NoSuchKey'
}

/** ListObjectsV2, page by page. Our keys hold no letter that XML escapes, and keys that are not ours are left out. */
async function listed(send: Send, prefix: string): Promise<readonly string[]> {
  const keys: string[] = []
  let token: string | undefined
  do {
    const next = token === undefined ? '' : `&continuation-token=${encodeURIComponent(token)}`
    const path = `?list-type=2&prefix=${encodeURIComponent(prefix)}${next}`
    const page = await succeeded(await send({ method: 'GET', path }), 'GET')
    const xml = Buffer.from(page).toString()
    keys.push(...[...xml.matchAll(/<Key>([a-z0-9/-]+)<\/Key>/g)].map((found) => found[1] ?? ''))
    token = unescaped(/<NextContinuationToken>([^<]+)</.exec(xml)?.[1])
  } while (token !== undefined)
  return keys.sort()
}

function unescaped(text: string | undefined): string | undefined {
  const marks: readonly (readonly [string, string])[] = [
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&quot;', '"'],
    ['&apos;', "'"],
    ['&amp;', '&'],
  ]
  return marks.reduce((rest, [name, mark]) => rest?.replaceAll(name, mark), text)
}
