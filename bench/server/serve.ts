/** The server as `AFTERGLOW_WORK=web` has it, in a process of its own. Ends with its parent's channel. */
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { createApp } from '../../packages/server/src/app.ts'
import { clientAddress } from '../../packages/server/src/client-address.ts'
import { readConfig } from '../../packages/server/src/config.ts'
import { openServer } from '../../packages/server/src/open-server.ts'

const config = readConfig(process.env)
if (!config.ok) throw new Error(JSON.stringify(config.issues))
const log = pino({ level: 'error' }, pino.destination(2))
const now = () => Date.now()
const world = { now, randomBytes, createId: () => randomUUID(), fetch, log }
const opened = await openServer(config.value, world)
if (!opened.ok) throw new Error(JSON.stringify(opened.issues))
const { deps, close } = opened.value
const app = createApp(deps, { files: null, addressOf: (context) => clientAddress(context, 0) })
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
await once(server, 'listening')
const address = server.address()
process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
process.once('disconnect', () => {
  server.close()
  void close().then(() => process.exit(0))
})
