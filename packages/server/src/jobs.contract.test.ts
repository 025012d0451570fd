import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queueDelivery } from './deliver/queue-delivery.ts'
import type { Deps } from './deps.ts'
import { jobHandlers } from './jobs.ts'
import { inScope } from './store/database.ts'
import { DATABASES, newClinic, openTestServer, type TestServer } from './testing/harness.ts'

describe.each(DATABASES)('a job on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  it('that failed is told to the log by its ids and its kind, never by what it holds', async () => {
    const clinicId = await newClinic(server)
    const { deps: own } = server
    const deliveryId = randomUUID()
    // No endpoint has such an id: the database refuses it, and quotes it.
    const content = { to: 'Aisha Rahman', locale: 'en', values: {} }
    await inScope(own.db, { clinicId }, (trx) =>
      queueDelivery(
        { trx, deps: own, clinicId, at: 0, enqueue: () => {} },
        {
          deliveryId,
          record: null,
          kind: 'webhook',
          channel: 'webhook',
          dueAt: 0,
          expiresAt: null,
          reminder: {},
          content,
        },
      ),
    )
    const lines: string[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
    const deps: Deps = { ...own, log }
    const tries = { count: 3, last: false }
    await expect(jobHandlers(deps).deliver({ clinicId, deliveryId }, tries)).rejects.toThrow(
      'invalid input syntax',
    )
    expect(lines).toHaveLength(1)
    const told = JSON.parse(lines[0] ?? '')
    expect(told).toMatchObject({ queue: 'deliver', clinicId, deliveryId, tries: 3 })
    expect(told.error.code).toBe('22P02')
    expect(told.error.stack.length).toBeGreaterThan(0)
    expect(lines[0]).not.toContain('Aisha')
  })
})
