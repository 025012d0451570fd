import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'

export interface LocalSmtp {
  readonly host: string
  readonly mails: readonly ParsedMail[]
  readonly raw: readonly string[]
  /** Ends a connection without a word. */
  readonly drop: (session: SMTPServerSession) => void
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** A real SMTP server on 127.0.0.1 that keeps what it takes; `options` make it refuse, defer or hang up. */
export async function localSmtp(options: SMTPServerOptions = {}): Promise<LocalSmtp> {
  const mails: ParsedMail[] = []
  const raw: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const text = Buffer.concat(chunks)
        raw.push(text.toString())
        simpleParser(text).then((mail) => {
          mails.push(mail)
          done()
        }, done)
      })
    },
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
    mails,
    raw,
    drop: (session) => socketOf(server, session)?.destroy(),
    [Symbol.asyncDispose]: async () => {
      await new Promise<void>((resolve) => {
        server.close(resolve)
      })
    },
  }
}

export function answer(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code })
}

interface Connection {
  readonly session: SMTPServerSession
  readonly _socket: Socket
}

function socketOf(server: SMTPServer, { id }: SMTPServerSession): Socket | undefined {
  // What smtp-server keeps there; its types say any.
  const connections = server.connections as ReadonlySet<Connection>
  return [...connections].find(({ session }) => session.id === id)?._socket
}
