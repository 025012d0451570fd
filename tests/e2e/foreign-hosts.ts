import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/**
 * A proxy that lets nothing through and writes down who was asked for. The browser is told to send everything to it but
 * this machine's own addresses, so it sees what pages, workers and the browser itself ask other hosts for.
 */
export interface ForeignHosts {
  readonly proxy: string
  /** What was asked for since the last call: `CONNECT example.org:443`. */
  readonly take: () => readonly string[]
  readonly close: () => Promise<void>
}

export async function watchForeignHosts(): Promise<ForeignHosts> {
  const asked: string[] = []
  const note = ({ method, url }: IncomingMessage) => asked.push(`${method} ${url}`)
  const server = createServer((request, response) => {
    note(request)
    response.writeHead(403).end()
  })
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    note(request)
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // Listening on a port, so the address is one of a network and not a pipe's.
  const { port } = server.address() as AddressInfo
  return {
    proxy: `http://127.0.0.1:${port}`,
    take: () => asked.splice(0),
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
