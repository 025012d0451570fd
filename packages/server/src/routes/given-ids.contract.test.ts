import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '../store/database.ts'
import { appendEvent } from '../store/event-log.ts'
import { openPatient } from '../store/patient-record.ts'
import {
  asking,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'

describe.each(DATABASES)('ids that somebody gives on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
  })
  afterAll(() => server.close())

  async function newcomer() {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const path = `/patients/${patientId}`
    return { patientId, path, own: askingAs(server, patient(clinicId, patientId)) }
  }

  it.each([
    ['messages', 'messageId', { body: 'thank you' }],
    ['check-ins', 'checkInId', { symptoms: [], notes: 'all fine here' }],
  ])('in upper case are the same ids: %s stay readable and are kept once', async (...given) => {
    const [list, idName, said] = given
    const { path, own } = await newcomer()
    const id = randomUUID()
    for (const one of [id.toUpperCase(), id, id.toUpperCase()]) {
      const told = await own('POST', `${path}/${list}`, { ...said, [idName]: one })
      expect([told.status, told.body[idName]]).toEqual([201, id])
    }
    expect((await own('GET', `${path}/plan`)).status).toBe(200)
    const { body } = await own('GET', `${path}/${list}`)
    expect(body.items).toHaveLength(1)
  })

  it('in upper case name the same record in a path, also to whom it is none of their concern', async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    const path = `/patients/${one.patientId.toUpperCase()}`
    expect((await one.own('GET', `${path}/plan`)).status).toBe(200)
    expect((await other.own('GET', `${path}/plan`)).status).toBe(404)
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const query = `/audit?patient=${one.patientId.toUpperCase()}&action=plan.read`
    expect((await owner('GET', query)).body.items).toHaveLength(1)
    const erased = await owner('POST', `${path}/erasure`, { reason: 'asked' })
    expect(erased.status).toBe(200)
    expect((await owner('GET', `/patients/${one.patientId}`)).status).toBe(404)
  })

  it('in upper case name the same clinic to whoever has not signed in', async () => {
    const anybody = asking(server.app)
    const named = { clinicId: clinicId.toUpperCase() }
    const from = { 'x-test-address': 'upper-case' }
    const lost = { ...named, address: 'a@example.org' }
    expect((await anybody('POST', '/invitations/again', lost, from)).status).toBe(202)
    const code = { ...named, code: '123456' }
    expect((await anybody('POST', '/sign-in-codes/redeem', code, from)).status).toBe(410)
  })

  it('are never written in upper case: what is sealed under them would not open again', async () => {
    const { patientId, path, own } = await newcomer()
    const place = { clinicId, patientId }
    const appended = inScope(server.deps.db, { clinicId }, async (trx) => {
      const record = await openPatient(trx, server.deps, place)
      if (record === null) throw new Error('no such patient')
      const at = server.clock.now
      const event = { type: 'message', at, recordedAt: at, data: { body: 'x' } } as const
      const actor = { kind: 'patient', id: null }
      const eventId = randomUUID().toUpperCase()
      const added = { event: { ...event, actor, eventId }, isSubject: () => false }
      await appendEvent(trx, record, added)
    })
    await expect(appended).rejects.toThrow('lower case')
    expect((await own('GET', `${path}/plan`)).status).toBe(200)
  })

  it('are of one message each: another one under an old id is refused, and never lost', async () => {
    const { path, own } = await newcomer()
    const messageId = randomUUID()
    await own('POST', `${path}/messages`, { messageId, body: 'thank you' })
    const urgent = { body: 'I cannot breathe and my face is swelling' }
    const lost = await own('POST', `${path}/messages`, { messageId, ...urgent })
    expect(lost.status).toBe(409)
    const anew = await own('POST', `${path}/messages`, { messageId: randomUUID(), ...urgent })
    expect([anew.status, anew.body.disposition]).toEqual([201, 'emergency'])
    const { body } = await own('GET', `${path}/messages`)
    expect(body.items).toHaveLength(2)
  })

  it('are of a message: one that is of something else is refused', async () => {
    const { path, own } = await newcomer()
    const checkInId = randomUUID()
    await own('POST', `${path}/check-ins`, { checkInId, symptoms: [] })
    const told = await own('POST', `${path}/messages`, { messageId: checkInId, body: 'hello' })
    expect(told.status).toBe(409)
  })
})
