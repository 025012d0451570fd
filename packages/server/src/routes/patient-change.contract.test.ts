import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'

const IDENTITY = {
  name: 'Aisha Rahman',
  email: 'aisha@example.org',
  phone: '+971501234567',
  reference: 'R-1',
}
const WISHES = {
  channel: 'email',
  quietHours: { from: '22:00', until: '07:00' },
  digestAt: '10:00',
  kinds: ['check-in-due'],
}

describe.each(DATABASES)('a change of a patient on %s', (kind) => {
  let server: TestServer
  let desk: Ask
  let own: Ask
  let path: string
  let clinicId: string
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    clinicId = await newClinic(server)
    desk = askingAs(server, staff(clinicId, 'front-desk'))
    const { body } = await desk('POST', '/patients', { ...IDENTITY, preferences: WISHES })
    own = askingAs(server, patient(clinicId, body.patientId))
    path = `/patients/${body.patientId}`
  })

  const first = { 'if-match': '"1"' }
  const found = async (text: string) =>
    (await desk('POST', '/patients/search', { text })).body.items.length

  it('leaves what it does not name as it is, in the record and in the search', async () => {
    const told = await desk('PATCH', path, { name: 'Aisha Khan' }, first)
    expect(told.status).toBe(200)
    const { body } = await desk('GET', path)
    expect(body).toMatchObject({ ...IDENTITY, name: 'Aisha Khan', preferences: WISHES })
    expect([await found('aisha@example.org'), await found('4567')]).toEqual([1, 1])
  })

  it('takes no name that hides, or turns what stands beside it', async () => {
    const renamed = await desk('PATCH', path, { name: '\u202EAisha\nKhan\u2066' }, first)
    expect(renamed.body.name).toBe('Aisha Khan')
    const hidden = await desk('POST', '/patients', { ...IDENTITY, name: '\u200F' })
    expect(hidden.body.issues).toMatchObject([{ expression: 'name' }])
    // Letters that Persian and Urdu names are written with.
    const joined = await desk('POST', '/patients', { name: 'نیک\u200Cنام' })
    expect(joined.body.name).toBe('نیک\u200Cنام')
  })

  it('clears what it gives as null, and no more', async () => {
    await desk('PATCH', path, { email: null, preferences: { kinds: null } }, first)
    const { body } = await desk('GET', path)
    expect(body).toMatchObject({
      ...IDENTITY,
      email: null,
      preferences: { ...WISHES, kinds: null },
    })
    expect(await found('aisha@example.org')).toBe(0)
  })

  it('is a patient’s own for how and where they are reached, not for who they are', async () => {
    const wished = { preferences: { channel: 'push' }, locale: 'es' }
    expect((await own('PATCH', path, wished, first)).status).toBe(200)
    const { body } = await own('GET', path)
    expect(body).toMatchObject({
      ...IDENTITY,
      locale: 'es',
      preferences: { ...WISHES, channel: 'push' },
    })
    for (const change of [{ name: 'X' }, { email: null }, { locale: 'ar', phone: null }])
      expect((await own('PATCH', path, change, { 'if-match': '"2"' })).status).toBe(403)
    expect((await desk('GET', path)).body).toMatchObject({ ...IDENTITY, locale: 'es', revision: 2 })
  })
})
