import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface LocalServer {
  readonly origin: string
  readonly port: number
  readonly received: readonly Received[]
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

type Answer = (response: ServerResponse, received: Received) => void

interface Identity {
  readonly key: string
  readonly cert: string
}

/** A real HTTP server on 127.0.0.1, with an identity an HTTPS one, that keeps what it was sent. */
export async function localServer(answer: Answer, identity?: Identity): Promise<LocalServer> {
  const received: Received[] = []
  const listener = listenerOf(received, answer)
  const server = identity ? createSecureServer(identity, listener) : createServer(listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A TCP server that listens has an address record.
  const { port } = server.address() as AddressInfo
  return {
    origin: `${identity ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function listenerOf(
  received: Received[],
  answer: Answer,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const one = { method, path: url, headers, body: Buffer.concat(chunks) }
      received.push(one)
      answer(response, one)
    })
  }
}
