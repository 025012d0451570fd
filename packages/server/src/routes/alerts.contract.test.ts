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
    for (const { alertId } of body.items as Alert[])
      await desk('POST', `/alerts/${alertId}/acknowledge`, {})
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
