import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signWebhook } from '../deliver/webhook-signature.ts'
import { inScope } from '../store/database.ts'
import { patientsByReference } from '../store/patient-lookup.ts'
import {
  asking,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient as asPatient,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { newMember } from '../testing/members.ts'
import { decide, deliveriesIn } from '../wake/wake-testing.ts'

describe.each(DATABASES)('booking systems on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let source: { sourceId: string; secret: string; url: string }
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    const owner = askingAs(server, staff(clinicId, 'owner'))
    source = (await owner('POST', '/webhook-sources', { name: 'Bookings' })).body
  })
  afterAll(() => server.close())

  const session = (reference: string, more: object = {}) => ({
    type: 'session.completed',
    data: {
      patient: { reference, name: 'Aisha Rahman', email: 'aisha@example.org' },
      procedure: {
        endedAt: '2026-11-22T07:00:00Z',
        device: 'pen',
        needleDepthMm: 1.5,
        bodySites: ['face'],
      },
      ...more,
    },
  })

  interface Sent {
    readonly id?: string
    readonly at?: number
    readonly secret?: string
    readonly path?: string
    readonly change?: (body: string) => string
  }

  async function send(event: object, sent: Sent = {}) {
    const { id = randomUUID(), at = server.clock.now, secret = source.secret } = sent
    const body = JSON.stringify(event)
    const headers = signWebhook([secret], { id, at, body })
    const { path = `/hooks/${clinicId}/${source.sourceId}`, change = (text) => text } = sent
    const bytes = new TextEncoder().encode(change(body))
    const told = await asking(server.app)('POST', path, bytes, {
      ...headers,
      'content-type': 'application/json',
    })
    return { status: told.status, body: { ...told.body, requestId: undefined } }
  }

  const found = async (text: string) =>
    (await askingAs(server, staff(clinicId, 'clinician'))('POST', '/patients/search', { text }))
      .body.items
  const ofNumber = async (reference: string) => {
    const all = await inScope(server.deps.db, { clinicId }, (trx) =>
      patientsByReference(trx, server.deps, { clinicId, reference }),
    )
    expect(all).toHaveLength(1)
    return all[0] as (typeof all)[number]
  }
  const rowsOf = (table: 'event' | 'delivery' | 'invitation', patientId: string) =>
    inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .selectFrom(table)
        .selectAll()
        .where('clinicId', '=', clinicId)
        .where('patientId', '=', patientId)
        .execute(),
    )

  it('makes the patient, the plan and the link of a session once, and finds the patient the next time', async () => {
    const event = session('MRN-1')
    expect(await send(event, { id: 'first' })).toMatchObject({ status: 200 })
    expect(await send(event, { id: 'first' })).toMatchObject({ status: 200 })
    const [patient, ...others] = await found('aisha@example.org')
    expect(others).toEqual([])
    expect((await rowsOf('event', patient.patientId)).map(({ type }) => type)).toEqual([
      'procedure',
    ])
    expect(await rowsOf('invitation', patient.patientId)).toHaveLength(1)
    expect(await rowsOf('delivery', patient.patientId)).toMatchObject([
      { kind: 'invitation', channel: 'email' },
    ])
    const later = session('MRN-1', { send: 'none' })
    expect((await send(later)).status).toBe(200)
    expect(await rowsOf('event', patient.patientId)).toHaveLength(2)
    expect(await rowsOf('delivery', patient.patientId)).toHaveLength(1)
  })

  it('takes back nothing that was told of the patient, and records the session', async () => {
    const patient = { reference: 'MRN-8', name: 'Fern Okoro', email: 'fern@example.org' }
    const { procedure } = session('MRN-8').data
    const withFacts = (facts: object) =>
      session('MRN-8', { patient, procedure: { ...procedure, patient: facts }, send: 'none' })
    for (const history of [['keloid'], ['smoker']])
      expect((await send(withFacts({ history, medicines: [] }))).status).toBe(200)
    const [known] = await found('fern@example.org')
    const rows = await rowsOf('event', known.patientId)
    const facts = rows.filter(({ type }) => type === 'patient-facts').map(({ data }) => data)
    expect(facts).toContainEqual({ history: ['keloid', 'smoker'], medicines: [] })
    expect(rows.filter(({ type }) => type === 'procedure')).toHaveLength(2)
  })

  it('records nothing for a number that is of somebody else, and sends them no link', async () => {
    await send(session('MRN-7'))
    const patient = await ofNumber('MRN-7')
    const before = await rowsOf('event', patient.patientId)
    const mistyped = session('MRN-7', {
      patient: { reference: 'MRN-7', name: 'Olga Petrova', email: 'olga@example.org' },
    })
    const told = await send(mistyped)
    expect(told.status).toBe(400)
    expect(told.body.issues[0].expression).toBe('data.patient.name')
    expect(await rowsOf('event', patient.patientId)).toEqual(before)
    expect(await rowsOf('invitation', patient.patientId)).toHaveLength(1)
    expect(await found('olga@example.org')).toEqual([])
  })

  it.each([
    ['the words of the name in another order', { name: 'RAHMAN, Aisha', email: null }],
    ['another name and the same address', { name: 'Aisha Khan', email: 'AISHA@example.org' }],
  ])('knows the patient of a number by %s', async (_, told) => {
    const reference = `MRN-${randomUUID()}`
    await send(session(reference))
    const again = {
      endedAt: '2026-11-22T07:30:00Z',
      device: 'pen',
      needleDepthMm: 1,
      bodySites: ['neck'],
    }
    const second = session(reference, { patient: { reference, ...told }, procedure: again })
    expect((await send(second)).status).toBe(200)
    const patient = await ofNumber(reference)
    const events = await rowsOf('event', patient.patientId)
    expect(events.filter(({ type }) => type === 'procedure')).toHaveLength(2)
  })

  it('answers a forged, an old and a changed webhook, and one for no clinic, with the same words', async () => {
    const event = session('MRN-2')
    const stranger = randomUUID()
    const bad = await Promise.all([
      send(event, { secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }),
      send(event, { at: server.clock.now - 301_000 }),
      send(event, { change: (body) => body.replace('Aisha', 'aisha') }),
      send(event, { path: `/hooks/${stranger}/${source.sourceId}` }),
      send(event, { path: `/hooks/${clinicId}/${stranger}` }),
      send(event, { path: `/hooks/nowhere/${source.sourceId}` }),
    ])
    expect(new Set(bad.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(bad[0]?.status).toBe(401)
    expect((await send(event, { at: server.clock.now - 300_000 })).status).toBe(200)
  })

  it('does nothing for a type that it does not know', async () => {
    expect((await send({ type: 'session.cancelled', data: {} })).status).toBe(202)
  })

  it('names what is wrong with a session, keeps nothing of it, and takes it when it is right', async () => {
    const wrong = session('MRN-3', {
      procedure: { endedAt: '2026-11-22T07:00:00Z', needleDepthMm: 99 },
    })
    const told = await send(wrong, { id: 'mended' })
    expect(told.status).toBe(400)
    const right = await send(session('MRN-3'), { id: 'mended' })
    expect(right.body).toEqual({ received: true })
  })

  it('takes the old secret for a day beside the new one, and none of a source that ended', async () => {
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const made = (await owner('POST', '/webhook-sources', { name: 'Other' })).body
    const path = `/hooks/${clinicId}/${made.sourceId}`
    const rotated = (await owner('POST', `/webhook-sources/${made.sourceId}/rotate`, {})).body
    const nothing = { type: 'nothing', data: {} }
    const start = server.clock.now
    server.clock.now = start + 86_400_000 - 1
    expect((await send(nothing, { path, secret: made.secret })).status).toBe(202)
    server.clock.now = start + 86_400_000
    expect((await send(nothing, { path, secret: made.secret })).status).toBe(401)
    expect((await send(nothing, { path, secret: rotated.secret })).status).toBe(202)
    expect((await owner('DELETE', `/webhook-sources/${made.sourceId}`)).status).toBe(204)
    expect((await send(nothing, { path, secret: rotated.secret })).status).toBe(401)
    server.clock.now = start
    expect(JSON.stringify((await owner('GET', '/webhook-sources')).body)).not.toContain('whsec_')
  })

  it('writes to an address no more that bounced', async () => {
    const path = `/hooks/${clinicId}/bounces/${source.sourceId}`
    const data = { channel: 'email', address: 'gone@example.org' }
    expect((await send({ type: 'bounce', data }, { path })).status).toBe(200)
    const rows = await inScope(server.deps.db, { clinicId }, (trx) =>
      trx.selectFrom('suppression').select('reason').where('clinicId', '=', clinicId).execute(),
    )
    expect(rows).toEqual([{ reason: 'bounce' }])
  })

  it('takes a bounce of a staff address for a mail that was not delivered, and goes on writing there', async () => {
    const own = await newClinic(server)
    const owner = askingAs(server, staff(own, 'owner'))
    const { sourceId, secret } = (await owner('POST', '/webhook-sources', { name: 'Mail' })).body
    await newMember(server, { clinicId: own, roles: 'owner', email: `owner-${own}@example.org` })
    await decide(server, own, { alertEmails: ['Desk@example.org'] })
    const { patientId } = await newPatientWithSession(server, own)
    await askingAs(server, asPatient(own, patientId))('POST', `/patients/${patientId}/check-ins`, {
      symptoms: [{ name: 'pus', severity: 'severe' }],
    })
    await inScope(server.deps.db, { clinicId: own }, (trx) =>
      trx.updateTable('delivery').set({ state: 'accepted' }).where('clinicId', '=', own).execute(),
    )
    const data = { channel: 'email', address: 'desk@example.org' }
    const path = `/hooks/${own}/bounces/${sourceId}`
    expect((await send({ type: 'bounce', data }, { path, secret })).status).toBe(200)
    const kept = await inScope(server.deps.db, { clinicId: own }, (trx) =>
      trx.selectFrom('suppression').select('reason').where('clinicId', '=', own).execute(),
    )
    expect(kept).toEqual([])
    const states = (await deliveriesIn(server, { clinicId: own })).map(({ state }) => state)
    expect(states.sort()).toEqual(['gone', 'queued'])
  })

  it('tells an endpoint of a session, and shows how its last delivery went', async () => {
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const events = ['procedure.created']
    const local = await owner('POST', '/webhook-endpoints', { url: 'http://127.0.0.1/x', events })
    expect(local.status).toBe(400)
    const url = 'https://records.example.com/hook'
    const made = (await owner('POST', '/webhook-endpoints', { url, events })).body
    expect((await send(session('MRN-4'))).status).toBe(200)
    const listed = await owner('GET', '/webhook-endpoints')
    expect(listed.body.items).toMatchObject([{ url, last: { kind: 'procedure.created' } }])
    expect(JSON.stringify(listed.body)).not.toContain('whsec_')
    const path = `/webhook-endpoints/${made.endpointId}`
    server.clock.now += 1_000
    expect((await owner('POST', `${path}/test`, {})).status).toBe(202)
    expect((await owner('GET', '/webhook-endpoints')).body.items).toMatchObject([
      { last: { kind: 'test', state: 'queued' } },
    ])
    expect((await owner('POST', `${path}/rotate`, {})).body.secret).not.toBe(made.secret)
    expect((await owner('DELETE', path)).status).toBe(204)
    expect((await owner('POST', `${path}/test`, {})).status).toBe(404)
  })
})
