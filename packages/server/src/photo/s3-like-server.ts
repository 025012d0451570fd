import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A bucket on 127.0.0.1 for tests. It believes a request only after it has worked out the signature by itself, from the
 * bytes that came in and in the order of the specification, with none of the code under test.
 */
export interface S3LikeServer {
  readonly url: string
  readonly objects: Map<string, Buffer>
  /** Answers of the next requests, instead of the bucket's own. */
  readonly troubles: Trouble[]
  readonly close: () => Promise<void>
}

interface Trouble {
  readonly status: number
  readonly body: string
  readonly location?: string
}

const SECRET = 'the secret of the tests'
const BUCKET = 'photos'
const PAGE = 2

export const S3_LIKE = {
  region: 'eu-test-1',
  accessKeyId: 'TESTKEY',
  secretAccessKey: SECRET,
  bucket: BUCKET,
}

export async function startS3LikeServer(): Promise<S3LikeServer> {
  const objects = new Map<string, Buffer>()
  const troubles: Trouble[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      const trouble = troubles.shift()
      if (trouble) makeTrouble(response, trouble)
      else if (!isSigned(request, body)) answer(response, 403, code('SignatureDoesNotMatch'))
      else serve(objects, { request, response, body })
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // A server that listens on a port has the address of one.
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>((closed) => void server.close(() => closed()))
  return { url: `http://127.0.0.1:${port}`, objects, troubles, close }
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=TESTKEY\/(\d{8})\/eu-test-1\/s3\/aws4_request,SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})$/
  const [, day = '', names = '', signature = ''] = form.exec(header(request, 'authorization')) ?? []
  const hash = createHash('sha256').update(body).digest('hex')
  const mustBeSigned = ['host', 'x-amz-content-sha256', 'x-amz-date']
  if (!mustBeSigned.every((name) => names.split(';').includes(name))) return false
  if (header(request, 'x-amz-content-sha256') !== hash) return false
  const [path = '', query = ''] = (request.url ?? '').split('?')
  let text = `${request.method}\n${path}\n${query.split('&').sort().join('&')}\n`
  for (const name of names.split(';')) text += `${name}:${header(request, name)}\n`
  text += `\n${names}\n${hash}`
  const time = header(request, 'x-amz-date')
  const toSign = `AWS4-HMAC-SHA256\n${time}\n${day}/eu-test-1/s3/aws4_request\n${createHash('sha256').update(text).digest('hex')}`
  let key = createHmac('sha256', `AWS4${SECRET}`).update(day).digest()
  key = createHmac('sha256', key).update('eu-test-1').digest()
  key = createHmac('sha256', key).update('s3').digest()
  key = createHmac('sha256', key).update('aws4_request').digest()
  const expected = createHmac('sha256', key).update(toSign).digest()
  return time.startsWith(day) && timingSafeEqual(expected, Buffer.from(signature, 'hex'))
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly body: Buffer
}

function serve(objects: Map<string, Buffer>, { request, response, body }: Exchange): void {
  const url = new URL(request.url ?? '', 'http://bucket')
  const key = url.pathname.slice(`/${BUCKET}/`.length)
  if (url.searchParams.has('list-type')) return answer(response, 200, page(objects, url))
  if (request.method === 'PUT') objects.set(key, body)
  if (request.method === 'DELETE') objects.delete(key)
  if (request.method === 'DELETE') return answer(response, 204, '')
  const found = objects.get(key)
  return found ? answer(response, 200, found) : answer(response, 404, code('NoSuchKey'))
}

/** Two keys a page; the token holds marks that a query has to encode and XML to escape. */
function page(objects: ReadonlyMap<string, Buffer>, { searchParams }: URL): string {
  const from = Number(/\d+/.exec(searchParams.get('continuation-token') ?? '')?.[0] ?? 0)
  const prefix = searchParams.get('prefix') ?? ''
  const all = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort()
  const keys = all.slice(from, from + PAGE).map((key) => `<Contents><Key>${key}</Key></Contents>`)
  const next = from + PAGE
  const token =
    next < all.length ? `<NextContinuationToken>+/&amp;=${next}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${keys.join('')}${token}</ListBucketResult>`
}

function code(name: string): string {
  return `<?xml version="1.0"?><Error><Code>${name}</Code></Error>`
}

function makeTrouble(response: ServerResponse, { status, body, location }: Trouble): void {
  if (location) response.setHeader('location', location)
  answer(response, status, body)
}

function answer(response: ServerResponse, status: number, body: string | Buffer): void {
  response.writeHead(status).end(body)
}
