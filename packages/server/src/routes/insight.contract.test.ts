import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refreshInsight } from '../care/insight-months.ts'
import { inScope } from '../store/database.ts'
import { acknowledged } from '../testing/alert-steps.ts'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  openTestServer,
  patient,
  staff,
  START,
  type TestServer,
} from '../testing/harness.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

interface Group {
  readonly by: string
  readonly group: string | null
  readonly checkIns: readonly (number | null)[]
  readonly signs: readonly { code: string; reported: readonly (number | null)[] }[]
}

describe.each(DATABASES)('insight on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  const iso = (at: number) => new Date(at).toISOString().replace('.000', '')
  const inClinic = async () => {
    server.clock.now = START
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
  }
  const addPatient = async (
    { depth, skin }: { depth: number; skin: string },
    endedAt = server.clock.now - HOUR_MS,
  ): Promise<string> => {
    const { body } = await clinician('POST', '/patients', { name: 'Aisha', zone: 'Asia/Dubai' })
    const told = await clinician('POST', `/patients/${body.patientId}/procedures`, {
      endedAt: iso(endedAt),
      device: 'pen',
      needleDepthMm: depth,
      bodySites: ['face'],
      patient: { fitzpatrickSkinType: skin, medicines: [], history: [] },
    })
    expect(told.status).toBe(201)
    return body.patientId
  }
  const tell = async (patientId: string, ...names: readonly string[]) => {
    const own = askingAs(server, patient(clinicId, patientId))
    const symptoms = names.map((name) => ({ name, severity: 'mild' }))
    const told = await own('POST', `/patients/${patientId}/check-ins`, { symptoms })
    expect(told.status).toBe(201)
    return told.body.checkInId as string
  }
  const insight = async (query = '') => (await clinician('GET', `/insight${query}`)).body
  const groupOf = ({ course }: { course: readonly Group[] }, by: string, group: string | null) =>
    course.find((one) => one.by === by && one.group === group)
  const reported = (group: Group | undefined, sign: string) =>
    group?.signs.find(({ code }) => code === sign)?.reported

  // The first of all: it has every clinic that is there counted twice, for fifteen months.
  it('is told as it was counted that day, and a month for good a month after its end', async () => {
    await inClinic()
    const patients: string[] = []
    for (let k = 0; k < 5; k++) patients.push(await addPatient({ depth: 1, skin: 'III' }))
    for (const one of patients) await tell(one, 'redness')
    await refreshInsight(server.deps)
    const counted = server.clock.now
    await tell(patients[0] ?? '', 'redness')
    const first = await insight()
    expect(groupOf(first, 'all', null)?.checkIns[0]).toBe(5)
    expect(Date.parse(first.asOf)).toBe(counted)
    server.clock.now += 26 * HOUR_MS
    expect(groupOf(await insight(), 'all', null)?.checkIns[0]).toBe(6)
    server.clock.now = Date.parse('2027-01-02T00:00:00Z')
    await refreshInsight(server.deps)
    server.clock.now = Date.parse('2027-03-02T00:00:00Z')
    const query = '?from=2026-11-01&to=2026-12-01'
    expect(Date.parse((await insight(query)).asOf)).toBe(Date.parse('2027-01-02T00:00:00Z'))
    // By a release that counted otherwise.
    await inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .updateTable('insightMonth')
        .set({ content: sql<string>`content - 'countedAs'` })
        .execute(),
    )
    expect(Date.parse((await insight(query)).asOf)).toBe(server.clock.now)
  })

  it('counts the course by day, depth and skin type, and hides what is of fewer than 5 people', async () => {
    await inClinic()
    const shallow = { depth: 0.5, skin: 'II' }
    const deep = { depth: 1.5, skin: 'V' }
    const deepest = { depth: 2, skin: 'VI' }
    const patients: string[] = []
    for (let k = 0; k < 12; k++)
      patients.push(await addPatient(k < 5 ? shallow : k < 11 ? deep : deepest))
    for (const one of patients) await tell(one, 'redness')
    server.clock.now += 2 * DAY_MS
    // Two of one person are two check-ins of one person.
    for (const one of patients.slice(0, 4)) await tell(one, 'redness')
    await tell(patients[0] ?? '', 'redness')
    const told = await insight()
    const all = groupOf(told, 'all', null)
    expect(all?.checkIns.slice(0, 4)).toEqual([12, 0, null, 0])
    expect(reported(all, 'erythema')?.slice(0, 3)).toEqual([12, null, null])
    expect(groupOf(told, 'needle-depth', '1.5-2')?.checkIns[0]).toBe(6)
    expect(reported(groupOf(told, 'skin-type', 'V'), 'erythema')?.[0]).toBe(6)
    expect(groupOf(told, 'skin-type', 'VI')?.checkIns[0]).toBeNull()
    // One person is what is left of all of them beside two groups: the smaller of these is hidden with them.
    expect(groupOf(told, 'needle-depth', '0.5-1')?.checkIns[0]).toBeNull()
    expect(reported(groupOf(told, 'skin-type', 'II'), 'erythema')?.[0]).toBeNull()
    expect(told).toMatchObject({ from: '2026-08-01', to: '2026-12-01' })
  })

  it('counts people over months together, and nobody twice: four in each are five only where they are five', async () => {
    await inClinic()
    const patients: string[] = []
    const ended = START - 2 * HOUR_MS
    for (let k = 0; k < 5; k++) patients.push(await addPatient({ depth: 1, skin: 'III' }, ended))
    const [first = '', ...others] = patients
    server.clock.now = START + 8.4 * DAY_MS
    for (const one of others) await tell(one, 'itch')
    const own = () => groupOf(body, 'all', null)?.checkIns[8]
    let body = await insight('?from=2026-11-01&to=2027-01-01')
    expect(own()).toBeNull()
    // The same day after the session, in the next month of the clinic's zone.
    const late = START + 8.6 * DAY_MS
    server.clock.now = late
    expect(new Date(late + 4 * HOUR_MS).toISOString().slice(0, 10)).toBe('2026-12-01')
    await tell(others[0] ?? '', 'itch')
    body = await insight('?from=2026-11-01&to=2027-01-01')
    expect(own()).toBeNull()
    await tell(first, 'itch')
    body = await insight('?from=2026-11-01&to=2027-01-01')
    expect(own()).toBe(6)
    const november = await insight('?from=2026-11-01&to=2026-12-01')
    expect(groupOf(november, 'all', null)?.checkIns[8]).toBeNull()
  })

  it('leaves out a check-in that was taken back, and places one by the corrected end', async () => {
    await inClinic()
    const patients: string[] = []
    for (let k = 0; k < 5; k++) patients.push(await addPatient({ depth: 1, skin: 'III' }))
    const ids: string[] = []
    for (const one of patients) ids.push(await tell(one, 'redness'))
    for (const one of patients) {
      const { body } = await clinician('GET', `/patients/${one}/procedures`)
      const path = `/patients/${one}/procedures/${body.items[0].procedureId}/corrections`
      const endedAt = iso(server.clock.now - 30 * HOUR_MS)
      expect((await clinician('POST', path, { endedAt })).status).toBe(201)
    }
    const before = groupOf(await insight(), 'all', null)
    expect(before?.checkIns.slice(0, 2)).toEqual([0, 5])
    const path = `/patients/${patients[0]}/events/${ids[0]}/undo`
    await clinician('POST', path, { reason: 'of somebody else' })
    expect(groupOf(await insight(), 'all', null)?.checkIns[1]).toBeNull()
  })

  it('counts sessions whose first week is over, questions, and how long alerts waited', async () => {
    await inClinic()
    const ended = START - 8 * DAY_MS
    const patients: string[] = []
    for (let k = 0; k < 6; k++) patients.push(await addPatient({ depth: 1, skin: 'III' }, ended))
    await addPatient({ depth: 1, skin: 'III' })
    for (const [k, one] of patients.slice(0, 5).entries()) {
      const own = askingAs(server, patient(clinicId, one))
      const at = iso(ended + DAY_MS)
      await own('POST', `/patients/${one}/check-ins`, {
        at,
        symptoms: [{ name: 'pus', severity: 'severe' }],
      })
      const body = 'May I eat liquorice?'
      const question = { body, kind: 'question' }
      if (k < 4) await own('POST', `/patients/${one}/messages`, question)
      // What is no question is not counted as one.
      await own('POST', `/patients/${one}/messages`, { body: 'Thank you' })
    }
    const { body: alerts } = await clinician('GET', '/alerts')
    const urgent = alerts.items.filter(({ urgency }: { urgency: number }) => urgency >= 3)
    for (const { alertId } of urgent) {
      server.clock.now += 10 * 60_000
      await acknowledged(clinician, { alertId })
    }
    const told = await insight()
    expect(told.completion).toEqual({ sessions: 6, withCheckIn: 5 })
    expect(told.acknowledgement.urgent).toEqual({
      alerts: 5,
      acknowledged: 5,
      medianMin: 30,
      p90Min: 46,
    })
    expect(told.questions).toMatchObject({ count: null })
    const last = patients.at(-1) ?? ''
    const own = askingAs(server, patient(clinicId, last))
    const question = { body: 'May I eat liquorice?', kind: 'question' }
    await own('POST', `/patients/${last}/messages`, question)
    expect((await insight()).questions).toMatchObject({
      count: 5,
      byMonth: [{}, {}, {}, { month: '2026-11', count: 5 }],
    })
  })

  it('counts no check-in that was taken back, and no session of which only the plan is known', async () => {
    await inClinic()
    const ended = START - 8 * DAY_MS
    const patients: string[] = []
    for (let k = 0; k < 6; k++) patients.push(await addPatient({ depth: 1, skin: 'III' }, ended))
    const path = (one: string | undefined) => `/patients/${one}`
    for (const one of patients) {
      const at = iso(ended + DAY_MS)
      const told = { at, symptoms: [{ name: 'redness', severity: 'mild' }] }
      const { body } = await clinician('POST', `${path(one)}/check-ins`, told)
      if (one !== patients[5]) continue
      const undo = `${path(one)}/events/${body.checkInId}/undo`
      expect((await clinician('POST', undo, { reason: 'of somebody else' })).status).toBe(201)
    }
    server.clock.now = ended - DAY_MS
    await addPatient({ depth: 1, skin: 'III' }, ended)
    server.clock.now = START
    expect((await insight()).completion).toEqual({ sessions: 6, withCheckIn: 5 })
  })

  it('is a table for a spreadsheet, refuses what is no span, and shows another clinic nothing', async () => {
    await inClinic()
    for (let k = 0; k < 5; k++) await tell(await addPatient({ depth: 1, skin: 'III' }), 'redness')
    const csv = await clinician('GET', '/insight.csv')
    const lines = Buffer.from(csv.body).toString().split('\r\n')
    expect(lines[0]).toBe('"figure","by","group","sign","day","month","value"')
    expect(lines).toContain('"reported","all","","erythema","0","","5"')
    expect(lines).toContain('"questions","","","","","2026-11","0"')
    for (const query of [
      'from=2026-02-30',
      'to=soon',
      'from=2026-11-02&to=2026-11-02',
      'from=2025-01-01',
    ]) {
      const { status, body } = await clinician('GET', `/insight?${query}`)
      expect([query, status, body.issues?.[0].expression]).toEqual([
        query,
        400,
        query.startsWith('to') || query.includes('&') ? 'query.to' : 'query.from',
      ])
    }
    const abroad = askingAs(server, staff(await newClinic(server), 'owner'))
    const { body } = await abroad('GET', '/insight')
    expect(body).toMatchObject({ course: [], completion: { sessions: 0, withCheckIn: 0 } })
    const desk = askingAs(server, staff(clinicId, 'front-desk'))
    expect((await desk('GET', '/insight')).status).toBe(403)
  })
})
