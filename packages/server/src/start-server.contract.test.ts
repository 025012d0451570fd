import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from './deps.ts'
import { startServer } from './start-server.ts'
import { openTestServer, type TestServer } from './testing/harness.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer('embedded', { environment: { PORT: '0' } })
})
afterAll(() => server.close())

/** What a server of that work answers, by path. */
async function statusesOf(work: Deps['config']['AFTERGLOW_WORK'], paths: readonly string[]) {
  const deps: Deps = { ...server.deps, config: { ...server.deps.config, AFTERGLOW_WORK: work } }
  const running = await startServer(deps, null)
  try {
    const asked = paths.map(async (path) => {
      const { status } = await fetch(`http://127.0.0.1:${running.port}${path}`)
      return [path, status] as const
    })
    return Object.fromEntries(await Promise.all(asked))
  } finally {
    await running.stop()
  }
}

const OPEN = ['/healthz', '/readyz', '/metrics']
const CLOSED = ['/api/v1/patients', '/api/v1/clinic', '/api/auth/session', '/api/openapi.json']

describe('a server that only sends reminders', () => {
  it('says that it runs and gives its figures, and has nothing of the API or of sign-in', async () => {
    const statuses = await statusesOf('reminders', [...OPEN, ...CLOSED])
    for (const path of OPEN) expect(statuses[path], path).toBe(200)
    for (const path of CLOSED) expect(statuses[path], path).toBe(404)
  })
})

describe('a server that answers requests', () => {
  it('has both', async () => {
    const statuses = await statusesOf('web', [...OPEN, ...CLOSED])
    for (const path of OPEN) expect(statuses[path], path).toBe(200)
    for (const path of CLOSED) expect(statuses[path], path).not.toBe(404)
  })
})
