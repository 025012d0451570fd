import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { handleDelivery } from './deliver/handle-delivery.ts'
import { localSmtp } from './deliver/testing/smtp-server.ts'
import { startChildServer } from './testing/child-server.ts'
import { DATABASES, newClinic, openTestServer } from './testing/harness.ts'
import {
  copyPatients,
  decide,
  deliverQueued,
  deliveriesIn,
  newReminded,
  prefer,
} from './wake/wake-testing.ts'
import { wakeAll } from './wake/worker.ts'

const ROUNDS = 20
const PLANS = 400
/** So many are sent at one time: what one kill can leave sent and not written down. */
const BATCH = 20
const HOUR_MS = 3_600_000

/** For ten seconds at most: in the last rounds nothing may be left to send. */
async function moreThan(count: () => number, least: number): Promise<void> {
  for (let wait = 0; wait < 1_000 && count() <= least; wait++) await sleep(10)
}

/** How many mails of each round were sent again in a later one, and how many within their own. */
function repeatsOf(rounds: readonly (readonly string[])[]) {
  const seenIn = new Map<string, number>()
  const later = rounds.map(() => 0)
  let within = 0
  for (const [round, ids] of rounds.entries()) {
    for (const id of ids) {
      const before = seenIn.get(id)
      if (before === round) within += 1
      else if (before !== undefined) later[before] = (later[before] ?? 0) + 1
      seenIn.set(id, round)
    }
  }
  return { later, within }
}

describe.each(DATABASES)('a server killed in the middle of reminders, on %s', (kind) => {
  it(`has lost none and queued none twice, after ${ROUNDS} times`, async () => {
    await using smtp = await localSmtp()
    const environment = { SMTP_URL: `smtp://${smtp.host}`, MAIL_FROM: 'care@example.org' }
    const server = await openTestServer(kind, { onDisk: true, environment })
    // The child has the time of day. Touching opened an hour ago, and that is told of for a day.
    const opened = Date.now() - HOUR_MS
    server.clock.now = opened - 72 * HOUR_MS
    const clinicId = await newClinic(server)
    await decide(server, clinicId, { digestAt: null, quietHours: null })
    const endedAt = new Date(server.clock.now).toISOString()
    const like = await newReminded(server, clinicId, { endedAt })
    await prefer(server, like, { kinds: ['window-opened'] })
    const due = { handledUntil: opened - 1, dueAt: opened }
    await copyPatients(server, like, { count: PLANS, ...due })
    await sql`delete from wake where patient_id = ${like.patientId}`.execute(server.deps.db)
    const { DATABASE_URL } = server.deps.config
    await server.pause()
    const settings = {
      ...environment,
      AFTERGLOW_DATA: server.folder,
      AFTERGLOW_WORK: 'reminders',
      AFTERGLOW_URL: 'https://care.example',
      ...(DATABASE_URL && { DATABASE_URL }),
    }
    const ends: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const child = await startChildServer(settings)
      const before = smtp.raw.length
      // Odd rounds end while plans are worked out, even ones while mails are on their way.
      if (round % 2 === 1) await sleep(20 * round)
      else await moreThan(() => smtp.raw.length - before, BATCH + (round % 5))
      await child.kill()
      ends.push(smtp.raw.length)
    }
    const again = await server.reopen()
    again.clock.now = Date.now()
    await wakeAll(again.deps)
    const beforeLast = await deliveriesIn(again, { clinicId })
    expect(new Set(beforeLast.map(({ patientId }) => patientId)).size).toBe(PLANS)
    // Every one that is still to be sent has a job that will, whatever was on its way when the server was killed.
    const waiting = await sql<{
      readonly deliveryId: string
    }>`select data ->> 'deliveryId' as "deliveryId" from pgboss.job
      where name = 'deliver' and state in ('created', 'retry', 'active')`.execute(again.deps.db)
    const jobs = new Set(waiting.rows.map(({ deliveryId }) => deliveryId))
    const queued = beforeLast.filter(({ state }) => state === 'queued')
    expect(queued.filter(({ deliveryId }) => !jobs.has(deliveryId))).toEqual([])
    expect(await deliverQueued(again, { clinicId })).toEqual([])
    await handleDelivery(
      again.deps,
      { clinicId, deliveryId: beforeLast[0]!.deliveryId },
      { count: 1, last: false },
    )
    const rows = await deliveriesIn(again, { clinicId })
    expect(rows.filter(({ state }) => state !== 'accepted')).toEqual([])
    const sent = await Promise.all(
      smtp.raw.map((text) => simpleParser(text, { skipTextLinks: true })),
    )
    const ids = sent.map(({ messageId }) => messageId ?? '')
    expect(new Set(ids)).toEqual(
      new Set(rows.map(({ deliveryId }) => `<${deliveryId}@care.example>`)),
    )
    // Each kill at most what was on its way at once, where more than that had been sent; nothing where nobody was killed.
    const rounds = [...ends, ids.length].map((end, round) => ids.slice(ends[round - 1] ?? 0, end))
    expect(Math.max(...rounds.slice(0, -1).map((round) => round.length))).toBeGreaterThan(BATCH)
    const { later, within } = repeatsOf(rounds)
    expect(within).toBe(0)
    expect(Math.max(...later)).toBeLessThanOrEqual(BATCH)
    await again.close()
  }, 600_000)
})
