import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openQueue, type QueuedJob, TryAgain } from './queue.ts'
import { inScope } from './store/database.ts'
import { DATABASES, openTestServer, type TestServer } from './testing/harness.ts'

const HOUR_MS = 3_600_000
const DAY_S = 86_400

describe.each(DATABASES)('the job queue on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  const settings = (name: string) =>
    sql<Retries>`
    select retry_limit as "limit", retry_delay as delay, retry_backoff as backoff, retry_delay_max as longest,
      expire_seconds as expires from pgboss.queue where name = ${name}`.execute(server.deps.db)

  it.each(['deliver', 'escalate'])(
    'tries %s again for more than a day, soon at first, and soon after a crash',
    async (name) => {
      const { rows } = await settings(name)
      const [found] = rows
      if (found === undefined) throw new Error('no such queue')
      expect(found.backoff).toBe(true)
      expect(found.expires).toBe(120)
      expect(leastOf(found)).toBeGreaterThan(DAY_S)
      expect(found.delay).toBe(30)
    },
  )

  it('never leaves an urgent alert for more than a quarter of an hour', async () => {
    expect((await settings('escalate')).rows[0]?.longest).toBe(900)
  })

  it('has the retries of this release also where an earlier one made it', async () => {
    await sql`update pgboss.queue set retry_limit = 12, retry_backoff = false, expire_seconds = 900
      where name = 'escalate'`.execute(server.deps.db)
    const db = { db: server.deps.db, kind: kind === 'postgres' ? 'postgres' : 'pglite' } as const
    const again = await openQueue({ ...db, onError: () => {} })
    await again.stop()
    expect((await settings('escalate')).rows).toEqual([
      { limit: 110, delay: 30, backoff: true, longest: 900, expires: 120 },
    ])
  })

  it('begins a job no sooner than whoever refused it asked for, and counts its tries', async () => {
    const [soon, late] = [job(), job()]
    const tries: number[] = []
    await inScope(server.deps.db, { clinicId: randomUUID() }, (trx) =>
      server.deps.queue.send(trx, [soon, late]),
    )
    await server.deps.queue.work({
      deliver: async ({ deliveryId }, { count }) => {
        tries.push(count)
        throw new TryAgain('429', deliveryId === late.id ? 5 * HOUR_MS : null)
      },
      escalate: async () => {},
    })
    await expect.poll(() => waitOf(soon), { timeout: 20_000 }).toBeGreaterThan(0)
    await expect.poll(() => waitOf(late), { timeout: 20_000 }).toBeGreaterThan(0)
    expect(await waitOf(soon)).toBeLessThan(HOUR_MS)
    expect(await waitOf(late)).toBeGreaterThanOrEqual(5 * HOUR_MS)
    expect(tries).toEqual([1, 1])
  })

  /** How long after it was begun a failed job is tried again; 0 where it has not failed yet. */
  async function waitOf({ id }: QueuedJob): Promise<number> {
    const { rows } = await sql<{ readonly ms: number }>`
      select (extract(epoch from start_after - started_on) * 1000)::float8 as ms from pgboss.job
      where id = ${id} and state = 'retry'`.execute(server.deps.db)
    return rows[0]?.ms ?? 0
  }
})

interface Retries {
  readonly limit: number
  readonly delay: number
  readonly backoff: boolean
  readonly longest: number
  readonly expires: number
}

/** The least time, in seconds, from the first try to the last. */
function leastOf({ limit, delay, longest }: Retries): number {
  const waits = Array.from({ length: limit }, (_, k) => Math.min(longest, delay * 2 ** k))
  return waits.reduce((sum, one) => sum + one, 0)
}

function job(): QueuedJob {
  const id = randomUUID()
  return { id, job: { queue: 'deliver', data: { clinicId: randomUUID(), deliveryId: id } } }
}
