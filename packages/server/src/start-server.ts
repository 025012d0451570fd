import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import { createApp, createHealthApp } from './app.ts'
import { clientAddress } from './client-address.ts'
import type { Deps } from './deps.ts'
import { jobHandlers } from './jobs.ts'
import { siteFiles } from './site/files.ts'
import { startUpkeep } from './upkeep.ts'
import { startWorker } from './wake/worker.ts'

export interface Running {
  readonly port: number
  /** Lets what was begun come to its end: requests, a batch of reminders, deliveries on their way. */
  readonly stop: () => Promise<void>
}

const WAKE_EVERY_MS = 5_000

/** Serves HTTP, sends reminders, or both, as the configuration says. */
export async function startServer(deps: Deps, folder: string | null): Promise<Running> {
  const { AFTERGLOW_WORK: work } = deps.config
  const stops: (() => Promise<void>)[] = []
  if (work !== 'web') stops.push(...(await startReminders(deps)))
  const app = work === 'reminders' ? createHealthApp(deps) : siteApp(deps, folder)
  const { server, port } = await listen(deps, app)
  return {
    port,
    stop: async () => {
      await closed(server)
      for (const stop of stops) await stop()
    },
  }
}

async function startReminders(deps: Deps): Promise<readonly (() => Promise<void>)[]> {
  await deps.queue.work(jobHandlers(deps))
  return [startWorker(deps, { everyMs: WAKE_EVERY_MS }).stop, startUpkeep(deps).stop]
}

function siteApp(deps: Deps, folder: string | null): Hono {
  return createApp(deps, {
    files: folder === null ? null : siteFiles(folder),
    addressOf: (context) => clientAddress(context, deps.config.AFTERGLOW_TRUSTED_PROXIES),
  })
}

async function listen(
  { config: { PORT, HOST } }: Deps,
  app: Hono,
): Promise<{ readonly server: ServerType; readonly port: number }> {
  const server = serve({ fetch: app.fetch, port: PORT, hostname: HOST })
  await once(server, 'listening')
  // Listening on a port, so the address is one of a network and not a pipe's.
  const { port } = server.address() as AddressInfo
  return { server, port }
}

/** New connections are refused, idle ones closed, and what is being answered is waited for. */
async function closed(server: ServerType): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  await done
}
