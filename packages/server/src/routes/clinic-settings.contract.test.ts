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

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const logoOf = (type: string, base64: string) => `data:image/${type};base64,${base64}`
/** A picture's beginning, then so much that the whole has so many bytes. */
const pngOf = (bytes: number) =>
  Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(bytes)]).subarray(0, bytes)
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>').toString('base64')

describe.each(DATABASES)('the card of a clinic on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let owner: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    clinicId = await newClinic(server)
    owner = askingAs(server, staff(clinicId, 'owner'))
  })

  async function change(settings: object): Promise<Told> {
    const { headers } = await owner('GET', '/clinic')
    return owner('PATCH', '/clinic', { settings }, { 'if-match': headers.get('etag') ?? '' })
  }
  const issuesOf = async (settings: object) => {
    const { status, body } = await change(settings)
    expect(status).toBe(400)
    return body.issues as readonly { readonly expression: string; readonly diagnostics: string }[]
  }

  it('says nothing of who answers and no number until somebody has said so', async () => {
    const { body } = await askingAs(server, staff(clinicId, 'read-only'))('GET', '/clinic/card')
    expect(body).toEqual({
      clinicId,
      name: 'Riverside',
      locale: 'en',
      zone: 'Asia/Dubai',
      country: null,
      phone: null,
      emergencyNumber: null,
      bookingUrl: null,
      virtualVisitUrl: null,
      openingHours: null,
      answering: { who: null, hours: [] },
      branding: { accent: null, logo: null, sheetNote: null },
      staticCards: false,
    })
  })

  it('is shown to a patient and who cares for them, with nothing else of the settings', async () => {
    const hours = [{ days: [1, 2, 5], from: '09:00', until: '24:00' }]
    const branding = { accent: '#0A7C66', logo: logoOf('png', PNG), sheetNote: 'Ring us.' }
    const told = await change({
      answering: { who: 'Our nurses', hours },
      branding,
      virtualVisitUrl: 'https://visit.example',
      alertEmails: ['desk@riverside.example'],
    })
    expect(told.status, JSON.stringify(told.body)).toBe(200)
    const { patientId } = await newPatientWithSession(server, clinicId)
    for (const kindOf of ['patient', 'caregiver'] as const) {
      const { body } = await askingAs(server, patient(clinicId, patientId, kindOf))(
        'GET',
        '/clinic/card',
      )
      expect(body).toMatchObject({
        answering: { who: 'Our nurses', hours },
        branding: { ...branding, accent: '#0a7c66' },
        virtualVisitUrl: 'https://visit.example',
      })
      expect(JSON.stringify(body)).not.toContain('desk@riverside.example')
    }
    await change({ branding: { accent: null } })
    expect((await owner('GET', '/clinic/card')).body.branding.logo).toBe(branding.logo)
  })

  it.each([
    ['the other type', logoOf('jpeg', PNG), 'does not begin as JPEG'],
    ['a drawing under a type that is taken', logoOf('png', SVG), 'does not begin as PNG'],
    ['a drawing', logoOf('svg+xml', SVG), 'must be a PNG, JPEG or WebP'],
    ['an address', 'https://clinic.example/logo.png', 'must be a PNG, JPEG or WebP'],
    ['too many bytes', logoOf('png', pngOf(102_401).toString('base64')), 'larger than 100 KB'],
    ['far too many', logoOf('png', pngOf(200_000).toString('base64')), 'larger than 100 KB'],
  ])('refuses %s as a logo and says what to choose', async (_, logo, words) => {
    const issues = await issuesOf({ branding: { logo } })
    expect(issues).toMatchObject([{ expression: 'settings.branding.logo' }])
    expect(issues[0]?.diagnostics).toContain(words)
  })

  it('takes a logo of just 100 KB', async () => {
    const logo = logoOf('png', pngOf(102_400).toString('base64'))
    expect((await change({ branding: { logo } })).status).toBe(200)
  })

  it.each([
    [{ days: [], from: '09:00', until: '17:00' }, 'days', 'at least one day'],
    [{ days: [0], from: '09:00', until: '17:00' }, 'days[0]', '1 (Monday) to 7 (Sunday)'],
    [{ days: [8], from: '09:00', until: '17:00' }, 'days[0]', '1 (Monday) to 7 (Sunday)'],
    [{ days: [1, 1], from: '09:00', until: '17:00' }, 'days', 'names a day twice'],
    [{ days: [1], from: '24:00', until: '24:00' }, 'from', 'a time of day'],
    [{ days: [1], from: '22:00', until: '02:00' }, 'until', 'over midnight give two'],
    [{ days: [1], from: '09:00', until: '09:00' }, 'until', 'must be after "from"'],
  ])('refuses hours of %j, and names the field', async (hours, field, words) => {
    const issues = await issuesOf({ answering: { who: 'Our nurses', hours: [hours] } })
    expect(issues[0]?.expression).toBe(`settings.answering.hours[0].${field}`)
    expect(issues[0]?.diagnostics).toContain(words)
  })
})
