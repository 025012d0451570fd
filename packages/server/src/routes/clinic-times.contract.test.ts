import { formatInstant } from '@afterglow/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remindersIn } from '../deliver/delivery-row.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  openTestServer,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import {
  copyPatients,
  deliveriesIn,
  newReminded,
  type Place,
  wakeOf,
} from '../wake/wake-testing.ts'
import { wakeAll } from '../wake/worker.ts'

const ZONE = 'Asia/Dubai'
const ENDED = '2026-11-22T11:00:00+04:00'
const NO_NIGHT = { quietHours: null }
const at = (clock: string, day = 24): number => Date.parse(`2026-11-${day}T${clock}:00+04:00`)

describe.each(DATABASES)('when a clinic writes to its patients, on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  async function change(clinicId: string, settings: object): Promise<void> {
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const { headers } = await owner('GET', '/clinic')
    const tag = { 'if-match': headers.get('etag') ?? '' }
    const told = await owner('PATCH', '/clinic', { settings }, tag)
    if (told.status !== 200) throw new Error(JSON.stringify(told.body))
  }

  async function reminded(settings: object): Promise<Place> {
    server.clock.now = Date.parse(ENDED)
    const clinicId = await newClinic(server, { zone: ZONE })
    await change(clinicId, settings)
    return newReminded(server, clinicId, { zone: ZONE, endedAt: ENDED })
  }

  /** Turns the clock to each instant at which the plan is to be looked at, up to `end`, and then to `end`. */
  async function liveUntil(place: Place, end: number): Promise<void> {
    for (;;) {
      const wake = await wakeOf(server, place)
      if (wake === undefined || wake.dueAt > end) break
      server.clock.now = Math.max(server.clock.now, wake.dueAt)
      await wakeAll(server.deps)
    }
    server.clock.now = end
  }

  async function toldTo(place: Place): Promise<readonly string[]> {
    const rows = await deliveriesIn(server, place)
    return rows.flatMap(({ reminder }) => remindersIn(reminder).map(({ id }) => id)).toSorted()
  }

  /** By the wall clock, when what is kept for a digest was told. */
  async function digestedAt(place: Place, since: number): Promise<readonly string[]> {
    const rows = await deliveriesIn(server, place)
    return rows
      .filter(({ dueAt }) => dueAt >= since)
      .filter(({ reminder }) => remindersIn(reminder).some(({ id }) => id.startsWith('window-')))
      .map(({ dueAt }) => formatInstant(dueAt, ZONE).slice(8, 16))
  }

  it('brings what waits for a later time at the new one, and nothing twice', async () => {
    const place = await reminded({ ...NO_NIGHT, digestAt: '18:00' })
    await liveUntil(place, at('10:00'))
    await change(place.clinicId, { digestAt: '12:00' })
    await liveUntil(place, at('12:00', 27))
    expect(await digestedAt(place, at('10:00'))).toEqual(['24T12:00', '25T12:00', '27T12:00'])
    const told = await toldTo(place)
    expect(new Set(told).size).toBe(told.length)
  })

  it('loses nothing that the new time has passed already, and still tells nothing twice', async () => {
    const place = await reminded({ ...NO_NIGHT, digestAt: '18:00' })
    await liveUntil(place, at('13:00'))
    await change(place.clinicId, { digestAt: '17:00' })
    await liveUntil(place, at('13:30'))
    expect(await digestedAt(place, at('10:00'))).toEqual([])
    await change(place.clinicId, { digestAt: '12:00' })
    await liveUntil(place, at('13:31'))
    expect(await digestedAt(place, at('10:00'))).toEqual(['24T12:00'])
    await liveUntil(place, at('12:00', 27))
    const told = await toldTo(place)
    expect(new Set(told).size).toBe(told.length)
  })

  it('has a clinic’s plans looked at within minutes, not all at once, and no other clinic’s', async () => {
    const place = await reminded({})
    const other = await reminded({})
    const due = { handledUntil: server.clock.now, dueAt: at('09:00', 30) }
    const ids = await copyPatients(server, place, { count: 250, ...due })
    const otherWake = await wakeOf(server, other)
    await change(place.clinicId, { phone: '+971 4 123' })
    expect((await wakeOf(server, { ...place, patientId: ids[0] ?? '' }))?.dueAt).toBe(due.dueAt)
    await change(place.clinicId, { checkInAt: '17:00' })
    const dueAt = new Set<number>()
    for (const patientId of ids)
      dueAt.add((await wakeOf(server, { ...place, patientId }))?.dueAt ?? 0)
    expect([...dueAt].toSorted((a, b) => a - b)).toEqual(
      [0, 1, 2].map((k) => server.clock.now + k * 1_000),
    )
    expect(await wakeOf(server, other)).toEqual(otherWake)
  })
})
