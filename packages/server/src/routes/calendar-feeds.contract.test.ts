import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  START,
  type TestServer,
} from '../testing/harness.ts'

const DAY_MS = 86_400_000

/** An entry as another reader of calendars finds it. */
interface Entry {
  readonly sequence: number
  readonly stamp: string
  readonly status: string | null
  readonly start: string
  /** All that a person sees of it. */
  readonly shown: string
}

type Entries = ReadonlyMap<string, Entry>
const STAMPS = new Set(['uid', 'dtstamp', 'sequence', 'last-modified'])

function entriesIn(text: string): Entries {
  const jcal = ICAL.parse(text) as unknown as ConstructorParameters<typeof ICAL.Component>[0]
  const entries = new ICAL.Component(jcal).getAllSubcomponents('vevent').map((one) => {
    const told = (name: string) => one.getFirstPropertyValue(name)?.toString() ?? null
    const shown = one.getAllProperties().filter(({ name }) => !STAMPS.has(name))
    const entry = {
      sequence: Number(told('sequence')),
      stamp: String(told('dtstamp')),
      status: told('status'),
      start: String(told('dtstart')),
      shown: shown.map((property) => property.toICALString()).join('\n'),
    }
    return [String(told('uid')), entry] as const
  })
  return new Map(entries)
}

/** What a calendar program would not hear of, or would be told without there being anything new. */
function faultsBetween(before: Entries, after: Entries): readonly string[] {
  return [...before].flatMap(([uid, was]) => {
    const is = after.get(uid)
    if (is === undefined) return [`${uid} vanished`]
    if (was.shown !== is.shown) return is.sequence > was.sequence ? [] : [`${uid} changed unseen`]
    return is.sequence === was.sequence && is.stamp === was.stamp ? [] : [`${uid} was told again`]
  })
}

const cancelledIn = (entries: Entries) =>
  [...entries].flatMap(([uid, { status }]) => (status === 'CANCELLED' ? [uid] : []))

describe.each(DATABASES)('a calendar that is fetched again, on %s', (kind) => {
  let server: TestServer
  let ask: Ask
  let path: string
  let procedureId: string
  let fetched: () => Promise<Entries>
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    server.clock.now = START
    const clinicId = await newClinic(server)
    ask = askingAs(server, staff(clinicId, 'clinician'))
    const patient = await newPatientWithSession(server, clinicId)
    procedureId = patient.procedureId
    path = `/patients/${patient.patientId}`
    const { body } = await ask('POST', `${path}/calendar-feeds`, { detailed: true })
    fetched = async () => {
      const answer = await server.app.request(body.url.replace('https://care.example', ''))
      return entriesIn(await answer.text())
    }
  })

  async function told(way: string, body: object): Promise<Record<string, string>> {
    server.clock.now += DAY_MS
    const answer = await ask('POST', `${path}${way}`, body)
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
    return answer.body as Record<string, string>
  }

  const plannedSession = { endedAt: '2026-12-30T08:00:00Z', device: 'pen', bodySites: ['face'] }

  it('keeps what was cancelled, as cancelled, for 30 days and no longer', async () => {
    const one = await fetched()
    const { procedureId: second } = await told('/procedures', plannedSession)
    const two = await fetched()
    expect(two.size).toBeGreaterThan(one.size)
    expect(faultsBetween(one, two)).toEqual([])
    await told(`/events/${second}/undo`, { reason: 'she cannot come' })
    const three = await fetched()
    expect(faultsBetween(two, three)).toEqual([])
    const added = [...two.keys()].filter((uid) => !one.has(uid))
    expect(cancelledIn(three)).toEqual(expect.arrayContaining(added))
    server.clock.now += 30 * DAY_MS - 1_000
    expect(await fetched()).toEqual(three)
    server.clock.now += 1_000
    const later = await fetched()
    expect(cancelledIn(later)).toEqual([])
    expect([...later.keys()].toSorted()).toEqual([...one.keys()].toSorted())
  })

  it('moves an entry under the id that it had, by a higher sequence', async () => {
    const before = await fetched()
    await told(`/procedures/${procedureId}/corrections`, { endedAt: '2026-11-22T09:00:00Z' })
    const after = await fetched()
    expect(faultsBetween(before, after)).toEqual([])
    const moved = [...before].filter(([uid, { start }]) => after.get(uid)?.start !== start)
    expect(moved.length).toBeGreaterThan(3)
    expect(cancelledIn(after)).toEqual([])
  })

  it('tells a program of every change once, and of nothing else, whatever happens', async () => {
    const steps: readonly (readonly [string, object])[] = [
      ['/check-ins', { symptoms: [{ name: 'redness', severity: 'mild' }] }],
      ['/overrides', { subject: 'makeup', window: 'P9D', reason: 'slow to heal' }],
      ['/procedures', plannedSession],
      ['/done', { subject: 'makeup' }],
      ['/moves', { zone: 'America/New_York' }],
      ['/procedures/ID/corrections', { endedAt: '2026-11-22T09:00:00Z' }],
      ['/check-ins', { symptoms: [{ name: 'itch', severity: 'mild' }] }],
    ]
    let before = await fetched()
    for (const [way, body] of steps) {
      await told(way.replace('ID', procedureId), body)
      const after = await fetched()
      expect([way, faultsBetween(before, after)]).toEqual([way, []])
      before = after
    }
  })

  it('tells of what a clinic’s own version moves when running plans are given it', async () => {
    const before = await fetched()
    await told('/check-ins', { symptoms: [{ name: 'redness', severity: 'mild' }] })
    const changes = { lengthen: [{ subject: 'makeup', until: 'P12D' }] }
    server.clock.now += DAY_MS
    expect((await ask('POST', '/adoptions', { changes, apply: 'running' })).status).toBe(201)
    const after = await fetched()
    expect(faultsBetween(before, after)).toEqual([])
    expect([...after].some(([uid, { shown }]) => before.get(uid)?.shown !== shown)).toBe(true)
    await told('/overrides', { subject: 'swimming', window: 'P20D', reason: 'slow to heal' })
    expect(faultsBetween(after, await fetched())).toEqual([])
  })
})
