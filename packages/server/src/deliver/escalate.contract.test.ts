import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answer, type LocalSmtp, localSmtp } from '../deliver/testing/smtp-server.ts'
import { acknowledged } from '../testing/alert-steps.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { newMember } from '../testing/members.ts'
import { decide, deliverQueued, deliveriesIn } from '../wake/wake-testing.ts'
import { escalate } from './escalate.ts'
import { handleDelivery } from './handle-delivery.ts'

const MINUTE_MS = 60_000

describe.each(DATABASES)('an urgent alert on %s', (kind) => {
  let smtp: LocalSmtp
  let server: TestServer
  /** What the mail server says of each of these addresses. */
  const refusals = new Map<string, Error>()
  beforeEach(() => refusals.clear())
  beforeAll(async () => {
    smtp = await localSmtp({
      onRcptTo: ({ address }, _session, done) => done(refusals.get(address) ?? null),
    })
    const environment = { SMTP_URL: `smtp://${smtp.host}`, MAIL_FROM: 'care@example.org' }
    server = await openTestServer(kind, { environment })
  })
  afterAll(async () => {
    await server.close()
    await smtp[Symbol.asyncDispose]()
  })

  async function urgent(
    settings: object,
    given?: string,
  ): Promise<{ clinicId: string; alertId: string }> {
    const clinicId = given ?? (await newClinic(server))
    await decide(server, clinicId, { acknowledgeWithinMin: 10, ...settings })
    const { patientId } = await newPatientWithSession(server, clinicId)
    const told = await askingAs(server, patient(clinicId, patientId))(
      'POST',
      `/patients/${patientId}/check-ins`,
      { symptoms: [{ name: 'pus', severity: 'severe' }], notes: 'yellow pus and a fever of 39' },
    )
    expect(['urgent', 'emergency']).toContain(told.body.disposition)
    const inbox = await askingAs(server, staff(clinicId, 'front-desk'))('GET', '/alerts')
    return { clinicId, alertId: inbox.body.items[0].alertId }
  }

  async function escalations(clinicId: string): Promise<number> {
    const rows = await deliveriesIn(server, { clinicId })
    return rows.filter((row) => row.kind === 'escalation').length
  }

  async function roundsQueued(alertId: string): Promise<number | undefined> {
    const { rows } = await sql<{ readonly count: number }>`select count(*)::int as count
      from pgboss.job where name = 'escalate' and data ->> 'alertId' = ${alertId}`.execute(
      server.deps.db,
    )
    return rows[0]?.count
  }

  /** Sends what is queued; the addresses that it reached. */
  async function toldNow(clinicId: string): Promise<readonly string[]> {
    const before = smtp.raw.length
    await deliverQueued(server, { clinicId })
    const mails = (await smtp.mails()).slice(before)
    return mails.map((mail) => [mail.to].flat()[0]?.text ?? '').sort()
  }

  it('is told again and again to those whom the clinic named, six times, and no more', async () => {
    const place = await urgent({ escalationEmails: ['a@example.org', 'b@example.org'] })
    for (let round = 1; round <= 8; round++) {
      server.clock.now += 10 * MINUTE_MS
      await escalate(server.deps, place)
      // The queue's own repeat, after a crash between our commit and its.
      if (round < 6) {
        await escalate(server.deps, place)
        expect(await escalations(place.clinicId)).toBe(2 * round)
      }
      if (round === 6) break
    }
    expect(await escalations(place.clinicId)).toBe(12)
    // The one that the check-in queued, and one after each round but the last.
    expect(await roundsQueued(place.alertId)).toBe(6)
    const before = smtp.raw.length
    await deliverQueued(server, place)
    const mails = (await smtp.mails()).slice(before)
    expect(mails).toHaveLength(12)
    expect(mails[0]?.subject).toBe('Urgent: still not confirmed')
    expect(mails[0]?.text).toContain(`https://care.example/clinic.html#/inbox/${place.alertId}`)
    expect(JSON.stringify(mails)).not.toMatch(/Aisha|pus\b|fever/)
    const inbox = await askingAs(server, staff(place.clinicId, 'front-desk'))('GET', '/alerts')
    expect(inbox.body.items[0].escalatedAt).not.toBeNull()
    // What a restore queues: told once more, whatever was told before.
    server.clock.now += 1_440 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await escalations(place.clinicId)).toBe(14)
    expect(await roundsQueued(place.alertId)).toBe(6)
  })

  it('is told to the clinicians and owners where the clinic named nobody, at once and when it escalates', async () => {
    const clinicId = await newClinic(server)
    const other = await newClinic(server)
    const join = (of: string, roles: string, name: string) =>
      newMember(server, { clinicId: of, roles, email: `${name}-${clinicId}@example.org` })
    await join(clinicId, 'owner', 'owner')
    await join(clinicId, 'clinician', 'clinician')
    await join(clinicId, 'front-desk', 'desk')
    await join(clinicId, 'read-only', 'reader')
    await join(other, 'owner,clinician', 'stranger')
    const both = [`clinician-${clinicId}@example.org`, `owner-${clinicId}@example.org`]
    const place = await urgent({}, clinicId)
    expect(await toldNow(clinicId)).toEqual(both)
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await toldNow(clinicId)).toEqual(both)
  })

  it('is told at once to those whom the clinic named, and to no others', async () => {
    const clinicId = await newClinic(server)
    const email = `owner-${clinicId}@example.org`
    await newMember(server, { clinicId, roles: 'owner', email })
    await urgent({ alertEmails: ['desk@example.org', 'desk@example.org'] }, clinicId)
    expect(await toldNow(clinicId)).toEqual(['desk@example.org'])
  })

  const GONE = answer(550, 'no')

  it('goes to a staff address that bounced before, each time again', async () => {
    const settings = { alertEmails: ['desk@example.org'], escalationEmails: ['desk@example.org'] }
    refusals.set('desk@example.org', GONE)
    const place = await urgent(settings)
    expect(await toldNow(place.clinicId)).toEqual([])
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await toldNow(place.clinicId)).toEqual([])
    refusals.clear()
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await toldNow(place.clinicId)).toEqual(['desk@example.org'])
    await urgent(settings, place.clinicId)
    expect(await toldNow(place.clinicId)).toEqual(['desk@example.org'])
  })

  it('is told to the owners at once where nobody whom the clinic named can be written to, and is shown', async () => {
    const clinicId = await newClinic(server)
    const owner = `owner-${clinicId}@example.org`
    await newMember(server, { clinicId, roles: 'owner', email: owner })
    await newMember(server, {
      clinicId,
      roles: 'read-only',
      email: `reader-${clinicId}@example.org`,
    })
    const named = ['a@example.org', 'b@example.org']
    for (const one of named) refusals.set(one, GONE)
    const place = await urgent({ alertEmails: named, escalationEmails: named }, clinicId)
    expect(await toldNow(clinicId)).toEqual([])
    expect(await toldNow(clinicId)).toEqual([owner])
    const list = await askingAs(server, staff(clinicId, 'front-desk'))('GET', '/deliveries')
    const shown = { state: 'gone', kind: 'urgent-check-in', alertId: place.alertId }
    expect(list.body.items).toMatchObject([shown, shown])
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    await toldNow(clinicId)
    expect(await toldNow(clinicId)).toEqual([owner])
    // What is told in place of a round does not put the next one off.
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await escalations(clinicId)).toBe(2 * 2 + 1)
  })

  it('is told to the owners once where all mails are given up at one time', async () => {
    const clinicId = await newClinic(server)
    const owner = `owner-${clinicId}@example.org`
    await newMember(server, { clinicId, roles: 'owner', email: owner })
    const named = ['a@example.org', 'b@example.org', 'c@example.org']
    for (const one of named) refusals.set(one, GONE)
    await urgent({ alertEmails: named }, clinicId)
    const mails = await deliveriesIn(server, { clinicId })
    expect(mails).toHaveLength(3)
    const tries = { count: 1, last: false }
    await Promise.all(
      mails.map(({ deliveryId }) => handleDelivery(server.deps, { clinicId, deliveryId }, tries)),
    )
    expect(await toldNow(clinicId)).toEqual([owner])
  })

  it('is told to the owners with the next round where the mail server takes nothing for those who were named', async () => {
    const clinicId = await newClinic(server)
    const owner = `owner-${clinicId}@example.org`
    await newMember(server, { clinicId, roles: 'owner', email: owner })
    refusals.set('full@example.org', answer(452, '4.2.2 mailbox full'))
    const named = ['full@example.org']
    const place = await urgent({ alertEmails: named, escalationEmails: named }, clinicId)
    expect(await toldNow(clinicId)).toEqual([])
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await toldNow(clinicId)).toEqual([owner])
  })

  it('is not told to the owners where one of those who were named was reached', async () => {
    const clinicId = await newClinic(server)
    await newMember(server, { clinicId, roles: 'owner', email: `owner-${clinicId}@example.org` })
    refusals.set('a@example.org', GONE)
    await urgent({ alertEmails: ['a@example.org', 'b@example.org'] }, clinicId)
    expect(await toldNow(clinicId)).toEqual(['b@example.org'])
    expect(await toldNow(clinicId)).toEqual([])
  })

  it('comes again where there was nobody to tell, for as long as others are told', async () => {
    const place = await urgent({})
    for (let round = 1; round <= 3; round++) {
      server.clock.now += 10 * MINUTE_MS
      await escalate(server.deps, place)
    }
    expect(await roundsQueued(place.alertId)).toBe(4)
    const email = `late-${place.clinicId}@example.org`
    await newMember(server, { clinicId: place.clinicId, roles: 'clinician', email })
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await toldNow(place.clinicId)).toEqual([email])
  })

  it('comes again for the time that is left where the clinic waits longer than it did', async () => {
    const place = await urgent({ escalationEmails: ['a@example.org'] })
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    const toldAt = server.clock.now
    await decide(server, place.clinicId, {
      acknowledgeWithinMin: 60,
      escalationEmails: ['a@example.org'],
    })
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    await escalate(server.deps, place)
    expect(await escalations(place.clinicId)).toBe(1)
    const { rows } = await sql<{ readonly at: number }>`select start_after as at from pgboss.job
      where name = 'escalate' and data ->> 'alertId' = ${place.alertId}
      order by start_after desc`.execute(server.deps.db)
    // Queued when it was raised, by the round, and by the two that came too early, which are one.
    expect(rows).toHaveLength(3)
    expect(rows[0]?.at).toBe(toldAt + 60 * MINUTE_MS)
    server.clock.now = toldAt + 60 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await escalations(place.clinicId)).toBe(2)
  })

  it('is told to nobody else once it was acknowledged', async () => {
    const place = await urgent({ escalationEmails: ['a@example.org'] })
    const ask = askingAs(server, staff(place.clinicId, 'front-desk'))
    await acknowledged(ask, place)
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await escalations(place.clinicId)).toBe(0)
  })
})
