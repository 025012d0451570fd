/** A web host for files that are in memory, compressed beforehand: nothing but sending happens while somebody waits. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, sep } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** Bodies by their path: `/ours/index.html`. */
export type Files = ReadonlyMap<string, Buffer>

export interface BenchServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** The same host under another name: for the browser another site, with which nothing is shared. */
  readonly elsewhere: string
  /** Bytes of all bodies sent so far, compressed. */
  readonly sentBytes: () => number
  readonly close: () => Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
/** What has no ending is a resource of the FHIR server. */
const RESOURCE = 'application/fhir+json; charset=utf-8'
const COMPRESSED = /^(text|application)\/|svg/
const HASHED = /-[\w-]{8}\.\w+$/

interface Answer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** The files of a folder, under a path of their own: `/ours`. */
export function filesUnder(path: string, folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll(sep, '/'))
  return new Map(names.map((name) => [path + name, readFileSync(join(folder, name))]))
}

export async function serve(files: Files): Promise<BenchServer> {
  const answers = new Map([...files].map(([path, body]) => [path, answerOf(path, body)]))
  let sent = 0
  const server = createServer((request, response) => {
    sent += respond(answers, request, response)
  })
  await listen(server)
  // Listening on a port, so the address is one of a network and not a pipe's.
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    elsewhere: `http://localhost:${port}`,
    sentBytes: () => sent,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** A name with a hash is kept for a year; all else is asked for again, and sent again only where it has changed. */
function answerOf(path: string, body: Buffer): Answer {
  const type =
    extname(path) === '' ? RESOURCE : (TYPES[extname(path)] ?? 'application/octet-stream')
  const isCompressed = COMPRESSED.test(type)
  const headers = {
    'content-type': type,
    'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
    ...(isCompressed && { 'content-encoding': 'br' }),
  }
  return { headers, body: isCompressed ? brotliCompressSync(body) : body }
}

/** Gives back how many bytes of a body it has sent. */
function respond(
  answers: ReadonlyMap<string, Answer>,
  { url = '/', headers }: IncomingMessage,
  response: ServerResponse,
): number {
  const { pathname } = new URL(url, 'http://localhost')
  const answer = answers.get(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
  if (!answer) {
    response.writeHead(404).end()
    return 0
  }
  if (headers['if-none-match'] === answer.headers['etag']) {
    response.writeHead(304, answer.headers).end()
    return 0
  }
  response.writeHead(200, answer.headers).end(answer.body)
  return answer.body.length
}

async function listen(server: Server): Promise<void> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', done)
  })
}
