import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '../store/database.ts'
import { consent } from '../testing/consent.ts'
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
import { decide } from '../wake/wake-testing.ts'

describe.each(DATABASES)('messages on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let desk: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    desk = askingAs(server, staff(clinicId, 'front-desk'))
  })
  afterAll(() => server.close())

  async function newThread(email: string | null = null) {
    const { patientId } = await newPatientWithSession(server, clinicId, { email })
    const path = `/patients/${patientId}/messages`
    return { patientId, path, own: askingAs(server, patient(clinicId, patientId)) }
  }

  async function alertsOf(patientId: string): Promise<readonly { disposition: string }[]> {
    const { body } = await desk('GET', '/alerts?state=all')
    return body.items.filter((one: { patientId: string }) => one.patientId === patientId)
  }

  async function deliveriesOf(patientId: string) {
    return inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .selectFrom('delivery')
        .select(['kind', 'channel', 'reminder'])
        .where('clinicId', '=', clinicId)
        .where('patientId', '=', patientId)
        .execute(),
    )
  }

  it.each([
    ['my throat is swelling and I can hardly breathe', 'emergency'],
    ['yellow pus is coming out and I have a fever of 39.5', 'urgent'],
    ['I want to kill myself', 'emergency'],
  ])('answers %j at once with what to do, and puts it into the inbox', async (body, least) => {
    const { patientId, path, own } = await newThread()
    const told = await own('POST', path, { body })
    expect(told.status).toBe(201)
    expect(least === 'urgent' ? ['urgent', 'emergency'] : ['emergency']).toContain(
      told.body.disposition,
    )
    expect(told.body.cards.map((one: { level: string }) => one.level)).toContain('emergency')
    expect(told.body.safetyNet.length).toBeGreaterThan(0)
    expect(await alertsOf(patientId)).toMatchObject([{ disposition: told.body.disposition }])
  })

  it('hears a red flag of somebody who has no plan yet', async () => {
    const { body } = await desk('POST', '/patients', { name: 'New Person' })
    const own = askingAs(server, patient(clinicId, body.patientId))
    const told = await own('POST', `/patients/${body.patientId}/messages`, {
      body: 'I have chest pain and cannot breathe',
    })
    expect(told.body.disposition).toBe('emergency')
    expect(await alertsOf(body.patientId)).toHaveLength(1)
  })

  it('puts an ordinary message into the inbox too, and calms nobody by a disposition', async () => {
    const { patientId, path, own } = await newThread()
    const told = await own('POST', path, { body: 'Thank you! Can I come on Tuesday?' })
    expect(told.body).not.toHaveProperty('disposition')
    expect(await alertsOf(patientId)).toMatchObject([{ disposition: 'contact-clinic' }])
  })

  it('says in the language of the patient when somebody reads an ordinary message, and whom to call', async () => {
    const other = await newClinic(server)
    await decide(server, other, { openingHours: 'Mon to Fri, 9 to 17', phone: '+971 4 123' })
    const { patientId } = await newPatientWithSession(server, other)
    const own = askingAs(server, patient(other, patientId))
    const path = `/patients/${patientId}`
    const told = await own('POST', `${path}/messages`, { body: 'Thank you!' })
    expect(told.body).toMatchObject({
      text: expect.stringContaining('during opening hours'),
      openingHours: 'Mon to Fri, 9 to 17',
      phone: '+971 4 123',
    })
    const { body } = await own('GET', path)
    await own('PATCH', path, { locale: 'es' }, { 'if-match': `"${body.revision}"` })
    const later = await own('POST', `${path}/messages`, { body: 'Gracias' })
    expect(later.body.text).toContain('horario de atención')
    const urgent = await own('POST', `${path}/messages`, { body: 'I cannot breathe' })
    expect(urgent.body).not.toHaveProperty('text')
  })

  it('gives a patient cards and no disposition where the clinic has switched triage off', async () => {
    const other = await newClinic(server)
    const { patientId } = await newPatientWithSession(server, other)
    await inScope(server.deps.db, { clinicId: other }, (trx) =>
      trx
        .updateTable('clinic')
        .set({ settings: JSON.stringify({ staticCards: true }) })
        .where('clinicId', '=', other)
        .execute(),
    )
    const own = askingAs(server, patient(other, patientId))
    const told = await own('POST', `/patients/${patientId}/messages`, { body: 'I cannot breathe' })
    expect(told.body).not.toHaveProperty('disposition')
    expect(told.body.cards.length).toBeGreaterThan(0)
  })

  it('keeps a message sent twice under its id once, with one alert', async () => {
    const { patientId, path, own } = await newThread()
    const sent = { messageId: crypto.randomUUID(), body: 'Hello' }
    await own('POST', path, sent)
    await own('POST', path, sent)
    expect((await own('GET', path)).body.items).toHaveLength(1)
    expect(await alertsOf(patientId)).toHaveLength(1)
  })

  it('tells of an answer by a neutral e-mail, only after the patient let it be used', async () => {
    const { patientId, path } = await newThread('aisha@example.org')
    await desk('POST', path, { body: 'Please keep it dry.' })
    expect(await deliveriesOf(patientId)).toEqual([])
    await consent(server, { clinicId, patientId }, { scope: 'email', given: true })
    await desk('POST', path, { body: 'And out of the sun.' })
    expect(await deliveriesOf(patientId)).toEqual([
      { kind: 'clinic-replied', channel: 'email', reminder: {} },
    ])
    await consent(server, { clinicId, patientId }, { scope: 'email', given: false })
    await desk('POST', path, { body: 'One more thing.' })
    expect(await deliveriesOf(patientId)).toHaveLength(1)
  })

  it('takes no markup from staff, keeps a patient’s brackets, and refuses what has no end', async () => {
    const { path, own } = await newThread()
    expect((await desk('POST', path, { body: '<img src=x onerror=alert(1)>' })).status).toBe(400)
    expect((await own('POST', path, { body: 'pain <b 3, ok' })).status).toBe(201)
    expect((await own('POST', path, { body: 'x'.repeat(4_001) })).status).toBe(400)
    expect((await own('POST', path, { body: ' \u202e\u0007 ' })).status).toBe(400)
  })

  it('keeps nothing readable of a message in the database', async () => {
    const { patientId, path, own } = await newThread()
    await own('POST', path, { body: 'ladybird seventeen' })
    const rows = await inScope(server.deps.db, { clinicId }, (trx) =>
      trx.selectFrom('event').selectAll().where('clinicId', '=', clinicId).execute(),
    )
    const row = rows.find((one) => one.patientId === patientId && one.type === 'message')
    expect(row?.data).toEqual({})
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('ladybird')
  })

  it('keeps that a question was sent on, to be counted, and seals what it asks', async () => {
    const { patientId, path, own } = await newThread()
    const question = { body: 'May I use snail cream?', kind: 'question' }
    const told = await own('POST', path, question)
    expect(told.body).toMatchObject(question)
    await own('POST', path, { body: 'And thank you.' })
    const { items } = (await desk('GET', path)).body
    expect(items.map((one: { kind: unknown }) => one.kind).toSorted()).toEqual([null, 'question'])
    const rows = await inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .selectFrom('event')
        .select(['eventId', 'data'])
        .where('patientId', '=', patientId)
        .execute(),
    )
    const row = rows.find(({ eventId }) => eventId === told.body.messageId)
    expect(row?.data).toEqual({ question: true })
    expect((await own('POST', path, { body: 'x', kind: 'answer' })).body.issues).toMatchObject([
      { expression: 'kind', diagnostics: 'must be question, or left out' },
    ])
    expect((await desk('POST', path, question)).body.issues).toMatchObject([{ expression: 'kind' }])
  })

  it('is read by caregivers and by read-only staff, who write nothing; in pages, the newest first', async () => {
    const { patientId, path, own } = await newThread()
    for (const body of ['one', 'two', 'three']) {
      server.clock.now += 1_000
      await own('POST', path, { body })
    }
    const caregiver = askingAs(server, patient(clinicId, patientId, 'caregiver'))
    const reader = askingAs(server, staff(clinicId, 'read-only'))
    const first = await caregiver('GET', `${path}?limit=2`)
    const next = await reader('GET', `${path}?limit=2&cursor=${first.body.next}`)
    const bodies = [...first.body.items, ...next.body.items].map((one) => one.body)
    expect(bodies).toEqual(['three', 'two', 'one'])
    expect(next.body.next).toBeNull()
    expect((await caregiver('POST', path, { body: 'x' })).status).toBe(403)
    expect((await reader('POST', path, { body: 'x' })).status).toBe(403)
  })
})
