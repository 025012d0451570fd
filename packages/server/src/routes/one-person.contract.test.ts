import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Ask,
  askingAs,
  DATABASES,
  type DatabaseKind,
  newClinic,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LONGER = { lengthen: [{ subject: 'makeup', until: 'P10D' }] }
const CLEARED = ['aha', 'retinoids', 'bha', 'vitamin-c', 'benzoyl-peroxide']

const servers = new Map<DatabaseKind, TestServer>()
afterAll(() => Promise.all([...servers.values()].map((one) => one.close())))

describe.each(DATABASES)('one person on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  let now: number
  beforeEach(async () => {
    server = servers.get(kind) ?? (await openTestServer(kind))
    servers.set(kind, server)
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
    now = server.clock.now
  })

  async function person(endedAt?: number, zone = 'Asia/Dubai'): Promise<string> {
    const { body } = await clinician('POST', '/patients', { name: 'Aisha', zone })
    if (endedAt !== undefined) await session(body.patientId, endedAt)
    return body.patientId
  }

  async function session(patientId: string, endedAt: number): Promise<void> {
    const told = await clinician('POST', `/patients/${patientId}/procedures`, {
      endedAt: new Date(endedAt).toISOString(),
      device: 'pen',
      needleDepthMm: 1.5,
      bodySites: ['face'],
      setting: 'clinic',
    })
    expect(told.status).toBe(201)
  }

  async function verdict(patientId: string, subject = 'makeup') {
    return (await clinician('POST', `/patients/${patientId}/verdict`, { subject })).body
  }

  async function merge(from: string, into: string) {
    const revisionOf = async (id: string) =>
      (await clinician('GET', `/patients/${id}`)).body.revision
    const [revision, intoRevision] = [await revisionOf(from), await revisionOf(into)]
    const told = await clinician('POST', `/patients/${from}/merge`, {
      into,
      revision,
      intoRevision,
    })
    expect(told.status).toBe(200)
    return told.body
  }

  it('has the version that their clinic has when their first session is recorded', async () => {
    const known = await person()
    await clinician('POST', '/adoptions', { changes: LONGER, apply: 'new' })
    await session(known, now - HOUR)
    const other = await person(now - HOUR)
    expect(await verdict(known)).toEqual(await verdict(other))
    expect((await verdict(known)).opensAt).toBe('2026-12-02T11:00:00+04:00')
  })

  it('keeps the version of the first session when a second one is recorded', async () => {
    const known = await person(now - 2 * HOUR)
    const before = (await clinician('GET', `/patients/${known}/plan`)).body.protocols
    await clinician('POST', '/adoptions', { changes: LONGER, apply: 'new' })
    await session(known, now - HOUR)
    expect((await clinician('GET', `/patients/${known}/plan`)).body.protocols).toEqual(before)
  })

  it.each([
    ['the older into the newer', (older: string, newer: string) => [older, newer] as const],
    ['the newer into the older', (older: string, newer: string) => [newer, older] as const],
  ])('has the newer version of two records: %s', async (_, order) => {
    const older = await person(now - 3 * HOUR)
    await clinician('POST', '/adoptions', { changes: LONGER, apply: 'new' })
    const newer = await person(now - HOUR)
    const { opensAt } = await verdict(newer)
    const [from, into] = order(older, newer)
    await merge(from, into)
    expect((await verdict(into)).opensAt).toBe(opensAt)
  })

  it('is answered by no record that was merged into another', async () => {
    const old = await person(now - 90 * DAY)
    const into = await person(now - HOUR)
    expect((await verdict(old)).status).toBe('allowed')
    await merge(old, into)
    const asks = [
      ['GET', 'plan', undefined],
      ['POST', 'verdict', { subject: 'makeup' }],
      ['POST', 'ask', { q: 'can I wear makeup today?' }],
      ['POST', 'label', { product: 'serum' }],
      ['POST', 'receipts', { kind: 'sheet' }],
      ['GET', 'check-ins', undefined],
    ] as const
    for (const [method, what, body] of asks) {
      const told = await clinician(method, `/patients/${old}/${what}`, body)
      expect([what, told.status]).toEqual([what, 410])
      expect(told.body.detail).toContain(into)
    }
  })

  it.each([
    ['the one that was merged', (a: string, b: string) => [a, b] as const],
    ['the one that stands', (a: string, b: string) => [b, a] as const],
  ])(
    'is not cleared for a session by what was cleared without knowing of it, in %s',
    async (_, order) => {
      const cleared = await person(now - 60 * DAY)
      const other = await person(now - 30 * DAY)
      for (const subject of CLEARED) {
        await clinician('POST', `/patients/${cleared}/clearances`, { subject })
      }
      const statuses = (id: string) =>
        Promise.all(CLEARED.map(async (subject) => (await verdict(id, subject)).status as string))
      const before = await statuses(other)
      expect(before).not.toContain('allowed')
      const [from, into] = order(cleared, other)
      const { toConfirm } = await merge(from, into)
      expect(await statuses(into)).toEqual(before)
      expect(toConfirm).toEqual(CLEARED.map((subject) => ({ type: 'clearance', subject })))
      await clinician('POST', `/patients/${into}/clearances`, { subject: 'aha' })
      expect((await verdict(into, 'aha')).status).toBe('allowed')
    },
  )

  it('keeps a window that a clinician made longer, and none that a clinician made shorter without knowing of the other session', async () => {
    const moved = await person(now - 5 * HOUR)
    const other = await person(now - HOUR)
    const set = (subject: string, window: string) =>
      clinician('POST', `/patients/${moved}/overrides`, { subject, window, reason: 'as we said' })
    expect((await set('exercise', 'P20D')).status).toBe(201)
    expect((await set('makeup', 'PT48H')).status).toBe(201)
    const opens = async (id: string, subject: string) =>
      Date.parse((await verdict(id, subject)).opensAt)
    const before = await opens(other, 'makeup')
    await merge(moved, other)
    expect(await opens(other, 'makeup')).toBeGreaterThanOrEqual(before)
    expect(await opens(other, 'exercise')).toBeGreaterThanOrEqual(now - 5 * HOUR + 20 * DAY)
  })

  it('has each session in the zone of its days, whatever the zone of the other record', async () => {
    // The night between them summer time ended in London: a day of 25 hours.
    server.clock.now = Date.parse('2026-10-25T08:00:00Z')
    const london = await person(Date.parse('2026-10-24T12:00:00Z'), 'Europe/London')
    const dubai = await person(Date.parse('2026-10-01T12:00:00Z'), 'Asia/Dubai')
    const opens = async (id: string) => {
      const all = ['exercise', 'sauna', 'swimming-pool', 'makeup'].map((one) => verdict(id, one))
      return (await Promise.all(all)).map(({ opensAt }) => Date.parse(opensAt))
    }
    const before = await opens(london)
    await merge(london, dubai)
    expect(await opens(dubai)).toEqual(before)
    server.clock.now = now
  })

  it('changes the days of no session that is over by saying where they are', async () => {
    server.clock.now = Date.parse('2026-10-24T14:00:00Z')
    const id = await person(Date.parse('2026-10-24T12:00:00Z'), 'Europe/London')
    const me = askingAs(server, patient(clinicId, id))
    const before = await verdict(id, 'exercise')
    const late = await me('POST', `/patients/${id}/moves`, {
      zone: 'Asia/Dubai',
      at: '2026-10-24T11:00:00Z',
    })
    expect([late.status, late.body.issues[0].expression]).toEqual([400, 'at'])
    const { headers } = await clinician('GET', `/patients/${id}`)
    const match = { 'if-match': headers.get('etag') ?? '' }
    for (const ask of [clinician, me]) {
      const told = await ask('PATCH', `/patients/${id}`, { zone: 'Asia/Dubai' }, match)
      expect([told.status, told.body.issues[0].expression]).toEqual([422, 'zone'])
    }
    const moved = await me('POST', `/patients/${id}/moves`, { zone: 'Asia/Dubai' })
    expect(moved.status).toBe(201)
    const after = await verdict(id, 'exercise')
    expect(Date.parse(after.opensAt)).toBe(Date.parse(before.opensAt))
    server.clock.now = now
  })
})

