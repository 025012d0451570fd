import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import {
  type Ask,
  askingAs,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { PROBLEM_TITLES } from './reply.ts'

/** What a person reads who has made a mistake: it names the place and what is accepted there. */
describe('a mistake in a request', () => {
  let server: TestServer
  let ask: Ask
  let patientId: string
  beforeAll(async () => {
    server = await openTestServer('embedded')
    const clinicId = await newClinic(server)
    patientId = (await newPatientWithSession(server, clinicId)).patientId
    ask = askingAs(server, staff(clinicId, 'owner', 'clinician'))
  })
  afterAll(() => server.close())

  it('is a field that is missing', async () => {
    const told = await ask('POST', '/patients', {})
    expect([told.status, told.body.detail]).toEqual([400, 'name: is required'])
  })

  it('is a key that is none: what was meant, and what there is', async () => {
    const { body } = await ask('POST', '/patients', { name: 'A', emial: 'a@mail.example' })
    expect(body.detail).toContain('does not take "emial"; did you mean "email"; accepted: name, ')
  })

  it('is a number that is none', async () => {
    const told = await ask('GET', '/patients?limit=abc')
    expect([told.status, told.body.detail]).toEqual([400, 'query.limit: must be a number'])
  })

  it('is a parameter that nobody reads', async () => {
    const told = await ask('GET', '/patients?limits=5')
    expect([told.status, told.body.detail]).toEqual([
      400,
      expect.stringContaining(
        'does not take "limits"; did you mean "limit"; accepted: limit, cursor',
      ),
    ])
    const none = await ask('GET', `/patients/${patientId}?limit=5`)
    expect([none.status, none.body.detail]).toEqual([
      400,
      expect.stringContaining('accepted: none'),
    ])
  })

  it('is a tag without its quotes, which is not one that is missing', async () => {
    const path = `/patients/${patientId}`
    const bare = await ask('PATCH', path, { locale: 'es' }, { 'if-match': '1' })
    expect([bare.status, bare.body.detail]).toEqual([400, expect.stringContaining('quotes: "1"')])
    expect((await ask('PATCH', path, { locale: 'es' })).status).toBe(428)
  })

  it('is a key that is too short, which is not one that is missing', async () => {
    const short = await ask('POST', '/patients', { name: 'A' }, { 'idempotency-key': 'short' })
    expect([short.status, short.body.type]).toEqual([400, '/problems#invalid-request'])
    expect(short.body.detail).toContain('Idempotency-Key: must have 16 to 200 characters')
  })

  it('is a body that is too large: how large it may be', async () => {
    const large = await ask('POST', '/patients', { name: 'x'.repeat(1_100_000) })
    expect([large.status, large.body.detail]).toEqual([413, expect.stringContaining('1000000')])
  })

  it('is a method that a known path does not have', async () => {
    const told = await ask('DELETE', `/patients/${patientId}/plan`)
    expect([told.status, told.headers.get('allow')]).toEqual([405, 'GET'])
    expect((await ask('GET', '/no-such-path')).status).toBe(404)
  })

  it('has a code that a page of the server lists', async () => {
    const app = createApp(server.deps, { files: null, addressOf: () => 'test' })
    const page = await (await app.request('/problems')).text()
    for (const [code, title] of PROBLEM_TITLES) {
      expect(page).toContain(`id="${code}"`)
      expect(page).toContain(title)
    }
  })
})
