import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inScope, type Trx } from '../store/database.ts'
import { DATABASES, newClinic, openTestServer } from '../testing/harness.ts'
import { claimDue } from './claim.ts'
import { copyPatients, newReminded } from './wake-testing.ts'

const ENDED = '2026-11-22T11:00:00+04:00'
const DUE = 400
const MOST = 10

describe.each(DATABASES)('a claim on %s', (kind) => {
  it('takes what is due the longest, and reads no more rows than it takes', async () => {
    const server = await openTestServer(kind)
    const clinicId = await newClinic(server)
    const like = await newReminded(server, clinicId, { endedAt: ENDED })
    const at = Date.parse('2026-11-25T08:00:00Z')
    const rows = { handledUntil: at - 60_000, count: DUE / 2 }
    await copyPatients(server, like, { ...rows, dueAt: at })
    const longest = await copyPatients(server, like, { ...rows, count: MOST, dueAt: at - 1_000 })
    await copyPatients(server, like, { ...rows, dueAt: at })
    server.clock.now = at
    await inScope(server.deps.db, { clinicId }, async (trx) => {
      // The one that the others are like is due since its session.
      const claimed = await claimDue(trx, { clinicId, at, most: MOST + 1 })
      expect(new Set(claimed.map(({ patientId }) => patientId))).toEqual(
        new Set([like.patientId, ...longest]),
      )
      // Each once to find it and once to lock it.
      expect(await wakesRead(trx)).toBeLessThanOrEqual(2 * (MOST + 1))
    })
    await server.close()
  })
})

/** How many rows of `wake` the transaction has read so far. */
async function wakesRead(trx: Trx): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select (seq_tup_read + idx_tup_fetch)::int as count from pg_stat_xact_user_tables
    where relname = 'wake'`.execute(trx)
  return rows[0]?.count ?? Number.NaN
}
