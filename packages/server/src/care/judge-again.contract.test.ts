import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inScope } from '../store/database.ts'
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
  START,
  type TestServer,
} from '../testing/harness.ts'
import { decide, deliveriesIn } from '../wake/wake-testing.ts'
import { escalate } from '../deliver/escalate.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const REDNESS = [{ name: 'erythema', severity: 'moderate' }]
const iso = (at: number) => new Date(at).toISOString().replace('.000', '')

describe.each(DATABASES)('what was reported before, on %s,', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  let desk: Ask
  let patientId: string
  let procedureId: string
  let own: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    server.clock.now = START
    clinicId = await newClinic(server)
    const to = ['desk@example.org']
    const settings = { alertEmails: to, escalationEmails: to, acknowledgeWithinMin: 10 }
    await decide(server, clinicId, settings)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
    desk = askingAs(server, staff(clinicId, 'front-desk'))
    ;({ patientId, procedureId } = await newPatientWithSession(server, clinicId))
    own = askingAs(server, patient(clinicId, patientId))
  })

  const told = async (symptoms: readonly object[], at?: number) => {
    const body = { symptoms, ...(at !== undefined && { at: iso(at) }) }
    const { status, body: answer } = await own('POST', `/patients/${patientId}/check-ins`, body)
    expect(status).toBe(201)
    return answer as { readonly checkInId: string; readonly disposition: string }
  }
  const alerts = async () => (await clinician('GET', '/alerts?state=all')).body.items
  const mails = async (what: 'urgent-check-in' | 'escalation') => {
    const rows = await deliveriesIn(server, { clinicId })
    return rows.filter((row) => row.kind === what).length
  }
  const correct = async (endedAt: number) => {
    const path = `/patients/${patientId}/procedures/${procedureId}/corrections`
    expect((await clinician('POST', path, { endedAt: iso(endedAt) })).status).toBe(201)
  }

  it('is raised where the session is said to have ended long before', async () => {
    server.clock.now = START + DAY_MS
    const { checkInId, disposition } = await told(REDNESS)
    expect([disposition, await alerts()]).toEqual(['expected', []])
    server.clock.now += DAY_MS
    await correct(START - 9 * DAY_MS)
    const [alert, ...others] = await alerts()
    expect(others).toEqual([])
    expect(alert).toMatchObject({ checkInId, disposition: 'contact-clinic', judgedAgain: true })
    expect(alert.reasons[0]).toMatchObject({ sign: 'erythema', disposition: 'contact-clinic' })
    expect(Date.parse(alert.raisedAt)).toBe(server.clock.now)
    const listed = await clinician('GET', `/patients/${patientId}/check-ins`)
    expect(listed.body.items[0].answer.disposition).toBe('contact-clinic')
    await correct(START - 10 * DAY_MS)
    expect(await alerts()).toHaveLength(1)
  })

  it('is not touched by what makes it no more urgent, and never lowered', async () => {
    server.clock.now = START + 9 * DAY_MS
    await told(REDNESS)
    const [before] = await alerts()
    expect(before).toMatchObject({ disposition: 'contact-clinic', judgedAgain: false })
    await correct(START + 8 * DAY_MS)
    const { alertId, revision } = before
    const same = { alertId, revision, disposition: 'contact-clinic', judgedAgain: false }
    expect(await alerts()).toMatchObject([same])
  })

  /** Pimples with pus: for the clinic, and urgent where the person's defences are weak. */
  const PUSTULES = [{ name: 'pustules', severity: 'mild' }]
  const facts = async (...history: readonly string[]) => {
    const body = { medicines: [], history }
    expect((await clinician('PUT', `/patients/${patientId}/facts`, body)).status).toBe(200)
  }
  const ofPustules = async () => {
    await facts()
    server.clock.now = START + DAY_MS
    const { checkInId } = await told(PUSTULES)
    const [alert] = await alerts()
    expect(alert).toMatchObject({ checkInId, disposition: 'contact-clinic' })
    return alert
  }

  it('is raised where it stands by a fact told later, whoever had taken it for less, and told as a new one', async () => {
    const before = await ofPustules()
    await acknowledged(desk, before)
    server.clock.now += 60 * MINUTE_MS
    await facts('diabetes')
    const [alert, ...others] = await alerts()
    expect(others).toEqual([])
    expect(alert).toMatchObject({
      alertId: before.alertId,
      disposition: 'urgent',
      acknowledgedAt: null,
      acknowledgedBy: null,
      ownerId: 'user-front-desk',
      judgedAgain: true,
    })
    expect(alert.revision).toBe(before.revision + 2)
    expect(Date.parse(alert.raisedAt)).toBe(server.clock.now)
    expect(await mails('urgent-check-in')).toBe(1)
    await facts('diabetes', 'eczema')
    expect(await alerts()).toEqual([alert])
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, { clinicId, alertId: alert.alertId })
    expect(await mails('escalation')).toBe(1)
    expect((await acknowledged(desk, alert)).status).toBe(200)
  })

  it('is told again to those who were told of it for less', async () => {
    const before = await ofPustules()
    await facts('diabetes')
    expect(await mails('urgent-check-in')).toBe(1)
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, { clinicId, alertId: before.alertId })
    await inScope(server.deps.db, { clinicId }, (trx) =>
      trx.updateTable('alert').set({ disposition: 'contact-clinic', urgency: 2 }).execute(),
    )
    server.clock.now += MINUTE_MS
    await facts('diabetes', 'smoker')
    expect(await mails('urgent-check-in')).toBe(2)
    server.clock.now += 10 * MINUTE_MS
    await escalate(server.deps, { clinicId, alertId: before.alertId })
    expect(await mails('escalation')).toBe(2)
  })

  it('is not told to more people sooner where it is raised further: the clinic has its time from then on', async () => {
    const before = await ofPustules()
    const place = { clinicId, alertId: before.alertId }
    await facts('diabetes')
    await inScope(server.deps.db, { clinicId }, (trx) =>
      trx.updateTable('alert').set({ disposition: 'contact-clinic', urgency: 2 }).execute(),
    )
    server.clock.now += 6 * MINUTE_MS
    await facts('diabetes', 'smoker')
    // The round that was queued when it was first raised.
    server.clock.now += 4 * MINUTE_MS
    await escalate(server.deps, place)
    expect(await mails('escalation')).toBe(0)
    server.clock.now += 6 * MINUTE_MS
    await escalate(server.deps, place)
    // The other one, which was put off until now.
    await escalate(server.deps, place)
    expect(await mails('escalation')).toBe(1)
    const { rows } = await sql<{ readonly at: number }>`select start_after as at from pgboss.job
      where name = 'escalate' and data ->> 'alertId' = ${place.alertId}
      order by start_after`.execute(server.deps.db)
    const first = START + DAY_MS + 10 * MINUTE_MS
    expect(rows.map(({ at }) => (at - first) / MINUTE_MS)).toEqual([0, 6, 16])
  })

  it('is read again in what the patient wrote, which is sealed', async () => {
    server.clock.now = START + DAY_MS
    const body = 'I have yellow pus and a fever of 39'
    const said = await own('POST', `/patients/${patientId}/messages`, { body })
    expect(said.body.disposition).toBe('emergency')
    const [before] = await alerts()
    // As an earlier version, which knew fewer words, would have left it.
    await inScope(server.deps.db, { clinicId }, (trx) =>
      trx.updateTable('alert').set({ disposition: 'contact-clinic', urgency: 2 }).execute(),
    )
    server.clock.now += MINUTE_MS
    await facts('smoker')
    expect(await alerts()).toMatchObject([
      { alertId: before.alertId, disposition: 'emergency', judgedAgain: true },
    ])
  })

  it('is raised anew where it was closed for less, and what was done then stays', async () => {
    const before = await ofPustules()
    await resolved(clinician, before)
    server.clock.now += MINUTE_MS
    await facts('diabetes')
    const all = await alerts()
    expect(all).toHaveLength(2)
    expect(all).toContainEqual(
      expect.objectContaining({ alertId: before.alertId, resolvedAt: expect.any(String) }),
    )
    const open = (await clinician('GET', '/alerts')).body.items
    expect(open).toMatchObject([{ disposition: 'urgent', checkInId: before.checkInId }])
    const [recent] = (await clinician('GET', '/check-ins')).body.items
    expect(recent.alertId).toBe(open[0].alertId)
  })

  it('is judged by how the skin was before, where that is told late', async () => {
    server.clock.now = START + 3 * DAY_MS
    const { checkInId, disposition } = await told(REDNESS)
    expect(disposition).toBe('expected')
    server.clock.now += MINUTE_MS
    await told([{ name: 'erythema', severity: 'mild' }], START + 2 * DAY_MS)
    expect(await alerts()).toMatchObject([{ checkInId, judgedAgain: true }])
  })

  it('is judged as of when it came too, where a phone sent it late: its clock may have been slow', async () => {
    server.clock.now = START + 9 * DAY_MS
    const { disposition } = await told(REDNESS, START + DAY_MS)
    expect(disposition).toBe('contact-clinic')
    expect(await alerts()).toMatchObject([{ disposition: 'contact-clinic', judgedAgain: false }])
    const body = { symptoms: REDNESS, at: iso(START + DAY_MS) }
    const path = `/patients/${patientId}/check-ins`
    const carer = askingAs(server, patient(clinicId, patientId, 'caregiver'))
    expect((await carer('POST', path, body)).body.disposition).toBe('contact-clinic')
    // Who writes down what was said on the telephone says of what day it is.
    const written = await desk('POST', path, body)
    expect([written.status, written.body.disposition]).toEqual([201, 'expected'])
  })

  it('is judged without what was taken back, and is not judged once it was taken back itself', async () => {
    server.clock.now = START + 3 * DAY_MS
    const { checkInId } = await told(REDNESS)
    const taken = await clinician('POST', `/patients/${patientId}/events/${checkInId}/undo`, {
      reason: 'told for somebody else',
    })
    expect(taken.status).toBe(201)
    await correct(START - 9 * DAY_MS)
    expect(await alerts()).toEqual([])
  })

  it('is for the clinic where only a session that was planned would explain it', async () => {
    const path = `/patients/${patientId}/procedures`
    const endedAt = iso(START + 30 * DAY_MS)
    const planned = { endedAt, device: 'pen', needleDepthMm: 1.5, bodySites: ['face'] }
    const { body } = await clinician('POST', path, planned)
    server.clock.now = START + 31 * DAY_MS
    expect((await told(REDNESS)).disposition).toBe('contact-clinic')
    expect(await alerts()).toMatchObject([{ day: 1, procedure: { toConfirm: true } }])
    const said = await desk('POST', `${path}/${body.procedureId}/corrections`, { endedAt })
    expect(said.status).toBe(201)
    expect((await told(REDNESS)).disposition).toBe('expected')
    expect(await alerts()).toMatchObject([{ procedure: { toConfirm: false } }])
  })

  it('is judged by the facts of both where two records become one', async () => {
    const before = await ofPustules()
    const other = await newPatientWithSession(server, clinicId)
    const known = { medicines: [], history: ['immunosuppression'] }
    expect((await clinician('PUT', `/patients/${other.patientId}/facts`, known)).status).toBe(200)
    const revisionOf = async (id: string) => {
      const { headers } = await clinician('GET', `/patients/${id}`)
      return Number(headers.get('etag')?.replaceAll('"', ''))
    }
    const merged = await clinician('POST', `/patients/${patientId}/merge`, {
      into: other.patientId,
      revision: await revisionOf(patientId),
      intoRevision: await revisionOf(other.patientId),
    })
    expect(merged.status).toBe(200)
    expect(await alerts()).toMatchObject([
      { alertId: before.alertId, patientId: other.patientId, disposition: 'urgent' },
    ])
  })
})
