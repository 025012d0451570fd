import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSmtp, localSmtp } from '../deliver/testing/smtp-server.ts'
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
import { decide, deliverQueued, deliveriesIn } from '../wake/wake-testing.ts'
import { escalate } from './escalate.ts'

const MINUTE_MS = 60_000

describe.each(DATABASES)('an urgent alert on %s', (kind) => {
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
    const jobs = await sql<{ readonly count: number }>`select count(*)::int as count from pgboss.job
      where name = 'escalate' and data ->> 'alertId' = ${place.alertId}`.execute(server.deps.db)
    // The one that the check-in queued, and one after each round but the last.
    expect(jobs.rows[0]?.count).toBe(6)
    const before = smtp.raw.length
    await deliverQueued(server, place)
    const mails = (await smtp.mails()).slice(before)
    expect(mails).toHaveLength(12)
    expect(mails[0]?.subject).toBe('Urgent: still not confirmed')
    expect(mails[0]?.text).toContain(`https://care.example/#/inbox/${place.alertId}`)
    expect(JSON.stringify(mails)).not.toMatch(/Aisha|pus\b|fever/)
    const inbox = await askingAs(server, staff(place.clinicId, 'front-desk'))('GET', '/alerts')
    expect(inbox.body.items[0].escalatedAt).not.toBeNull()
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

  it('is told to nobody else once it was acknowledged', async () => {
    const place = await urgent({ escalationEmails: ['a@example.org'] })
    const ask = askingAs(server, staff(place.clinicId, 'front-desk'))
    await ask('POST', `/alerts/${place.alertId}/acknowledge`, {})
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await escalations(place.clinicId)).toBe(0)
  })
})

interface Member {
  readonly clinicId: string
  /** With commas, as they are kept. */
  readonly roles: string
  readonly email: string
}

async function newMember({ deps }: TestServer, { clinicId, roles, email }: Member): Promise<void> {
  const [userId, at] = [randomUUID(), '2026-01-01T00:00:00Z']
  await sql`insert into auth_organization (id, name, slug, created_at)
    values (${clinicId}, 'x', ${clinicId}, ${at}) on conflict do nothing`.execute(deps.db)
  await sql`insert into auth_user (id, name, email, email_verified, created_at, updated_at)
    values (${userId}, 'x', ${email}, true, ${at}, ${at})`.execute(deps.db)
  await sql`insert into auth_member (id, organization_id, user_id, role, created_at)
    values (${randomUUID()}, ${clinicId}, ${userId}, ${roles}, ${at})`.execute(deps.db)
}
