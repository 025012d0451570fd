import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  openTestServer,
  staff,
  type TestServer,
  type Told,
} from '../testing/harness.ts'

describe.each(DATABASES)('settings of a clinic on %s', (kind) => {
  let server: TestServer
  let owner: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    owner = askingAs(server, staff(await newClinic(server), 'owner'))
  })

  async function change(settings: object): Promise<Told> {
    const { headers } = await owner('GET', '/clinic')
    return owner('PATCH', '/clinic', { settings }, { 'if-match': headers.get('etag') ?? '' })
  }
  const settings = async () => (await owner('GET', '/clinic')).body.settings

  it('keep how long things are kept, where only one of the lengths is changed', async () => {
    await change({ retentionMonths: { photos: 120, messages: 120, audit: 240 } })
    const told = await change({ retentionMonths: { photos: 60 } })
    expect(told.status).toBe(200)
    const months = { photos: 60, messages: 120, audit: 240 }
    expect((await settings()).retentionMonths).toEqual(months)
    await change({ phone: '+971 4 123 4567' })
    expect((await settings()).retentionMonths).toEqual(months)
  })

  it('keep the other end of the quiet hours; without any, both ends have to be said', async () => {
    await change({ quietHours: { from: '22:30' } })
    expect((await settings()).quietHours).toEqual({ from: '22:30', until: '08:00' })
    await change({ quietHours: null })
    expect((await settings()).quietHours).toBeNull()
    expect((await change({ quietHours: { from: '20:00' } })).status).toBe(400)
  })

  it('refuse what is no part of a part, and a list is given whole', async () => {
    expect((await change({ retentionMonths: { alerts: 3 } })).status).toBe(400)
    await change({ alertEmails: ['a@example.org', 'b@example.org'] })
    await change({ alertEmails: ['c@example.org'] })
    expect((await settings()).alertEmails).toEqual(['c@example.org'])
  })
})
