import { applyPlan, createPlanner, parseSession, type Protocol, sealPlan } from '@afterglow/engine'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

const OWN = {
  subjects: [
    {
      subject: 'clinic-cryo-wrap',
      names: { en: 'Cryo wrap' },
      positions: [{ stance: 'avoid', until: 'P7D' }],
    },
  ],
  shorten: [{ subject: 'makeup', until: 'PT48H', reason: 'our own follow-up of 200 patients' }],
}

describe.each(DATABASES)('the session that a device works its plan out of, on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
    // No clock that runs stands on a second.
    server.clock.now += 777
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
  })

  /** What a device makes of what it is given, and of nothing else. */
  async function onDevice(ask: Ask, patientId: string): Promise<string> {
    const { body } = await ask('GET', `/patients/${patientId}/session`)
    const session = parseSession(body.session)
    if (!session.ok) throw new Error(JSON.stringify(session.issues))
    const protocols: Protocol[] = []
    for (const { hash } of body.protocols as readonly { readonly hash: string }[])
      protocols.push((await ask('GET', `/patients/${patientId}/protocols/${hash}`)).body.protocol)
    return sealPlan(applyPlan(createPlanner(protocols), session.value)).hash
  }

  it('gives the very plan, hash for hash, after everything that can be told', async () => {
    const { patientId, procedureId } = await newPatientWithSession(server, clinicId)
    const own = askingAs(server, patient(clinicId, patientId))
    const tell = async (ask: Ask, path: string, body: object) => {
      const told = await ask('POST', `/patients/${patientId}/${path}`, body)
      expect(told.status, JSON.stringify(told.body)).toBe(201)
    }
    await clinician('PUT', `/patients/${patientId}/facts`, {
      history: ['cold sores'],
      medicines: ['fish oil'],
    })
    await tell(own, 'check-ins', {
      symptoms: [{ name: 'redness', severity: 'mild' }],
      notes: ' sore ',
    })
    await tell(own, 'done', { subject: 'makeup' })
    await tell(own, 'moves', { zone: 'Europe/London' })
    await tell(own, 'advice', { subject: 'makeup', window: 'P9D' })
    await tell(clinician, 'clearances', { subject: 'exercise' })
    await tell(clinician, 'overrides', {
      subject: 'makeup',
      window: 'P5D',
      reason: 'sensitive skin',
    })
    await tell(clinician, `procedures/${procedureId}/corrections`, {
      endedAt: '2026-11-22T07:30:00Z',
    })
    const { body } = await own('GET', `/patients/${patientId}/session`)
    const plan = await own('GET', `/patients/${patientId}/plan`)
    expect(body.session.events.length).toBeGreaterThan(6)
    expect(body.planHash).toBe(plan.body.hash)
    expect(await onDevice(own, patientId)).toBe(plan.body.hash)
  })

  it('has what the clinic shortens for everybody, and the clinic’s own version to apply', async () => {
    const told = await clinician('POST', '/adoptions', { changes: OWN, apply: 'new' })
    expect(told.status, JSON.stringify(told.body)).toBe(201)
    const { patientId } = await newPatientWithSession(server, clinicId)
    const carer = askingAs(server, patient(clinicId, patientId, 'caregiver'))
    const { body } = await carer('GET', `/patients/${patientId}/session`)
    expect(body.session.events).toMatchObject([{ type: 'override', subject: 'makeup' }])
    expect(body.protocols[0].version).toContain('+')
    const plan = await carer('GET', `/patients/${patientId}/plan`)
    expect(await onDevice(carer, patientId)).toBe(plan.body.hash)
  })

  it('is none before a procedure, with the versions that a plan will have', async () => {
    const desk = askingAs(server, staff(clinicId, 'front-desk'))
    const { patientId } = (await desk('POST', '/patients', { name: 'Aisha Rahman' })).body
    const { body } = await desk('GET', `/patients/${patientId}/session`)
    const protocols = server.deps.shelf.current
    expect(body).toEqual({ session: null, protocols, planHash: null, toConfirm: [] })
  })

  it('answers 304 for a copy that is still good, and anew once something was told', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const own = askingAs(server, patient(clinicId, patientId))
    const path = `/patients/${patientId}/session`
    const etag = (await own('GET', path)).headers.get('etag') ?? ''
    const again = () => own('GET', path, undefined, { 'if-none-match': etag })
    expect((await again()).status).toBe(304)
    await own('POST', `/patients/${patientId}/done`, { subject: 'makeup' })
    expect((await again()).status).toBe(200)
  })

  it('shows no version that this plan is not pinned to, published, of the same clinic or of another', async () => {
    const before = await newPatientWithSession(server, clinicId)
    await clinician('POST', '/adoptions', { changes: OWN, apply: 'new' })
    const otherClinicId = await newClinic(server, { name: 'Lakeside' })
    const elsewhere = askingAs(server, staff(otherClinicId, 'clinician'))
    const lengthen = [{ subject: 'makeup', until: 'P9D' }]
    await elsewhere('POST', '/adoptions', { changes: { lengthen }, apply: 'new' })
    const fresh = await newPatientWithSession(server, clinicId)
    const theirs = await newPatientWithSession(server, otherClinicId)
    const hashOf = async (ask: Ask, patientId: string): Promise<string> =>
      (await ask('GET', `/patients/${patientId}/session`)).body.protocols[0].hash
    const [published, own, others] = [
      await hashOf(clinician, before.patientId),
      await hashOf(clinician, fresh.patientId),
      await hashOf(elsewhere, theirs.patientId),
    ]
    expect(new Set([published, own, others]).size).toBe(3)
    const read = async (hash: string) =>
      (await clinician('GET', `/patients/${fresh.patientId}/protocols/${hash}`)).status
    expect([await read(own), await read(published), await read(others)]).toEqual([200, 404, 404])
  })
})
