import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  openTestServer,
  staff,
  type TestServer,
} from '../testing/harness.ts'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24

interface Item {
  readonly name: string
}

describe.each(DATABASES)('the series board on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  const iso = (at: number) => new Date(at).toISOString().replace('.000', '')
  const inClinic = async () => {
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
  }
  /** A patient whose sessions ended so many days ago; negative days are still to come. */
  const withSessions = async (name: string, daysAgo: readonly number[], patient: object = {}) => {
    const { body } = await clinician('POST', '/patients', { name, zone: 'Asia/Dubai' })
    const path = `/patients/${body.patientId}`
    const procedures: string[] = []
    for (const days of daysAgo) {
      const told = await clinician('POST', `${path}/procedures`, {
        endedAt: iso(server.clock.now - days * DAY_HOURS * HOUR_MS),
        device: 'pen',
        bodySites: ['face'],
        patient: { fitzpatrickSkinType: 'III', medicines: [], history: [], ...patient },
      })
      expect(told.status).toBe(201)
      procedures.push(told.body.procedureId)
    }
    return { path, procedures }
  }
  const board = async (query = '') => (await clinician('GET', `/series${query}`)).body
  const namesOf = ({ items }: { items: readonly Item[] }) => items.map(({ name }) => name)

  it('tells who is due, who is planned and who is held apart, and puts the dates where the sources say', async () => {
    await inClinic()
    await withSessions('Too early', [20])
    await withSessions('Due', [62, 30])
    await withSessions('Overdue', [43])
    await withSessions('Held', [35], { medicines: ['isotretinoin'] })
    // What a system left out is unknown beside what was told, which still holds.
    await withSessions('Held, and more may be', [36], { medicines: ['isotretinoin', 'unknown'] })
    await withSessions('Planned', [30, -3])
    await withSessions('Planned too early', [10, -5])
    await withSessions('Done', [150, 115, 80, 45])
    await withSessions('Long ago', [400])
    const due = await board()
    expect(namesOf(due)).toEqual(['Due', 'Overdue'])
    expect(due.items[0]).toMatchObject({
      done: [
        { endedAt: '2026-09-21T12:00:00+04:00', sessionNumber: 1 },
        { endedAt: '2026-10-23T12:00:00+04:00', sessionNumber: 2 },
      ],
      planned: [],
      wanted: { from: 3, to: 8 },
      next: { earliest: '2026-11-13', from: '2026-11-20', until: '2026-12-04', state: 'due' },
      gapsDays: [32],
      proposed: [{ number: 3, date: '2026-11-22' }, { number: 4 }],
    })
    expect(due.items[1].next).toMatchObject({ until: '2026-11-21', state: 'overdue' })
    expect(due.counts).toEqual({ inSeries: 8, planned: 2, waiting: 5 })
    const planned = await board('?state=planned')
    expect(namesOf(planned)).toEqual(['Planned', 'Planned too early'])
    expect(planned.items.map(({ next }: { next: object }) => next)).toMatchObject([
      { state: 'planned' },
      { earliest: '2026-12-03', state: 'too-early' },
    ])
    const held = await board('?state=held')
    expect(namesOf(held)).toEqual(['Held', 'Held, and more may be'])
    for (const one of held.items) {
      expect(one).toMatchObject({ next: { earliest: null, state: 'too-early' }, proposed: [] })
      expect(one.holds).toContainEqual(
        expect.objectContaining({ code: 'isotretinoin', until: null, endedBy: 'clearance' }),
      )
    }
    const all = await board('?state=all')
    expect(namesOf(all)).toHaveLength(8)
    const states = all.items.map(({ next }: { next: { state: string } }) => next.state)
    expect(states.filter((one: string) => one === 'done')).toHaveLength(1)
  })

  it('calls whoever has not said that a sign has gone, and says that nothing is planned before they have', async () => {
    await inClinic()
    const { path } = await withSessions('Not asked since', [0])
    const symptoms = [{ name: 'redness', severity: 'mild' }]
    await clinician('POST', `${path}/check-ins`, { symptoms })
    server.clock.now += 25 * DAY_HOURS * HOUR_MS
    const due = await board()
    expect(due.items).toMatchObject([
      { next: { earliest: null, state: 'due' }, proposed: [], holds: [{ endedBy: 'report' }] },
    ])
    expect(namesOf(await board('?state=held'))).toEqual(['Not asked since'])
    const gone = [{ name: 'redness', severity: 'none' }]
    await clinician('POST', `${path}/check-ins`, { symptoms: gone })
    expect((await board()).items).toMatchObject([{ next: { state: 'due' }, holds: [] }])
    expect((await board()).items[0].next.earliest).not.toBeNull()
    expect(namesOf(await board('?state=held'))).toEqual([])
  })

  it('asks whether a planned session was done once its time has passed, and counts it as none until somebody says so', async () => {
    await inClinic()
    const { path, procedures } = await withSessions('Planned', [30, -3])
    const endedAt = iso(server.clock.now + 3 * DAY_HOURS * HOUR_MS)
    expect(namesOf(await board('?state=to-confirm'))).toEqual([])
    server.clock.now += 4 * DAY_HOURS * HOUR_MS
    const asked = await board('?state=to-confirm')
    expect(asked.items).toMatchObject([
      {
        done: [{ sessionNumber: 1 }],
        planned: [],
        toConfirm: [{ procedureId: procedures[1] }],
        next: { state: 'to-confirm' },
      },
    ])
    // The next one waits all the same, as if it had taken place.
    const { earliest } = asked.items[0].next
    const leastMs = 21 * DAY_HOURS * HOUR_MS
    expect(earliest).toBe(iso(Date.parse(endedAt) + leastMs).slice(0, 10))
    const session = async () => (await clinician('GET', `${path}/session`)).body.toConfirm
    expect(await session()).toEqual([procedures[1]])
    const desk = askingAs(server, staff(clinicId, 'front-desk'))
    const said = await desk('POST', `${path}/procedures/${procedures[1]}/corrections`, { endedAt })
    expect(said.status).toBe(201)
    expect(await session()).toEqual([])
    expect(namesOf(await board('?state=to-confirm'))).toEqual([])
    const [one] = (await board('?state=all')).items
    expect(one).toMatchObject({ done: [{}, {}], toConfirm: [], next: { earliest } })
  })

  it('shows each once over its pages, also where most that are looked at are not shown', async () => {
    await inClinic()
    for (const [k, days] of [30, 31, 32, 33, 34, 35, 36, 37, 38, 39].entries())
      await withSessions(`${k}`, [days], k % 3 === 0 ? {} : { medicines: ['isotretinoin'] })
    const pages: string[] = []
    for (let query = '?limit=1'; ; ) {
      const page = await board(query)
      pages.push(...namesOf(page))
      if (page.next === null) break
      query = `?limit=1&cursor=${page.next}`
    }
    expect(pages).toEqual(['0', '3', '6', '9'])
    expect(namesOf(await board('?limit=3'))).toEqual(['0', '3', '6'])
  })

  it('goes by a session as it was corrected, and shows another clinic nothing', async () => {
    await inClinic()
    const { path, procedures } = await withSessions('Planned, then done', [-3])
    server.clock.now += 40 * DAY_HOURS * HOUR_MS
    const told = await clinician('POST', `${path}/procedures/${procedures[0]}/corrections`, {
      endedAt: iso(server.clock.now - 10 * DAY_HOURS * HOUR_MS),
    })
    expect(told.status).toBe(201)
    expect(namesOf(await board())).toEqual([])
    expect((await board('?state=all')).items[0].next).toMatchObject({ state: 'too-early' })
    const abroad = askingAs(server, staff(await newClinic(server), 'owner'))
    const { body } = await abroad('GET', '/series?state=all')
    expect(body).toEqual({
      items: [],
      next: null,
      counts: { inSeries: 0, planned: 0, waiting: 0 },
    })
    expect((await clinician('GET', '/series?cursor=e30')).status).toBe(400)
  })
})
