import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const TEN_MINUTES_MS = 600_000
const FIRST = { messageId: '018f4b7e-0000-7000-8000-0000000000f1', body: 'thank you' }
const CALM = { symptoms: [{ name: 'redness', severity: 'mild' }] }
const URGENT = { symptoms: [{ name: 'breathing-difficulty', severity: 'severe' }] }

describe.each(DATABASES)('sixty reports of a patient in ten minutes, on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let patientId: string
  let own: Ask
  let desk: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    desk = askingAs(server, staff(clinicId, 'front-desk'))
    patientId = (await newPatientWithSession(server, clinicId)).patientId
    own = askingAs(server, patient(clinicId, patientId))
    for (let k = 0; k < 60; k++) {
      const body = k === 0 ? FIRST : { body: `thank you ${k}` }
      const told = await own('POST', `/patients/${patientId}/messages`, body)
      if (told.status !== 201) throw new Error(JSON.stringify(told.body))
    }
  })
  afterAll(() => server.close())

  it.each([
    ['message', 'messages', { body: 'thank you again' }],
    ['check-in', 'check-ins', CALM],
  ])('are followed by no %s, and whoever sends it is told to call', async (_, path, body) => {
    const told = await own('POST', `/patients/${patientId}/${path}`, body)
    expect(told).toMatchObject({
      status: 429,
      body: { detail: expect.stringMatching(/not kept.*Call the clinic/) },
    })
    expect(told.headers.get('retry-after')).toBe('600')
    const caregiver = askingAs(server, patient(clinicId, patientId, 'caregiver'))
    expect((await caregiver('POST', `/patients/${patientId}/check-ins`, CALM)).status).toBe(429)
  })

  it.each([
    ['check-in', 'check-ins', URGENT],
    ['message', 'messages', { body: 'my throat is swelling and I can hardly breathe' }],
  ])('keep no urgent %s from the inbox', async (_, path, body) => {
    const emergencies = async () =>
      (await desk('GET', '/alerts')).body.items.filter(
        ({ disposition }: { disposition: string }) => disposition === 'emergency',
      ).length
    const before = await emergencies()
    const told = await own('POST', `/patients/${patientId}/${path}`, body)
    expect(told).toMatchObject({ status: 201, body: { disposition: 'emergency' } })
    expect(await emergencies()).toBe(before + 1)
  })

  it('answer one of them again, and stop neither the clinic nor anybody else', async () => {
    const again = await own('POST', `/patients/${patientId}/messages`, FIRST)
    expect(again.status).toBe(201)
    const reply = await desk('POST', `/patients/${patientId}/messages`, { body: 'Call us.' })
    expect(reply.status).toBe(201)
    const other = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, patient(clinicId, other.patientId))
    const told = await ask('POST', `/patients/${other.patientId}/check-ins`, {
      ...CALM,
      checkInId: randomUUID(),
    })
    expect(told.status).toBe(201)
  })

  it('are over ten minutes after', async () => {
    server.clock.now += TEN_MINUTES_MS + 1_000
    expect((await own('POST', `/patients/${patientId}/check-ins`, CALM)).status).toBe(201)
  })
})
