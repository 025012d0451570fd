import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { handleDelivery } from './deliver/handle-delivery.ts'
import { localSmtp } from './deliver/testing/smtp-server.ts'
import { startChildServer } from './testing/child-server.ts'
import { DATABASES, newClinic, openTestServer, type TestServer } from './testing/harness.ts'
import {
  acknowledgedBy,
  keptCheckIns,
  type Phone,
  sendAgain,
  sendUntilGone,
  signedInPhones,
} from './testing/phones.ts'
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
const PHONES = 8
const PLANS = 400
/** So many are sent at one time: what one kill can leave sent and not written down. */
const BATCH = 20
const HOUR_MS = 3_600_000

type Smtp = Awaited<ReturnType<typeof localSmtp>>

/** Reminders of that many plans, all due for an hour; the server that is killed has the time of day. */
async function dueReminders(server: TestServer): Promise<string> {
  const opened = Date.now() - HOUR_MS
  // Touching opened then, and that is told of for a day.
  server.clock.now = opened - 72 * HOUR_MS
  const clinicId = await newClinic(server)
  await decide(server, clinicId, { digestAt: null, quietHours: null })
  const endedAt = new Date(server.clock.now).toISOString()
  const like = await newReminded(server, clinicId, { endedAt })
  await prefer(server, like, { kinds: ['window-opened'] })
  const due = { handledUntil: opened - 1, dueAt: opened }
  await copyPatients(server, like, { count: PLANS, ...due })
  await sql`delete from wake where patient_id = ${like.patientId}`.execute(server.deps.db)
  return clinicId
}

interface Killing {
  readonly environment: Readonly<Record<string, string>>
  readonly phones: readonly Phone[]
  readonly smtp: Smtp
}

/** In the middle of check-ins, and of reminders: odd rounds as plans are worked out, even ones as mails are on their way. */
async function killIn(round: number, { environment, phones, smtp }: Killing): Promise<void> {
  const child = await startChildServer(environment)
  const mails = smtp.raw.length + BATCH + (round % 5)
  if (round % 2 === 1) await sleep(20 * round)
  else await until(() => smtp.raw.length > mails, AbortSignal.timeout(MAILS_WITHIN_MS))
  const enough = acknowledgedBy(phones).length + 3 + (round % 7)
  const senders = Promise.all(phones.map((phone) => sendUntilGone(child.url, phone)))
  const isOver = new AbortController()
  try {
    // A sender ends before the server only where it was refused, and then the test fails.
    await Promise.race([
      until(() => acknowledgedBy(phones).length >= enough, isOver.signal),
      senders,
    ])
  } finally {
    isOver.abort()
    await child.kill()
  }
  await senders
}

/** In the last rounds no mail may be left to send. */
const MAILS_WITHIN_MS = 5_000

async function until(isSo: () => boolean, end: AbortSignal): Promise<void> {
  while (!end.aborted && !isSo()) await sleep(2)
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

async function expectCheckInsOnce(server: TestServer, phones: readonly Phone[]): Promise<void> {
  // All that were on their way at the last kill.
  expect(phones.map(({ unsure }) => unsure.length)).toEqual(phones.map(() => 1))
  for (const phone of phones) await sendAgain(server, phone)
  const [{ clinicId } = { clinicId: '' }] = phones
  const kept = await keptCheckIns(server, clinicId)
  expect(kept.toSorted()).toEqual(acknowledgedBy(phones).toSorted())
}

/** Every one that is still to be sent has a job that will, whatever was on its way when the server was killed. */
async function expectRemindersQueued(server: TestServer, clinicId: string): Promise<void> {
  await wakeAll(server.deps)
  const queued = await deliveriesIn(server, { clinicId })
  expect(new Set(queued.map(({ patientId }) => patientId)).size).toBe(PLANS)
  const waiting = await sql<{
    readonly deliveryId: string
  }>`select data ->> 'deliveryId' as "deliveryId" from pgboss.job
    where name = 'deliver' and state in ('created', 'retry', 'active')`.execute(server.deps.db)
  const jobs = new Set(waiting.rows.map(({ deliveryId }) => deliveryId))
  const left = queued.filter(({ state }) => state === 'queued')
  expect(left.filter(({ deliveryId }) => !jobs.has(deliveryId))).toEqual([])
  expect(await deliverQueued(server, { clinicId })).toEqual([])
  const [first] = queued
  const again = { clinicId, deliveryId: first?.deliveryId ?? '' }
  await handleDelivery(server.deps, again, { count: 1, last: false })
  const rows = await deliveriesIn(server, { clinicId })
  expect(rows.filter(({ state }) => state !== 'accepted')).toEqual([])
}

/** Each kill at most what was on its way at once, where more than that had been sent; nothing where nobody was killed. */
async function expectMailsOnce(server: TestServer, { clinicId, smtp, ends }: Sent): Promise<void> {
  const mails = smtp.raw.map((text) => simpleParser(text, { skipTextLinks: true }))
  const ids = (await Promise.all(mails)).map(({ messageId }) => messageId ?? '')
  const rows = await deliveriesIn(server, { clinicId })
  const wanted = rows.map(({ deliveryId }) => `<${deliveryId}@care.example>`)
  expect(new Set(ids)).toEqual(new Set(wanted))
  const rounds = [...ends, ids.length].map((end, k) => ids.slice(ends[k - 1] ?? 0, end))
  expect(Math.max(...rounds.slice(0, -1).map((round) => round.length))).toBeGreaterThan(BATCH)
  const { later, within } = repeatsOf(rounds)
  expect(within).toBe(0)
  expect(Math.max(...later)).toBeLessThanOrEqual(BATCH)
}

interface Sent {
  readonly clinicId: string
  readonly smtp: Smtp
  /** How many mails there were at the end of each round. */
  readonly ends: readonly number[]
}

describe.each(DATABASES)('a server killed while it takes check-ins and reminds, on %s', (kind) => {
  it(`keeps what it acknowledged once and reminds everybody, after ${ROUNDS} times`, async () => {
    await using smtp = await localSmtp()
    const settings = {
      AFTERGLOW_URL: 'https://care.example',
      SMTP_URL: `smtp://${smtp.host}`,
      MAIL_FROM: 'care@example.org',
    }
    const server = await openTestServer(kind, { onDisk: true, environment: settings })
    const phones = await signedInPhones(server, await newClinic(server), PHONES)
    const clinicId = await dueReminders(server)
    const { DATABASE_URL } = server.deps.config
    await server.pause()
    const environment = {
      ...settings,
      AFTERGLOW_DATA: server.folder,
      ...(DATABASE_URL && { DATABASE_URL }),
    }
    const ends: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await killIn(round, { environment, phones, smtp })
      ends.push(smtp.raw.length)
    }
    const again = await server.reopen()
    again.clock.now = Date.now()
    await expectCheckInsOnce(again, phones)
    await expectRemindersQueued(again, clinicId)
    await expectMailsOnce(again, { clinicId, smtp, ends })
    await again.close()
  }, 600_000)
})
