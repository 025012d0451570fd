import { formatInstant } from '@afterglow/engine'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remindersIn } from '../deliver/delivery-row.ts'
import { type LocalSmtp, localSmtp } from '../deliver/testing/smtp-server.ts'
import { DATABASES, newClinic, openTestServer, START, type TestServer } from '../testing/harness.ts'
import {
  consent,
  copyPatients,
  decide,
  deliverQueued,
  deliveriesIn,
  newReminded,
  type Place,
  prefer,
  wakeOf,
} from './wake-testing.ts'
import { startWorker, wakeAll } from './worker.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Turns the clock to each instant at which the patient is due, until one after `end`; what was sent when. */
async function live(server: TestServer, place: Place, end: number): Promise<readonly number[]> {
  const turned: number[] = []
  for (;;) {
    const wake = await wakeOf(server, place)
    if (wake === undefined || wake.dueAt > end) return turned
    expect(wake.dueAt).toBeGreaterThanOrEqual(wake.handledUntil)
    server.clock.now = wake.dueAt
    await wakeAll(server.deps)
    expect(await deliverQueued(server, place)).toEqual([])
    turned.push(wake.dueAt)
  }
}

async function acceptedAt(server: TestServer, place: Place): Promise<readonly number[]> {
  const rows = await deliveriesIn(server, place)
  return rows.flatMap(({ state, settledAt }) => (state === 'accepted' ? [settledAt ?? 0] : []))
}

