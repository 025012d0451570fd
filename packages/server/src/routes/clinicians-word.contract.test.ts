import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Principal } from '../http/principal.ts'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  type TestServer,
} from '../testing/harness.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SKIN_III = { fitzpatrickSkinType: 'III', medicines: [], history: [] }

describe.each(DATABASES)('what a clinician alone may say on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let at: string
  let procedureId: string
  let end: number
  let clinician: Ask
  let desk: Ask
  let key: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
    desk = askingAs(server, staff(clinicId, 'front-desk', 'owner'))
    key = askingAs(server, apiKey(clinicId))
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    const made = await newPatientWithSession(server, clinicId)
    at = `/patients/${made.patientId}`
    procedureId = made.procedureId
    end = server.clock.now - HOUR_MS
  })

  const correct = (ask: Ask, endedAt: number, of = procedureId) =>
    ask('POST', `${at}/procedures/${of}/corrections`, { endedAt: iso(endedAt) })

  async function opensAt(): Promise<number> {
    const { body } = await desk('POST', `${at}/verdict`, { subject: 'makeup' })
    return Date.parse(body.opensAt)
  }

  async function eventTypes(): Promise<readonly string[]> {
    const { body } = await clinician('GET', `${at}/events`)
    return body.items.map(({ type }: { type: string }) => type)
  }

  describe('an end', () => {
    it('is moved later by the desk, and windows with it', async () => {
      const before = await opensAt()
      expect((await correct(desk, end + 1_800_000)).status).toBe(201)
      expect(await opensAt()).toBe(before + 1_800_000)
    })

    it.each(['desk', 'key'] as const)(
      'is moved earlier by no %s, not by a second, and nothing of it stays',
      async (who) => {
        const before = await opensAt()
        const told = await correct(who === 'desk' ? desk : key, end - 1_000)
        expect([told.status, told.body.type]).toEqual([403, '/problems#clinician-required'])
        expect(told.body.issues).toMatchObject([{ expression: 'endedAt' }])
        expect(told.body.detail).toMatch(/^endedAt: .*A clinician who is signed in may do it/)
        expect(await opensAt()).toBe(before)
        expect(await eventTypes()).not.toContain('corrected')
      },
    )

    it('may be told again as it is', async () => {
      expect((await correct(desk, end)).status).toBe(201)
    })

    it('is moved earlier by a clinician', async () => {
      const before = await opensAt()
      expect((await correct(clinician, end - HOUR_MS)).status).toBe(201)
      expect(await opensAt()).toBe(before - HOUR_MS)
    })

    it('is held against the one that counts now: back to the first is earlier', async () => {
      await correct(desk, end + 1_800_000)
      server.clock.now += 1_000
      expect((await correct(desk, end)).status).toBe(403)
    })

    it('that is over is put into the time to come by a clinician alone', async () => {
      const told = await correct(desk, server.clock.now + DAY_MS)
      expect([told.status, told.body.issues[0].expression]).toEqual([403, 'endedAt'])
    })

    it('that is to come is put off by the desk, and not brought forward', async () => {
      const planned = await procedure(desk, { endedAt: iso(server.clock.now + 40 * DAY_MS) })
      const later = server.clock.now + 41 * DAY_MS
      expect((await correct(desk, later, planned.body.procedureId)).status).toBe(201)
      server.clock.now += 1_000
      const earlier = await correct(desk, later - 1_000, planned.body.procedureId)
      expect(earlier.status).toBe(403)
    })

    it('that nobody knew is told by a clinician', async () => {
      const guess = { endedAt: iso(server.clock.now - HOUR_MS), endedAtEstimated: true }
      const { procedureId: guessed } = (await procedure(desk, guess)).body
      const told = await correct(desk, server.clock.now - HOUR_MS, guessed)
      expect([told.status, told.body.issues[0].expression]).toEqual([403, 'endedAt'])
      expect((await correct(clinician, server.clock.now - HOUR_MS, guessed)).status).toBe(201)
    })
  })

  describe('a fact', () => {
    it('is added by the desk, and taken back by a clinician', async () => {
      const more = { ...SKIN_III, history: ['keloid'], medicines: ['isotretinoin'] }
      expect((await desk('PUT', `${at}/facts`, more)).status).toBe(200)
      const less = { ...SKIN_III, medicines: ['isotretinoin'] }
      for (const ask of [desk, key]) {
        const told = await ask('PUT', `${at}/facts`, less)
        expect([told.status, told.body.issues[0].expression]).toEqual([403, 'history'])
      }
      expect((await clinician('PUT', `${at}/facts`, less)).status).toBe(200)
    })

    it('is not taken back in two steps, by leaving it out first', async () => {
      await desk('PUT', `${at}/facts`, { ...SKIN_III, history: ['keloid'] })
      const without = { fitzpatrickSkinType: 'III' }
      const left = await desk('PUT', `${at}/facts`, without)
      expect([left.status, left.body.issues[0].expression]).toEqual([403, 'history'])
      expect((await clinician('PUT', `${at}/facts`, without)).status).toBe(200)
      expect((await desk('PUT', `${at}/facts`, SKIN_III)).status).toBe(403)
      expect((await procedure(desk, { endedAt: iso(server.clock.now) })).status).toBe(201)
    })

    it('is not taken back with the next session either, and then there is no session', async () => {
      await desk('PUT', `${at}/facts`, { ...SKIN_III, history: ['keloid'] })
      const endedAt = iso(server.clock.now)
      const told = await procedure(desk, { endedAt, patient: SKIN_III })
      expect([told.status, told.body.issues[0].expression]).toEqual([403, 'patient.history'])
      expect((await eventTypes()).filter((type) => type === 'procedure')).toHaveLength(1)
      expect((await procedure(desk, { endedAt })).status).toBe(201)
    })
  })

  describe('an event', () => {
    const kinds = {
      procedure: async () => procedureId,
      'patient-facts': () => typed('patient-facts'),
      'check-in': () => said(desk, 'check-ins', { symptoms: [{ name: 'redness' }] }),
      clearance: () => said(clinician, 'clearances', { subject: 'makeup' }),
      override: () =>
        said(clinician, 'overrides', { subject: 'makeup', window: 'P9D', reason: 'deep' }),
      'patient-reported-advice': () => said(desk, 'advice', { subject: 'makeup', window: 'P9D' }),
      corrected: async () => {
        await correct(desk, end + 60_000)
        return typed('corrected')
      },
    }
    it.each(Object.keys(kinds) as (keyof typeof kinds)[])(
      'of type %s is taken back by a clinician, and by nobody else',
      async (type) => {
        const eventId = await kinds[type]()
        for (const ask of [desk, key]) {
          const told = await undo(ask, eventId)
          expect([told.status, told.body.issues[0].expression]).toEqual([403, 'eventId'])
          expect(told.body.detail).toContain(type)
        }
        expect(await eventTypes()).not.toContain('undone')
        expect((await undo(clinician, eventId)).status).toBe(201)
      },
    )

    it('that opens and closes nothing is taken back by the desk', async () => {
      const before = await opensAt()
      const didIt = await said(desk, 'done', { subject: 'makeup' })
      expect((await undo(desk, didIt)).status).toBe(201)
      expect(await opensAt()).toBe(before)
    })

    const undo = (ask: Ask, eventId: string) =>
      ask('POST', `${at}/events/${eventId}/undo`, { reason: 'a mistake' })

    async function said(ask: Ask, what: string, body: object): Promise<string> {
      server.clock.now += 1_000
      const told = await ask('POST', `${at}/${what}`, body)
      expect(told.status).toBe(201)
      return told.body.eventId ?? told.body.checkInId
    }

    async function typed(type: string): Promise<string> {
      const { body } = await clinician('GET', `${at}/events`)
      return body.items.find((one: { type: string }) => one.type === type).eventId
    }
  })

  function procedure(ask: Ask, more: object) {
    const told = { device: 'pen', needleDepthMm: 1.5, bodySites: ['face'], ...more }
    return ask('POST', `${at}/procedures`, told)
  }
})

function iso(at: number): string {
  return new Date(at).toISOString()
}

function apiKey(clinicId: string): Principal {
  const roles = ['clinician'] as const
  return { kind: 'api-key', apiKeyId: randomUUID(), name: 'Booking', clinicId, roles }
}
