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

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

describe.each(DATABASES)('who is on which day on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  const iso = (at: number) => new Date(at).toISOString().replace('.000', '')
  const session = (endedAt: number) => ({
    endedAt: iso(endedAt),
    device: 'pen',
    needleDepthMm: 1.5,
    bodySites: ['face'],
    setting: 'clinic',
  })
  const inClinic = async () => {
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
  }
  /** A patient whose sessions ended so many hours ago; their ids. */
  const withSessions = async (name: string, ...hoursAgo: readonly number[]) => {
    const { body } = await clinician('POST', '/patients', { name, zone: 'Asia/Dubai' })
    const path = `/patients/${body.patientId}/procedures`
    const ids: string[] = []
    for (const hours of hoursAgo) {
      const told = await clinician('POST', path, session(server.clock.now - hours * HOUR_MS))
      ids.push(told.body.procedureId)
    }
    return { patientId: body.patientId as string, ids }
  }
  const days = async (query = '') => (await clinician('GET', `/days${query}`)).body
  const namesOf = ({ items }: { items: readonly { name: string }[] }) =>
    items.map(({ name }) => name)

  it('tells the newest session first, page by page, and counts the first week and month of all', async () => {
    await inClinic()
    await withSessions('Six days', 6 * 24)
    await withSessions('An hour', 1)
    await withSessions('Twenty-seven days', 27 * 24)
    await withSessions('Twenty-nine days', 29 * 24)
    await withSessions('To come', -24)
    await withSessions('Two sessions', 60 * 24, 48)
    const whole = await days()
    expect(namesOf(whole)).toEqual(['An hour', 'Two sessions', 'Six days', 'Twenty-seven days'])
    expect(whole).toMatchObject({ counts: { inFirstWeek: 3, inFirstMonth: 4 }, opensTodayOf: 4 })
    expect(whole.items[1]).toMatchObject({
      day: 2,
      endedAt: '2026-11-20T12:00:00+04:00',
      procedure: { code: 'microneedling', device: 'pen', needleDepthMm: 1.5, bodySites: ['face'] },
      lastCheckInAt: null,
    })
    const first = await days('?limit=3')
    const second = await days(`?limit=3&cursor=${first.next}`)
    expect([...namesOf(first), ...namesOf(second)]).toEqual(namesOf(whole))
    expect(second).toEqual({ items: second.items, next: null })
  })

  it('goes by a corrected end, and by no session that was taken back', async () => {
    await inClinic()
    const late = await withSessions('Corrected into the month', 40 * 24)
    const undone = await withSessions('Taken back', 24)
    const moved = await withSessions('Corrected by a day', 48)
    const back = await withSessions('Correction taken back', 50)
    const correct = (one: typeof late, hours: number) =>
      clinician('POST', `/patients/${one.patientId}/procedures/${one.ids[0]}/corrections`, {
        endedAt: iso(server.clock.now - hours * HOUR_MS),
      })
    const undo = ({ patientId }: typeof late, eventId: string) =>
      clinician('POST', `/patients/${patientId}/events/${eventId}/undo`, { reason: 'mistyped' })
    expect((await correct(late, 62)).status).toBe(201)
    expect((await correct(moved, 24)).status).toBe(201)
    await undo(back, (await correct(back, 4)).body.eventId)
    expect((await undo(undone, undone.ids[0] ?? '')).status).toBe(201)
    const told = await days()
    expect(namesOf(told)).toEqual([
      'Corrected by a day',
      'Correction taken back',
      'Corrected into the month',
    ])
    expect(told.items.map(({ day }: { day: number }) => day)).toEqual([1, 2, 3])
    expect(told.counts).toEqual({ inFirstWeek: 3, inFirstMonth: 3 })
  })

  it('says what opens on the day that it is where the patient is, and at which instant', async () => {
    await inClinic()
    const { patientId } = await newPatientWithSession(server, clinicId)
    const path = `/patients/${patientId}/verdict`
    const makeup = await clinician('POST', path, { subject: 'makeup' })
    const opensAt = Date.parse(makeup.body.opensAt)
    const openings = async () => {
      const { items, opensToday } = await days()
      return {
        own: items[0].opensToday.find(({ subject }: { subject: string }) => subject === 'makeup'),
        all: opensToday.find(({ subject }: { subject: string }) => subject === 'makeup'),
      }
    }
    const before = server.clock.now
    expect((await openings()).own).toBeUndefined()
    // The same calendar day in Dubai, before and after it opens.
    for (const at of [opensAt - HOUR_MS, opensAt + HOUR_MS]) {
      server.clock.now = at
      const { own, all } = await openings()
      expect(Date.parse(own.at)).toBe(opensAt)
      expect(['caution', 'allowed', 'recommended']).toContain(own.status)
      expect(all).toEqual({ subject: 'makeup', patients: 1 })
    }
    server.clock.now = opensAt + DAY_MS
    expect((await openings()).own).toBeUndefined()
    server.clock.now = before
  })

  it('shows when the patient last checked in, another clinic nothing, and no merged record', async () => {
    await inClinic()
    const { patientId } = await newPatientWithSession(server, clinicId)
    const twin = await newPatientWithSession(server, clinicId)
    const own = askingAs(server, patient(clinicId, patientId))
    const symptoms = [{ name: 'redness', severity: 'mild' }]
    await own('POST', `/patients/${patientId}/check-ins`, { symptoms })
    const merged = await clinician('POST', `/patients/${patientId}/merge`, {
      into: twin.patientId,
      revision: 1,
      intoRevision: 1,
    })
    expect(merged.status).toBe(200)
    const { items, counts } = await days()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      patientId: twin.patientId,
      lastCheckInAt: '2026-11-22T12:00:00+04:00',
    })
    expect(counts).toEqual({ inFirstWeek: 1, inFirstMonth: 1 })
    const abroad = askingAs(server, staff(await newClinic(server), 'owner'))
    expect((await abroad('GET', '/days')).body).toEqual({
      items: [],
      next: null,
      counts: { inFirstWeek: 0, inFirstMonth: 0 },
      opensToday: [],
      opensTodayOf: 0,
    })
    expect((await clinician('GET', '/days?cursor=e30')).status).toBe(400)
  })
})