describe.each(DATABASES)('an alarm on %s', (kind) => {
  let server: TestServer
  let desk: Ask
  let me: Ask
  let id: string
  beforeEach(async () => {
    server = servers.get(kind) ?? (await openTestServer(kind))
    servers.set(kind, server)
    const clinicId = await newClinic(server)
    desk = askingAs(server, staff(clinicId, 'front-desk'))
    id = (await desk('POST', '/patients', { name: 'Aisha' })).body.patientId
    me = askingAs(server, patient(clinicId, id))
  })

  const BREATH = { symptoms: [{ name: 'breathing-difficulty', severity: 'severe' }] }
  const inbox = async () => (await desk('GET', '/alerts')).body.items

  it('is heard before there is any procedure, kept, and counts no less when there is one', async () => {
    const told = await me('POST', `/patients/${id}/check-ins`, BREATH)
    expect([told.status, told.body.disposition]).toEqual([201, 'emergency'])
    expect(await inbox()).toMatchObject([{ patientId: id, disposition: 'emergency' }])
    const list = await me('GET', `/patients/${id}/check-ins`)
    expect(list.body.items).toMatchObject([{ answer: { disposition: 'emergency' } }])
    const calm = await me('POST', `/patients/${id}/check-ins`, { symptoms: [] })
    expect(calm.body.disposition).not.toBe('expected')
  })

  it('is heard in a question before there is any procedure, and nothing else is answered', async () => {
    const told = await me('POST', `/patients/${id}/ask`, {
      q: 'I cannot breathe. Can I wear makeup?',
    })
    expect([told.status, told.body.disposition, told.body.parts]).toEqual([200, 'emergency', []])
    expect([told.body.kind, told.body.status]).toEqual(['triage', null])
    expect(told.body.understood.day).toBeNull()
    expect(told.body.text).toContain('We understood: Makeup, Trouble breathing.')
    const calm = await me('POST', `/patients/${id}/ask`, { q: 'Can I wear makeup?' })
    expect(calm.status).toBe(409)
  })

  it.each([
    ['hours fast', '2026-11-22T11:00:00Z'],
    ['not set', '1969-12-31T16:00:00-08:00'],
    ['of a year to come', '2199-01-01T00:00:00Z'],
  ])('is heard from a phone whose clock is %s, as of now', async (_, at) => {
    const told = await me('POST', `/patients/${id}/check-ins`, { ...BREATH, at })
    expect([told.status, told.body.disposition]).toEqual([201, 'emergency'])
    expect(told.body.issues).toMatchObject([{ severity: 'warning', expression: 'at' }])
    expect(await inbox()).toHaveLength(1)
  })

  it('is refused with a text that is no time, by name', async () => {
    const told = await me('POST', `/patients/${id}/check-ins`, { ...BREATH, at: 'yesterday' })
    expect([told.status, told.body.issues[0].expression]).toEqual([400, 'at'])
  })
})
