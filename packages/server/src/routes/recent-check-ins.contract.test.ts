import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acknowledged } from '../testing/alert-steps.ts'
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

const DAY_MS = 86_400_000
const MILD = { symptoms: [{ name: 'redness', severity: 'mild' }] }
const URGENT = { symptoms: [{ name: 'pus', severity: 'severe' }], notes: 'since this morning' }

interface Item {
  readonly checkInId: string
  readonly recordedAt: string
}

describe.each(DATABASES)('check-ins of a whole clinic on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  const inClinic = async () => {
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
  }
  const tell = async (patientId: string, body: object): Promise<string> => {
    const own = askingAs(server, patient(clinicId, patientId))
    return (await own('POST', `/patients/${patientId}/check-ins`, body)).body.checkInId
  }
  const list = async (query = '') => (await clinician('GET', `/check-ins${query}`)).body
  const idsOf = ({ items }: { items: readonly Item[] }) => items.map(({ checkInId }) => checkInId)

  it('tells what came last first, page by page, none twice, and nothing of 14 days ago', async () => {
    await inClinic()
    const { patientId } = await newPatientWithSession(server, clinicId)
    const other = await newPatientWithSession(server, clinicId, { name: 'Yusuf Demir' })
    await tell(patientId, MILD)
    server.clock.now += 14 * DAY_MS
    const told: string[] = []
    for (const one of [patientId, other.patientId, patientId]) {
      told.push(await tell(one, MILD))
      server.clock.now += 1_000
    }
    // Two of one instant.
    told.push(await tell(patientId, MILD), await tell(other.patientId, MILD))
    const whole = await list()
    expect(new Set(idsOf(whole))).toEqual(new Set(told))
    expect(idsOf(whole).slice(2)).toEqual(told.slice(0, 3).toReversed())
    const pages: string[] = []
    for (let query = '?limit=2'; ; ) {
      const page = await list(query)
      pages.push(...idsOf(page))
      if (page.next === null) break
      query = `?limit=2&cursor=${page.next}`
    }
    expect(pages).toEqual(idsOf(whole))
    expect((await clinician('GET', '/check-ins?cursor=WzFd')).status).toBe(400)
  })

  it('says what was told and answered, on which day of which session, and who has it in hand', async () => {
    await inClinic()
    const { patientId } = await newPatientWithSession(server, clinicId)
    server.clock.now += 2 * DAY_MS
    const quiet = await tell(patientId, MILD)
    server.clock.now += 1_000
    const urgent = await tell(patientId, URGENT)
    const [top, below] = (await list()).items
    expect(top).toMatchObject({
      checkInId: urgent,
      name: 'Aisha Rahman',
      day: 2,
      procedure: { code: 'microneedling', device: 'pen', needleDepthMm: 1.5, bodySites: ['face'] },
      signs: [{ code: 'purulent-discharge', severity: 'severe' }],
      notes: 'since this morning',
      disposition: 'urgent',
      acknowledgedAt: null,
      ownerName: null,
    })
    expect(top.reasons.length).toBeGreaterThan(0)
    expect(below).toMatchObject({ checkInId: quiet, alertId: null, notes: null })
    await acknowledged(clinician, top)
    const [seen] = (await list()).items
    expect(Date.parse(seen.acknowledgedAt)).toBe(server.clock.now)
  })

  it('judges what a phone reports whose clock is years slow as of now, and what a system brings in as of then', async () => {
    await inClinic()
    const { patientId } = await newPatientWithSession(server, clinicId)
    server.clock.now += 4 * DAY_MS
    const symptoms = [
      { name: 'warmth', severity: 'moderate' },
      { name: 'pain', severity: 'mild' },
    ]
    const reset = { symptoms, at: '1970-01-01T00:10:00Z' }
    const path = `/patients/${patientId}/check-ins`
    const own = askingAs(server, patient(clinicId, patientId))
    const { body } = await own('POST', path, reset)
    expect(body).toMatchObject({ disposition: 'urgent', issues: [{ expression: 'at' }] })
    expect((await list()).items).toMatchObject([{ checkInId: body.checkInId, day: 4 }])
    const brought = await clinician('POST', path, reset)
    expect(brought.body.disposition).toBe('contact-clinic')
    expect(brought.body.issues).toBeUndefined()
  })

  it('leaves out what was taken back, and shows another clinic none', async () => {
    await inClinic()
    const { patientId } = await newPatientWithSession(server, clinicId)
    const kept = await tell(patientId, MILD)
    server.clock.now += 1_000
    const wrong = await tell(patientId, MILD)
    const path = `/patients/${patientId}/events/${wrong}/undo`
    expect((await clinician('POST', path, { reason: 'another person' })).status).toBe(201)
    expect(idsOf(await list())).toEqual([kept])
    const abroad = askingAs(server, staff(await newClinic(server), 'owner', 'clinician'))
    expect((await abroad('GET', '/check-ins')).body).toEqual({ items: [], next: null })
  })
})
