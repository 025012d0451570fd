import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Principal } from '../http/principal.ts'
import { acknowledged, resolved } from '../testing/alert-steps.ts'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { deliveriesIn } from '../wake/wake-testing.ts'

/** As whoever may do it would have seen the alert. */
const SEEN = { 'if-match': '"1"' }

describe.each(DATABASES)('what needs a name on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let patientId: string
  let clinician: Ask
  let desk: Ask
  let key: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
    desk = askingAs(server, staff(clinicId, 'front-desk'))
    key = askingAs(server, apiKey(clinicId))
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    patientId = (await newPatientWithSession(server, clinicId)).patientId
  })

  const handOvers = async () => {
    const mails = await deliveriesIn(server, { clinicId })
    return mails.filter((mail) => mail.kind === 'handed-over').length
  }

  it('refuses a clearance by an API key, says why and what to do, and writes the denial down', async () => {
    const told = await key('POST', `/patients/${patientId}/clearances`, { subject: 'makeup' })
    expect(told.status).toBe(403)
    expect(told.body).toMatchObject({
      type: '/problems#person-required',
      detail: expect.stringMatching(/API key names nobody.*Sign in as a member of staff/),
    })
    const { rows } = await sql<{ readonly count: number }>`select count(*)::int as count from audit
      where clinic_id = ${clinicId} and action = 'clearance.create' and outcome = 'denied'
      and actor_kind = 'api-key'`.execute(server.deps.db)
    expect(rows[0]?.count).toBe(1)
    const named = await clinician('POST', `/patients/${patientId}/clearances`, {
      subject: 'makeup',
    })
    expect(named.status).toBe(201)
  })

  it('takes what a key may say, so that the refusal above is of the name alone', async () => {
    const told = await key('POST', `/patients/${patientId}/done`, { subject: 'makeup' })
    expect(told.status).toBe(201)
  })

  describe('an urgent alert', () => {
    let alert: string
    beforeEach(async () => {
      alert = await raised([{ name: 'pus', severity: 'severe' }])
    })

    it('is taken on by whoever is at the desk, and closed by a clinician', async () => {
      const taken = await acknowledged(desk, { alertId: alert })
      expect(taken.body).toMatchObject({ ownerId: 'user-front-desk' })
      const closed = await resolved(desk, { alertId: alert })
      expect([closed.status, closed.body.type]).toEqual([403, '/problems#clinician-required'])
      expect(closed.body.detail).toContain('an urgent alert is closed by a clinician')
      expect(await stateOf(alert)).toMatchObject({ resolvedAt: null, ownerId: 'user-front-desk' })
      expect((await resolved(clinician, { alertId: alert })).status).toBe(200)
      expect(await stateOf(alert)).toMatchObject({ resolvedAt: expect.any(String) })
    })

    it('is handed over by a clinician, and to a member of the team alone', async () => {
      const ownerId = await member(clinicId)
      const handed = await acknowledged(desk, { alertId: alert, body: { ownerId } })
      expect([handed.status, handed.body.issues[0].expression]).toEqual([403, 'ownerId'])
      expect(await stateOf(alert)).toMatchObject({ acknowledgedAt: null, ownerId: null })
      const others = [await member(await newClinic(server)), await member(clinicId, 'read-only')]
      for (const nobody of ['nobody', ...others]) {
        const told = await acknowledged(clinician, {
          alertId: alert,
          body: { ownerId: nobody },
        })
        expect([told.status, told.body.issues[0].expression]).toEqual([400, 'ownerId'])
      }
      const before = await handOvers()
      const told = await acknowledged(clinician, { alertId: alert, body: { ownerId } })
      expect(told.body).toMatchObject({ ownerId, acknowledgedBy: 'user-clinician' })
      // Acknowledged again, it stays whose it is; whoever it was handed to is told once.
      const again = await acknowledged(desk, { alertId: alert })
      expect(again.body).toMatchObject({ ownerId })
      expect(await handOvers()).toBe(before + 1)
    })

    it('is neither taken on nor closed by an API key: nobody would have seen it', async () => {
      for (const what of ['acknowledge', 'resolve'])
        expect((await key('POST', `/alerts/${alert}/${what}`, {}, SEEN)).status).toBe(403)
      expect(await stateOf(alert)).toMatchObject({ acknowledgedAt: null, resolvedAt: null })
    })
  })

  it('lets the desk hand over and close what is not urgent', async () => {
    const alert = await raised([{ name: 'itch', severity: 'severe' }])
    expect((await stateOf(alert)).disposition).toBe('contact-clinic')
    const ownerId = await member(clinicId)
    const handed = await acknowledged(desk, { alertId: alert, body: { ownerId } })
    expect(handed.body).toMatchObject({ ownerId })
    expect((await resolved(desk, { alertId: alert })).status).toBe(200)
  })

  async function raised(symptoms: readonly object[]): Promise<string> {
    const own = askingAs(server, patient(clinicId, patientId))
    const told = await own('POST', `/patients/${patientId}/check-ins`, { symptoms })
    expect(told.status).toBe(201)
    const { body } = await desk('GET', '/alerts')
    return body.items.find((one: { patientId: string }) => one.patientId === patientId).alertId
  }

  async function stateOf(alert: string) {
    const { body } = await desk('GET', '/alerts?state=all')
    return body.items.find((one: { alertId: string }) => one.alertId === alert)
  }

  /** Somebody of a clinic's team, with the rows that sign-in keeps of them. */
  async function member(of: string, role = 'clinician'): Promise<string> {
    const [userId, at] = [randomUUID(), '2026-01-01T00:00:00Z']
    const { db } = server.deps
    await sql`insert into auth_organization (id, name, slug, created_at)
      values (${of}, 'x', ${of}, ${at}) on conflict do nothing`.execute(db)
    await sql`insert into auth_user (id, name, email, email_verified, created_at, updated_at)
      values (${userId}, 'x', ${`${userId}@example.org`}, true, ${at}, ${at})`.execute(db)
    await sql`insert into auth_member (id, organization_id, user_id, role, created_at)
      values (${randomUUID()}, ${of}, ${userId}, ${role}, ${at})`.execute(db)
    return userId
  }
})

function apiKey(clinicId: string): Principal {
  const roles = ['clinician'] as const
  return { kind: 'api-key', apiKeyId: randomUUID(), name: 'Booking', clinicId, roles }
}