describe.each(DATABASES)('reminders on %s', (kind) => {
  let smtp: LocalSmtp
  let server: TestServer
  beforeAll(async () => {
    smtp = await localSmtp()
    const environment = { SMTP_URL: `smtp://${smtp.host}`, MAIL_FROM: 'care@example.org' }
    server = await openTestServer(kind, { environment })
  })
  afterAll(async () => {
    await server.close()
    await smtp[Symbol.asyncDispose]()
  })

  async function reminded(zone: string, endedAt: string, settings: object): Promise<Place> {
    server.clock.now = Date.parse(endedAt)
    const clinicId = await newClinic(server, { zone })
    await decide(server, clinicId, { ...settings })
    return newReminded(server, clinicId, { zone, endedAt })
  }

  it('tells of each reminder once, by a mail that names neither skin nor person', async () => {
    const place = await reminded('Asia/Dubai', '2026-11-22T11:00:00+04:00', { digestAt: null })
    const before = smtp.raw.length
    await live(server, place, START + 5 * DAY_MS)
    const rows = await deliveriesIn(server, place)
    const told = rows.flatMap(({ reminder }) => remindersIn(reminder).map(({ id }) => id))
    expect(told.length).toBeGreaterThan(5)
    expect(new Set(told).size).toBe(told.length)
    const mails = (await smtp.mails()).slice(before)
    expect(mails).toHaveLength(rows.filter(({ state }) => state === 'accepted').length)
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length)
    for (const mail of mails) {
      const text = `${mail.subject} ${mail.text} ${mail.html}`
      expect(text).not.toMatch(/Aisha|Riverside|needl|skin|makeup|face/i)
      expect(mail.headers.get('list')).toMatchObject({
        unsubscribe: { url: expect.stringContaining('https://care.example/api/v1/unsubscribe/') },
      })
    }
  })

  it('keeps quiet hours by the wall clock on the night when it goes back an hour', async () => {
    const zone = 'America/New_York'
    const settings = { digestAt: null, quietHours: { from: '21:00', until: '08:00' } }
    // 24 hours on it is 01:30 for the second time.
    const place = await reminded(zone, '2026-10-31T02:30:00-04:00', settings)
    await live(server, place, Date.parse('2026-11-03T00:00:00Z'))
    const sentAt = await acceptedAt(server, place)
    const clocks = sentAt.map((at) => formatInstant(at, zone).slice(11, 16))
    expect(clocks.filter((clock) => clock < '08:00' || clock >= '21:00')).toEqual([])
    expect(sentAt).toContain(Date.parse('2026-11-01T08:00:00-05:00'))
  })

  it('keeps quiet hours by the wall clock on the night when it goes forward an hour', async () => {
    const zone = 'Europe/Madrid'
    const settings = { digestAt: null, quietHours: { from: '21:00', until: '08:00' } }
    const place = await reminded(zone, '2026-03-28T02:10:00+01:00', settings)
    await live(server, place, Date.parse('2026-03-31T00:00:00Z'))
    const sentAt = await acceptedAt(server, place)
    const clocks = sentAt.map((at) => formatInstant(at, zone).slice(11, 16))
    expect(clocks.filter((clock) => clock < '08:00' || clock >= '21:00')).toEqual([])
    expect(sentAt).toContain(Date.parse('2026-03-29T08:00:00+02:00'))
  })

  it('makes one message of what a digest tells together', async () => {
    const place = await reminded('Asia/Dubai', '2026-11-22T11:00:00+04:00', { digestAt: '09:00' })
    await live(server, place, START + 6 * DAY_MS)
    const digests = (await deliveriesIn(server, place)).filter((one) => one.kind === 'digest')
    expect(digests.length).toBeGreaterThan(0)
    const times = digests.map(({ dueAt }) => formatInstant(dueAt, 'Asia/Dubai').slice(11, 16))
    expect(times).toContain('09:00')
    for (const { reminder } of digests) expect(remindersIn(reminder).length).toBeGreaterThan(1)
  })

  it('does not tell again what a later digest would bring again', async () => {
    const place = await reminded('Asia/Dubai', '2026-11-22T11:00:00+04:00', { digestAt: '09:00' })
    await prefer(server, place, { digestAt: '13:00' })
    await live(server, place, Date.parse('2026-11-25T13:00:00+04:00'))
    await prefer(server, place, { digestAt: '13:30' })
    await live(server, place, Date.parse('2026-11-27T13:00:00+04:00'))
    const rows = await deliveriesIn(server, place)
    const told = rows.flatMap(({ reminder }) => remindersIn(reminder).map(({ id }) => id))
    expect(new Set(told).size).toBe(told.length)
  })

  it('writes to nobody who has not agreed, and goes on to what is due next', async () => {
    const place = await reminded('Asia/Dubai', '2026-11-22T11:00:00+04:00', { digestAt: null })
    server.clock.now += 1_000
    await consent(server, place, { scope: 'email', given: false })
    const turned = await live(server, place, START + 2 * DAY_MS)
    expect(turned.length).toBeGreaterThan(1)
    expect(await deliveriesIn(server, place)).toEqual([])
  })

  it('puts a plan that cannot be read off by a day, and keeps nobody else waiting', async () => {
    const place = await reminded('Asia/Dubai', '2026-11-22T11:00:00+04:00', { digestAt: null })
    const { clinicId } = place
    const due = { handledUntil: START, dueAt: START + HOUR_MS }
    const [noEvent = '', noProtocol = '', noKey = '', ...others] = await copyPatients(
      server,
      place,
      { count: 5, ...due },
    )
    const { db } = server.deps
    const broken = Buffer.from('broken')
    await sql`update event set sealed = ${broken} where patient_id = ${noEvent} and type = 'procedure'`.execute(
      db,
    )
    await sql`update care_plan set protocols = '[{"code":"x","version":"1","hash":"sha256:0"}]' where patient_id = ${noProtocol}`.execute(
      db,
    )
    await sql`update patient_key set wrapped = ${broken} where patient_id = ${noKey}`.execute(db)
    server.clock.now = START + DAY_MS
    await wakeAll(server.deps)
    for (const patientId of [noEvent, noProtocol, noKey]) {
      const later = { dueAt: START + 2 * DAY_MS, handledUntil: START }
      expect(await wakeOf(server, { clinicId, patientId })).toEqual(later)
    }
    for (const patientId of others)
      expect((await deliveriesIn(server, { clinicId, patientId })).length).toBeGreaterThan(0)
    const metrics = await server.deps.metrics.registry.metrics()
    expect(metrics).toMatch(/afterglow_wakes_put_off_total 3/)
  })

  it('works until it is told to stop, and leaves no half of a batch', async () => {
    const place = await reminded('Asia/Dubai', '2026-11-22T11:00:00+04:00', { digestAt: null })
    const due = { handledUntil: START, dueAt: START + HOUR_MS }
    const ids = await copyPatients(server, place, { count: 120, ...due })
    server.clock.now = START + DAY_MS
    const worker = startWorker(server.deps, { everyMs: 5 })
    await expect
      .poll(async () => (await deliveriesIn(server, place)).length, { timeout: 60_000 })
      .toBeGreaterThan(0)
    await worker.stop()
    const told = new Set(
      (await deliveriesIn(server, { clinicId: place.clinicId })).map((one) => one.patientId),
    )
    for (const patientId of ids) {
      const wake = await wakeOf(server, { clinicId: place.clinicId, patientId })
      expect(told.has(patientId)).toBe(wake?.handledUntil !== START)
    }
  })
})
