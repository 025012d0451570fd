/**
 * A static web host in one file, as plain as any that the app may be put on: files of one folder, compressed, what has a
 * hash in its name kept for a year. Only for tests and measurements on this machine.
 */
import { readFile } from 'node:fs/promises'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface StaticServer {
  /** `http://127.0.0.1:PORT/`, the port being one that was free. */
  readonly url: string
  readonly close: () => Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
const COMPRESSED = /^(text|application)\/|svg/
const HASHED = /-[\w-]{8}\.\w+$/

/** Serves `folder` until it is closed. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const { port, close } = await listen((request, response) => {
    void respond(folder, request, response)
  })
  return { url: `http://127.0.0.1:${port}/`, close }
}

interface Listening {
  readonly port: number
  readonly close: () => Promise<void>
}

/** Listens on this machine alone, on a port that was free. */
export async function listen(listener: RequestListener): Promise<Listening> {
  const server = createServer(listener)
  await new Promise<void>((done, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', done)
  })
  // Listening on a port, so the address is one of a network and not a pipe's.
  const { port } = server.address() as AddressInfo
  return {
    port,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** What a file is, and how long it may be kept: for a year where its name has a hash, else it is asked for again. */
export function headersOf(path: string, type = typeOf(path)): Readonly<Record<string, string>> {
  return {
    'content-type': type,
    'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
}

export function isWorthCompressing(type: string): boolean {
  return COMPRESSED.test(type)
}

export function typeOf(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream'
}

async function respond(
  folder: string,
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, headers, body } = await answer(folder, url)
  response.writeHead(status, headers).end(method === 'HEAD' ? undefined : body)
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

async function answer(folder: string, url: string): Promise<Answer> {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname))
  const file = path.endsWith('/') ? `${path}index.html` : path
  try {
    return found(file, await readFile(join(folder, file)))
  } catch {
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('not here') }
  }
}

function found(file: string, body: Buffer): Answer {
  const headers = { ...headersOf(file), 'x-content-type-options': 'nosniff' }
  if (!isWorthCompressing(typeOf(file))) return { status: 200, headers, body }
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) }
}
