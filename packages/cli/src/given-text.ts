import { closeSync, openSync, readSync } from 'node:fs'
import { done, type Outcome, refuse, trouble } from '@afterglow/ledger'
import { LONGEST_LINE_BYTES } from './lines.ts'

/** A session of some thousand events fits many times; what is longer is no session, and may never end. */
const LONGEST_BYTES = LONGEST_LINE_BYTES
const CHUNK_BYTES = 64 * 1024

/** The text of a file, which may be a pipe; else why it cannot be read. */
export function fileText(path: string): Outcome<string> {
  try {
    const file = openSync(path, 'r')
    try {
      return joined(chunksOf(file))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return refuse(unreadable(error))
  }
}

/** The text of a stream, as far as it is not too long. */
export async function streamText(
  stream: AsyncIterable<Uint8Array | string>,
): Promise<Outcome<string>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    chunks.push(bytes)
    size += bytes.length
    if (size > LONGEST_BYTES) break
  }
  return joined(chunks)
}

function* chunksOf(file: number): Generator<Uint8Array> {
  for (;;) {
    const chunk = Buffer.alloc(CHUNK_BYTES)
    const length = readSync(file, chunk, 0, CHUNK_BYTES, null)
    if (length === 0) return
    yield chunk.subarray(0, length)
  }
}

function joined(chunks: Iterable<Uint8Array>): Outcome<string> {
  const held: Uint8Array[] = []
  let size = 0
  for (const chunk of chunks) {
    held.push(chunk)
    size += chunk.length
    if (size > LONGEST_BYTES) return refuse(tooLong())
  }
  return done(new TextDecoder().decode(Buffer.concat(held)))
}

function tooLong() {
  const text = `is too long: at most ${LONGEST_BYTES} bytes are read, and a session file is far shorter`
  return trouble('--session', 'value', text)
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
}

function unreadable(error: unknown) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const why = WHY[code] ?? code
  const text = `cannot be read: ${why}; accepted is a session file, or - for stdin`
  return trouble('--session', 'not-found', text)
}
