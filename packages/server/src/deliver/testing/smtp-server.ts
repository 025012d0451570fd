import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'

export interface LocalSmtp {
  readonly host: string
  /** What it took, as it came. */
  readonly raw: readonly string[]
  readonly mails: () => Promise<readonly ParsedMail[]>
  /** Ends a connection without a word. */
  readonly drop: (session: SMTPServerSession) => void
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** A real SMTP server on 127.0.0.1 that keeps what it takes; `options` make it refuse, defer or hang up. */
export async function localSmtp(options: SMTPServerOptions = {}): Promise<LocalSmtp> {
  const raw: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: keptIn(raw),
    ...options,
  })
  // A client that distrusts our certificate ends the connection: that is what its test wants.
  server.on('error', () => {})
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A TCP server that listens has an address record.
  const { port } = server.server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    raw,
    mails: async () => Promise.all(raw.map((text) => simpleParser(text))),
    drop: (session) => connectionOf(server, session)?.close(),
    [Symbol.asyncDispose]: async () => closed(server),
  }
}

export function answer(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code })
}

function keptIn(raw: string[]): NonNullable<SMTPServerOptions['onData']> {
  return (stream, _session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      raw.push(Buffer.concat(chunks).toString())
      done()
    })
  }
}

interface Connection {
  readonly session: SMTPServerSession
  readonly close: () => void
}

function connectionOf(server: SMTPServer, { id }: SMTPServerSession): Connection | undefined {
  // What smtp-server keeps there; its types say any.
  const connections = server.connections as ReadonlySet<Connection>
  return [...connections].find(({ session }) => session.id === id)
}

async function closed(server: SMTPServer): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(resolve)
  })
}
