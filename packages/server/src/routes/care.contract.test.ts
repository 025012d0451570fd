import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe.each(DATABASES)('care on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
  })
  afterAll(() => server.close())

  it('gives the plan of a session with its hash, the same each time it is asked', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, staff(clinicId, 'read-only'))
    const first = await ask('GET', `/patients/${patientId}/plan`)
    const again = await ask('GET', `/patients/${patientId}/plan`)
    expect(first.body.hash).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(again.body.hash).toBe(first.body.hash)
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  })

  it('forbids makeup an hour after the session and says until when', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, patient(clinicId, patientId))
    const { body } = await ask('POST', `/patients/${patientId}/verdict`, { subject: 'makeup' })
    expect(body).toMatchObject({ status: 'avoid', opensAt: '2026-11-25T13:00:00+04:00' })
  })

  it('takes an urgent check-in, answers with the safety net and puts it into the inbox', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, patient(clinicId, patientId))
    const told = await ask('POST', `/patients/${patientId}/check-ins`, {
      symptoms: [{ name: 'pus', severity: 'moderate' }],
      notes: 'my face is hot and there is yellow stuff coming out',
    })
    expect(told.status).toBe(201)
    expect(['urgent', 'emergency']).toContain(told.body.disposition)
    expect(told.body.safetyNet.length).toBeGreaterThan(0)
    const inbox = await askingAs(server, staff(clinicId, 'front-desk'))('GET', '/alerts')
    expect(inbox.body.items.map((one: { patientId: string }) => one.patientId)).toContain(patientId)
  })

  it('hears that a mild sign gets worse: that is for the clinic at any time', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, patient(clinicId, patientId))
    const told = (trend: string) =>
      ask('POST', `/patients/${patientId}/check-ins`, {
        symptoms: [{ name: 'erythema', severity: 'mild', trend }],
      })
    expect((await told('fading')).body.disposition).toBe('expected')
    expect((await told('worsening')).body.disposition).toBe('contact-clinic')
  })

  it('tells the clinic of an urgent check-in of a patient, who sees no other row of it', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const { headers } = await owner('GET', '/clinic')
    const settings = { alertEmails: ['desk@riverside.example'] }
    await owner('PATCH', '/clinic', { settings }, { 'if-match': headers.get('etag') ?? '' })
    const ask = askingAs(server, patient(clinicId, patientId))
    const told = await ask('POST', `/patients/${patientId}/check-ins`, {
      symptoms: [{ name: 'pus', severity: 'moderate' }],
    })
    expect(told.status).toBe(201)
    const { rows } = await sql<{ kind: string }>`
      select kind from delivery where patient_id is null`.execute(server.deps.db)
    expect(rows.map(({ kind: one }) => one)).toEqual(['urgent-check-in'])
  })

  it('says of a plan the hash that it has when it is read again', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, staff(clinicId, 'clinician'))
    const window = { subject: 'makeup', window: 'P9D', reason: 'a deep session' }
    const told = await ask('POST', `/patients/${patientId}/overrides`, window)
    const plan = await ask('GET', `/patients/${patientId}/plan`)
    expect(told.body.planHash).toBe(plan.body.hash)
  })

  it('takes no other check-in under the id of an earlier one: its alarm would reach nobody', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, patient(clinicId, patientId))
    const checkInId = '018f4b7e-0000-7000-8000-0000000000aa'
    const path = `/patients/${patientId}/check-ins`
    const mild = { checkInId, symptoms: [{ name: 'redness', severity: 'mild' }] }
    expect((await ask('POST', path, mild)).status).toBe(201)
    server.clock.now += 60_000
    expect((await ask('POST', path, mild)).status).toBe(201)
    const urgent = { checkInId, symptoms: [{ name: 'pus', severity: 'severe' }] }
    expect((await ask('POST', path, urgent)).status).toBe(409)
  })

  it('keeps a check-in sent twice once, and answers the second time as the first', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, { ...patient(clinicId, patientId), sessionId: 's' } as ReturnType<
      typeof patient
    >)
    const sent = { symptoms: [{ name: 'redness', severity: 'mild' }] }
    const key = { 'idempotency-key': 'the-same-key-0000001' }
    const first = await ask('POST', `/patients/${patientId}/check-ins`, sent, key)
    const again = await ask('POST', `/patients/${patientId}/check-ins`, sent, key)
    expect(again.body).toEqual(first.body)
    const list = await ask('GET', `/patients/${patientId}/check-ins`)
    expect(list.body.items).toHaveLength(1)
  })

  it('refuses an override below what every source states, and keeps nothing of it', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, staff(clinicId, 'clinician'))
    const told = await ask('POST', `/patients/${patientId}/overrides`, {
      subject: 'makeup',
      window: 'PT1H',
      reason: 'she asked',
    })
    expect(told.status).toBe(422)
    const events = await ask('GET', `/patients/${patientId}/events`)
    expect(events.body.items.map((one: { type: string }) => one.type)).not.toContain('override')
  })

  it('shows nothing of another clinic: not its patients, not that there are any', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const other = askingAs(server, staff(await newClinic(server), 'owner', 'clinician'))
    expect((await other('GET', `/patients/${patientId}`)).status).toBe(404)
    expect((await other('GET', `/patients/${patientId}/plan`)).status).toBe(404)
    expect((await other('POST', '/patients/search', { text: 'Aisha' })).body.items).toEqual([])
  })

  it('finds a patient by the beginning of a name', async () => {
    await newPatientWithSession(server, clinicId, { name: 'Zainab Qureshi' })
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const found = await ask('POST', '/patients/search', { text: 'zai qur' })
    expect(found.body.items.map((one: { name: string }) => one.name)).toEqual(['Zainab Qureshi'])
  })
})
