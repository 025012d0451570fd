import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  askingAs,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import {
  planForm,
  recordedCheckInForm,
  recordedProcedureForm,
  verdictForm,
} from './answer-forms.ts'

/** The description of the API says no more of an answer than is in it. */
describe('what an answer is described as', () => {
  let server: TestServer
  let clinicId: string
  let patientId: string
  let ask: Ask
  beforeAll(async () => {
    server = await openTestServer('embedded')
    clinicId = await newClinic(server)
    patientId = (await newPatientWithSession(server, clinicId)).patientId
    ask = askingAs(server, staff(clinicId, 'owner', 'clinician'))
  })
  afterAll(() => server.close())

  it('is the plan', async () => {
    const { body } = await ask('GET', `/patients/${patientId}/plan`)
    expect(planForm.parse(body).windows.length).toBeGreaterThan(10)
  })

  it.each(['makeup', 'no-such-subject'])('is the verdict on %s', async (subject) => {
    const { body } = await ask('POST', `/patients/${patientId}/verdict`, { subject })
    expect(verdictForm.parse(body).status).toBe(subject === 'makeup' ? 'avoid' : 'unknown')
  })

  it('is a recorded session', async () => {
    const given = { endedAt: '2026-11-22T07:00:00Z', device: 'pen' }
    const { body } = await ask('POST', `/patients/${patientId}/procedures`, given)
    expect(recordedProcedureForm.parse(body).procedureId).toBe(body.procedureId)
  })

  it('is a check-in, of staff and of the patient', async () => {
    const own = askingAs(server, patient(clinicId, patientId))
    const given = { symptoms: [{ name: 'pus', severity: 'moderate' }] }
    for (const asking of [ask, own]) {
      const { body } = await asking('POST', `/patients/${patientId}/check-ins`, given)
      expect(recordedCheckInForm.parse(body).disposition).toBe('urgent')
    }
  })
})
