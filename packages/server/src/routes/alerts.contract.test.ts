import { randomUUID } from 'node:crypto'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { escalate } from '../deliver/escalate.ts'
import { timestampOf } from '../store/database.ts'
import { alertForm } from './alert-shown.ts'
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
  START,
  type TestServer,
} from '../testing/harness.ts'
import { cursorOf } from '../http/page.ts'

const URGENT = { symptoms: [{ name: 'pus', severity: 'severe' }] }
const UNSURE = { symptoms: [{ name: 'a sort of tickle', severity: 'mild' }] }

interface Alert {
  readonly alertId: string
  readonly urgency: number
  readonly raisedAt: string
  readonly acknowledgedAt: string | null
}

const isSeen = ({ acknowledgedAt }: Alert) => Number(acknowledgedAt !== null)

describe.each(DATABASES)('the inbox on %s', (kind) => {
  let server: TestServer
  let desk: Ask
  let clinicId: string
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    desk = askingAs(server, staff(clinicId, 'front-desk'))
    for (const body of [UNSURE, URGENT, UNSURE, URGENT, URGENT, UNSURE, URGENT]) {
      const { patientId } = await newPatientWithSession(server, clinicId)
      const ask = askingAs(server, patient(clinicId, patientId))
      // Two of one instant: the order of a page is whole all the same.
      server.clock.now += body === URGENT ? 0 : 1_000
      await ask('POST', `/patients/${patientId}/check-ins`, body)
    }
    const { body } = await desk('GET', '/alerts?limit=2')
    for (const { alertId } of body.items as Alert[]) await acknowledged(desk, { alertId })
  })
  afterAll(() => server.close())

  it('is told page by page: unacknowledged, then the most urgent, then the one that waits longest; none twice', async () => {
    const seen: Alert[] = []
    let query = 'limit=2'
    for (;;) {
      const { status, body } = await desk('GET', `/alerts?${query}`)
      expect(status).toBe(200)
      seen.push(...(body.items as Alert[]))
      if (body.next === null) break
      query = `limit=2&cursor=${body.next}`
    }
    const whole = await desk('GET', '/alerts')
    expect(whole.body).toMatchObject({ next: null, items: seen })
    expect(new Set(seen.map(({ alertId }) => alertId)).size).toBe(7)
    const order = seen.toSorted(
      (a, b) =>
        isSeen(a) - isSeen(b) ||
        b.urgency - a.urgency ||
        Date.parse(a.raisedAt) - Date.parse(b.raisedAt),
    )
    expect(seen.map(isSeen)).toEqual([0, 0, 0, 0, 0, 1, 1])
    expect(seen.at(-1)?.urgency).toBeGreaterThan(seen[4]?.urgency ?? 4)
    expect(seen.map(({ urgency }) => urgency)).toEqual(order.map(({ urgency }) => urgency))
    expect(seen.map(({ raisedAt }) => raisedAt)).toEqual(order.map(({ raisedAt }) => raisedAt))
  })

  it('shows one alert with its tag and what it is of, and none to another clinic', async () => {
    const [first] = (await desk('GET', '/alerts?limit=1')).body.items
    const one = await desk('GET', `/alerts/${first.alertId}`)
    expect(one).toMatchObject({ status: 200, body: { ...first, kind: 'check-in' } })
    expect(one.headers.get('etag')).toBe(`"${first.revision}"`)
    const other = askingAs(server, staff(await newClinic(server), 'owner', 'clinician'))
    expect((await other('GET', `/alerts/${first.alertId}`)).status).toBe(404)
    expect((await desk('GET', '/alerts/none')).status).toBe(404)
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const audit = (await owner('GET', '/audit')).body.items as { action: string; detail: object }[]
    expect(audit.find(({ action }) => action === 'alert.read')?.detail).toEqual({
      alert: first.alertId,
      patient: first.patientId,
    })
  })

  it.each([
    ['text', 'nonsense'],
    ['another list', cursorOf(['a', 'b'])],
    [
      'an urgency that there is not',
      cursorOf([0, 2 ** 40, 0, '018f4b7e-0000-7000-8000-0000000000aa']),
    ],
    ['neither seen nor unseen', cursorOf([2, 4, 0, '018f4b7e-0000-7000-8000-0000000000aa'])],
    ['no instant', cursorOf([0, 4, 9e15, '018f4b7e-0000-7000-8000-0000000000aa'])],
    ['no id', cursorOf([0, 4, 0, '------------------------------------'])],
  ])('refuses a cursor of %s and names it', async (_, cursor) => {
    const { status, body } = await desk('GET', `/alerts?cursor=${cursor}`)
    expect(status).toBe(400)
    expect(body.detail).toContain('query.cursor')
  })
})

const DAY_MS = 86_400_000

