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

const NUL = 'a\u0000b'
/** Half of a character that is written as two. */
const HALF = 'a\uD83D'

describe.each(DATABASES)('text that is none on %s', (kind) => {
  let server: TestServer
  let owner: Ask
  let own: Ask
  let path: string
  let etag: string
  beforeAll(async () => {
    server = await openTestServer(kind)
    const clinicId = await newClinic(server)
    const { patientId } = await newPatientWithSession(server, clinicId)
    owner = askingAs(server, staff(clinicId, 'owner', 'clinician'))
    own = askingAs(server, patient(clinicId, patientId))
    path = `/patients/${patientId}`
    etag = (await owner('GET', '/clinic')).headers.get('etag') ?? ''
  })
  afterAll(() => server.close())

  const cases: readonly (readonly [where: string, ask: (odd: string) => ReturnType<Ask>])[] = [
    ['name', (name) => owner('POST', '/api-keys', { name, role: 'read-only' })],
    ['name', (name) => owner('POST', '/webhook-sources', { name })],
    [
      'settings.openingHours',
      (openingHours) =>
        owner('PATCH', '/clinic', { settings: { openingHours } }, { 'if-match': etag }),
    ],
    [
      'preferences.kinds[1]',
      (odd) => own('PATCH', path, { preferences: { kinds: ['x', odd] } }, { 'if-match': '"1"' }),
    ],
    [
      'changes.lengthen[0].note',
      (note) =>
        owner('POST', '/adoptions', {
          changes: { lengthen: [{ subject: 'makeup', until: 'P10D', note }] },
          apply: 'new',
        }),
    ],
  ]

  it.each(cases)('is refused at %s, which is named', async (where, ask) => {
    for (const odd of [NUL, HALF]) {
      const told = await ask(odd)
      expect(told.status).toBe(400)
      expect(told.body.issues).toMatchObject([{ expression: where, code: 'value' }])
    }
  })

  it.each([NUL, HALF])('is replaced in a report, whose alarm is heard', async (odd) => {
    const notes = `I cannot breathe ${odd}`
    const told = await own('POST', `${path}/check-ins`, { symptoms: [], notes })
    expect([told.status, told.body.disposition]).toEqual([201, 'emergency'])
    const said = await own('POST', `${path}/messages`, { body: notes })
    expect([said.status, said.body.disposition]).toEqual([201, 'emergency'])
    const { body } = await own('GET', `${path}/messages`)
    expect(body.items[0].body).toBe(`I cannot breathe ${odd.replace(/[\0\uD83D]/, '\uFFFD')}`)
  })

  it('is refused in a query and in a name of a field', async () => {
    const query = await owner('GET', '/audit?actor=%00')
    expect(query.status).toBe(400)
    expect(query.body.issues).toMatchObject([{ expression: 'query.actor' }])
    const named = await owner('PATCH', '/clinic', { settings: { [NUL]: 1 } }, { 'if-match': etag })
    expect(named.status).toBe(400)
    expect(JSON.stringify(named.body)).not.toContain('\\u0000')
  })

  it('turns nothing that stands beside it: what embeds, overrides and isolates is taken out', async () => {
    const turning = '\u202Ered\u202C \u2066swollen\u2069'
    const told = await own('POST', `${path}/check-ins`, { symptoms: [], notes: turning })
    expect(told.status).toBe(201)
    const { body } = await owner('GET', `${path}/events`)
    expect(JSON.stringify(body.items)).toContain('red swollen')
    expect(JSON.stringify(body)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
    const named = await owner('POST', '/webhook-sources', { name: `Praxis ${turning}` })
    expect(named.body.name).toBe('Praxis red swollen')
    // The marks that people type between two scripts stay.
    const marked = await owner('POST', '/webhook-sources', { name: 'عيادة\u200F (1)' })
    expect(marked.body.name).toBe('عيادة\u200F (1)')
  })

  it('leaves whole characters alone, whatever they are written as', async () => {
    const name = 'Prax\tis 👩🏽‍⚕️ عيادة'
    const told = await owner('POST', '/webhook-sources', { name })
    expect([told.status, told.body.name]).toEqual([201, name])
  })

  it('is answered in a body of whatever depth', async () => {
    const deep = `{"name":${'['.repeat(400_000)}${']'.repeat(400_000)}}`
    const bytes = new TextEncoder().encode(deep)
    const json = { 'content-type': 'application/json' }
    expect((await owner('POST', '/webhook-sources', bytes, json)).status).toBe(400)
  })
})
