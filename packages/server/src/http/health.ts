import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { sha256 } from '../token.ts'
import { readAlarms } from './alarm-figures.ts'

/** Whether the process runs, whether it can work, and its figures. None of them tells anything of a person. */
export function healthRoutes(deps: Deps): Hono {
  const app = new Hono()
  app.get('/healthz', (context) => context.json({ status: 'ok' }))
  app.get('/readyz', async (context) => {
    const ready = await isReady(deps)
    return context.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503)
  })
  app.get('/metrics', async (context) => {
    if (!mayRead(deps, context.req.header('authorization'))) return context.text('', 401)
    await readAlarms(deps)
    const { registry } = deps.metrics
    return context.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })
  return app
}

async function isReady({ db, log }: Deps): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'not ready')
    return false
  }
}

/** Open where no token is set: then the address is this machine's own, or the operator's choice. */
function mayRead({ config }: Deps, header: string | undefined): boolean {
  const token = config.AFTERGLOW_METRICS_TOKEN
  if (token === undefined) return config.HOST === '127.0.0.1' || config.HOST === 'localhost'
  return timingSafeEqual(sha256(header ?? ''), sha256(`Bearer ${token}`))
}
