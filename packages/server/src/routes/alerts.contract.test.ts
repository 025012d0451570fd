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
}

describe.each(DATABASES)('the inbox on %s', (kind) => {
  let server: TestServer
  let desk: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
    const clinicId = await newClinic(server)
    desk = askingAs(server, staff(clinicId, 'front-desk'))
    for (const body of [UNSURE, URGENT, UNSURE, URGENT, URGENT, UNSURE, URGENT]) {
      const { patientId } = await newPatientWithSession(server, clinicId)
      const ask = askingAs(server, patient(clinicId, patientId))
      // Two of one instant: the order of a page is whole all the same.
      server.clock.now += body === URGENT ? 0 : 1_000
      await ask('POST', `/patients/${patientId}/check-ins`, body)
    }
  })
  afterAll(() => server.close())

  it('is told page by page, the most urgent first and then the one that waits longest, none twice', async () => {
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
      (a, b) => b.urgency - a.urgency || Date.parse(a.raisedAt) - Date.parse(b.raisedAt),
    )
    expect(seen.map(({ urgency }) => urgency)).toEqual(order.map(({ urgency }) => urgency))
    expect(seen.map(({ raisedAt }) => raisedAt)).toEqual(order.map(({ raisedAt }) => raisedAt))
  })

  it.each([
    ['text', 'nonsense'],
    ['another list', cursorOf(['a', 'b'])],
    [
      'an urgency that there is not',
      cursorOf([2 ** 40, 0, '018f4b7e-0000-7000-8000-0000000000aa']),
    ],
    ['no instant', cursorOf([4, 9e15, '018f4b7e-0000-7000-8000-0000000000aa'])],
    ['no id', cursorOf([4, 0, '------------------------------------'])],
  ])('refuses a cursor of %s and names it', async (_, cursor) => {
    const { status, body } = await desk('GET', `/alerts?cursor=${cursor}`)
    expect(status).toBe(400)
    expect(body.detail).toContain('query.cursor')
  })
})