describe.each(DATABASES)('what staff see of an alert on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    server.clock.now = START
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
  })

  /** A patient whose session ended at 11:00 in Dubai, three hours ago or more. */
  async function patientOnDay(day: number) {
    const { patientId } = await newPatientWithSession(server, clinicId)
    server.clock.now = START + day * DAY_MS
    return { patientId, own: askingAs(server, patient(clinicId, patientId)) }
  }
  const alertOf = async (patientId: string) =>
    (await clinician('GET', '/alerts')).body.items.find(
      (one: { patientId: string }) => one.patientId === patientId,
    )

  it('is the check-in as it was told, on which day after which session, and why it is urgent', async () => {
    const { patientId, own } = await patientOnDay(3)
    const symptoms = [{ name: 'pus', severity: 'severe' }]
    const told = await own('POST', `/patients/${patientId}/check-ins`, {
      symptoms,
      notes: 'it hurts',
    })
    // Of the day that it was told, however late it is read.
    server.clock.now += DAY_MS
    const alert = await alertOf(patientId)
    expect(alert).toMatchObject({
      kind: 'check-in',
      day: 3,
      procedure: { code: 'microneedling', device: 'pen', needleDepthMm: 1.5, bodySites: ['face'] },
      told: { at: '2026-11-25T12:00:00+04:00', notes: 'it hurts' },
    })
    expect(alert.procedure.endedAt).toBe('2026-11-22T11:00:00+04:00')
    expect(alert.told.signs).toMatchObject([{ code: 'purulent-discharge', severity: 'severe' }])
    expect(alert.reasons).toEqual(told.body.reasons)
    expect(alert.reasons.length).toBeGreaterThan(0)
    const one = await clinician('GET', `/alerts/${alert.alertId}`)
    expect(one.body).toEqual(alert)
    expect(alertForm.parse(alert)).toEqual(alert)
  })

  it('is a message in full, and that a question was sent on', async () => {
    const { patientId, own } = await patientOnDay(0)
    const body = 'I have a fever of 39.5. May I use snail cream?'
    await own('POST', `/patients/${patientId}/messages`, { body, kind: 'question' })
    const alert = await alertOf(patientId)
    expect(alert).toMatchObject({
      kind: 'message',
      day: 0,
      told: { body, question: true, signs: [] },
      reasons: [],
    })
  })

  it('says no day and no session where there is none', async () => {
    const { patientId } = (await clinician('POST', '/patients', { name: 'Aisha Rahman' })).body
    const own = askingAs(server, patient(clinicId, patientId))
    await own('POST', `/patients/${patientId}/messages`, { body: 'Can I come on Tuesday?' })
    expect(await alertOf(patientId)).toMatchObject({
      day: null,
      procedure: null,
      name: 'Aisha Rahman',
    })
  })

  it('says when more people are told, until somebody has seen it or they have been', async () => {
    const { headers } = await askingAs(server, staff(clinicId, 'owner'))('GET', '/clinic')
    const settings = { acknowledgeWithinMin: 20, escalationEmails: ['a@example.org'] }
    await askingAs(server, staff(clinicId, 'owner'))(
      'PATCH',
      '/clinic',
      { settings },
      {
        'if-match': headers.get('etag') ?? '',
      },
    )
    const [seen, late, calm] = [await patientOnDay(0), await patientOnDay(0), await patientOnDay(0)]
    for (const { patientId, own } of [seen, late])
      await own('POST', `/patients/${patientId}/check-ins`, URGENT)
    await calm.own('POST', `/patients/${calm.patientId}/check-ins`, UNSURE)
    const before = await alertOf(seen.patientId)
    expect(before.escalatesAt).toBe('2026-11-22T08:20:00.000Z')
    expect((await alertOf(calm.patientId)).escalatesAt).toBeNull()
    await acknowledged(clinician, before)
    expect((await alertOf(seen.patientId)).escalatesAt).toBeNull()
    const { alertId } = await alertOf(late.patientId)
    server.clock.now += 20 * 60_000
    await escalate(server.deps, { clinicId, alertId })
    expect(await alertOf(late.patientId)).toMatchObject({
      escalatesAt: null,
      escalatedAt: '2026-11-22T08:20:00.000Z',
    })
  })

  it('names whose it is, as the team does', async () => {
    const { db } = server.deps
    const userId = randomUUID()
    const now = timestampOf(START)
    const times = { createdAt: now, updatedAt: now }
    const email = `${userId}@example.org`
    await db
      .insertInto('authUser')
      .values({ id: userId, name: 'Sol Varga', email, emailVerified: true, ...times })
      .execute()
    const who = { name: 'Sol Varga', userId, secondFactor: true }
    const sol = askingAs(server, { kind: 'staff', clinicId, roles: ['clinician'], ...who })
    const { patientId, own } = await patientOnDay(0)
    await own('POST', `/patients/${patientId}/check-ins`, URGENT)
    expect((await alertOf(patientId)).ownerName).toBeNull()
    await acknowledged(sol, await alertOf(patientId))
    expect(await alertOf(patientId)).toMatchObject({ ownerId: userId, ownerName: 'Sol Varga' })
  })

  it('asks the database as often for a page of many patients as for one', async () => {
    let asked = 0
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked += 1
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const deps = { ...server.deps, db: server.deps.db.withPlugin(counting) }
    const ask = askingAs({ ...server, deps }, staff(clinicId, 'clinician'))
    const askedFor = async (patients: number) => {
      for (let k = 0; k < patients; k += 1) {
        const { patientId, own } = await patientOnDay(0)
        await own('POST', `/patients/${patientId}/check-ins`, URGENT)
      }
      asked = 0
      const { body } = await ask('GET', '/alerts')
      return { items: body.items.length, asked }
    }
    const one = await askedFor(1)
    expect(await askedFor(4)).toEqual({ items: 5, asked: one.asked })
    expect(one.asked).toBeGreaterThan(3)
  })
})
