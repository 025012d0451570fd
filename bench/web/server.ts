/** A web host for files that are in memory, compressed beforehand: nothing but sending happens while somebody waits. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { headersOf, isWorthCompressing, listen, typeOf } from '../../scripts/static-server.ts'

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

/** What has no ending is a resource of the FHIR server. */
const RESOURCE = 'application/fhir+json; charset=utf-8'

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
  const { port, close } = await listen((request, response) => {
    sent += respond(answers, request, response)
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    elsewhere: `http://localhost:${port}`,
    sentBytes: () => sent,
    close,
  }
}

/** A name with a hash is kept for a year; all else is asked for again, and sent again only where it has changed. */
function answerOf(path: string, body: Buffer): Answer {
  const type = extname(path) === '' ? RESOURCE : typeOf(path)
  const isCompressed = isWorthCompressing(type)
  const headers = {
    ...headersOf(path, type),
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
