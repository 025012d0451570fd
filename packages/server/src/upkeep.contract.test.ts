import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runRetention } from './care/retention.ts'
import type { Deps } from './deps.ts'
import { timestampOf } from './store/database.ts'
import { DATABASES, newClinic, openTestServer, type TestServer } from './testing/harness.ts'
import { startUpkeep, tidyOnceADay } from './upkeep.ts'
import { decide } from './wake/wake-testing.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

describe.each(DATABASES)('upkeep on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  /** A try that was counted two days ago: it goes with the next upkeep. */
  async function oldTry(): Promise<string> {
    const key = randomUUID()
    const windowStart = timestampOf(server.clock.now - 2 * DAY_MS)
    await server.deps.db.insertInto('rateLimit').values({ key, windowStart, count: 1 }).execute()
    return key
  }

  const isThere = async (key: string): Promise<boolean> => {
    const rows = await server.deps.db
      .selectFrom('rateLimit')
      .select('key')
      .where('key', '=', key)
      .execute()
    return rows.length > 0
  }

  it('is done when the server starts, also where it is restarted before a day is over', async () => {
    for (let day = 0; day < 3; day++) {
      const key = await oldTry()
      await startUpkeep(server.deps).stop()
      expect(await isThere(key)).toBe(false)
      server.clock.now += 23 * HOUR_MS
    }
  })

  it('is done once a day by whichever server looks first', async () => {
    server.clock.now += DAY_MS
    const looks = await Promise.all([1, 2, 3].map(() => tidyOnceADay(server.deps)))
    expect(looks.filter(Boolean)).toHaveLength(1)
    server.clock.now += 23 * HOUR_MS - 1
    expect(await tidyOnceADay(server.deps)).toBe(false)
    server.clock.now += 1
    expect(await tidyOnceADay(server.deps)).toBe(true)
  })

  it('is tried again at the next look where nothing came of it', async () => {
    server.clock.now += DAY_MS
    const { db } = server.deps
    await sql`alter table rate_limit rename to rate_limit_away`.execute(db)
    await expect(tidyOnceADay(server.deps)).rejects.toThrow('rate_limit')
    await sql`alter table rate_limit_away rename to rate_limit`.execute(db)
    expect(await tidyOnceADay(server.deps)).toBe(true)
  })

  it('goes on to other clinics where it fails for one, and says for which', async () => {
    server.clock.now += DAY_MS
    const [first, second] = [await newClinic(server), await newClinic(server)].toSorted()
    if (first === undefined || second === undefined) throw new Error('two clinics were made')
    await decide(server, first, { acknowledgeWithinMin: 'soon' })
    const report = await runRetention(server.deps, { dryRun: true, at: server.clock.now })
    expect(report.failed.map(({ clinicId }) => clinicId)).toEqual([first])
    expect(report.clinics.map(({ clinicId }) => clinicId)).toContain(second)
    const lines: string[] = []
    const log = pino({ level: 'error' }, { write: (line: string) => lines.push(line) })
    const deps: Deps = { ...server.deps, log }
    expect(await tidyOnceADay(deps)).toBe(true)
    // What is kept too long, and the clinic's figures: each says so.
    expect(lines.map((line) => JSON.parse(line).clinicId)).toEqual([first, first])
  })

  it('removes what was left of staff signing in, and nothing that is still good', async () => {
    const { db } = server.deps
    const { now } = server.clock
    const [userId, clinicId] = [randomUUID(), randomUUID()]
    const at = timestampOf(now)
    await sql`insert into auth_user (id, name, email, email_verified, created_at, updated_at)
      values (${userId}, 'x', ${`${userId}@example.org`}, true, ${at}, ${at})`.execute(db)
    await sql`insert into auth_organization (id, name, slug, created_at)
      values (${clinicId}, 'x', ${clinicId}, ${at})`.execute(db)
    for (const [name, days] of [
      ['over', 31],
      ['good', -1],
    ] as const) {
      const ends = timestampOf(now - days * DAY_MS)
      await sql`insert into auth_session (id, user_id, token, expires_at, created_at, updated_at)
        values (${randomUUID()}, ${userId}, ${name}, ${ends}, ${at}, ${at})`.execute(db)
      await sql`insert into auth_verification (id, identifier, value, expires_at, created_at, updated_at)
        values (${randomUUID()}, ${name}, 'x', ${ends}, ${at}, ${at})`.execute(db)
      await sql`insert into auth_invitation (id, organization_id, email, status, expires_at, created_at, inviter_id)
        values (${randomUUID()}, ${clinicId}, ${name}, 'pending', ${ends}, ${at}, ${userId})`.execute(
        db,
      )
      await sql`insert into setup_token (token_hash, created_at)
        values (${Buffer.from(name)}, ${ends})`.execute(db)
    }
    const report = await runRetention(server.deps, { dryRun: false, at: now })
    expect(report.server['staffSignIn']).toBe(4)
    const { rows } = await sql<{ readonly left: string }>`
      select token as left from auth_session where user_id = ${userId}
      union all select identifier from auth_verification
      union all select email from auth_invitation where organization_id = ${clinicId}
      union all select convert_from(token_hash, 'UTF8') from setup_token`.execute(db)
    expect(rows.map(({ left }) => left)).toEqual(['good', 'good', 'good', 'good'])
  })
})
