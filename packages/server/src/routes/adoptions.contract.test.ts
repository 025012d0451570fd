import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

const LONGER = { lengthen: [{ subject: 'makeup', until: 'P10D', note: 'as our clinic has it' }] }
const SHORTER = { shorten: [{ subject: 'makeup', until: 'P2D', reason: 'mineral makeup only' }] }
const OWN = {
  subjects: [
    {
      subject: 'clinic-glow-serum',
      broader: 'makeup',
      names: { en: 'Glow serum' },
      positions: [{ stance: 'ask', text: { en: 'Ask us first.' } }],
    },
  ],
}

describe.each(DATABASES)('adoptions on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  beforeEach(async () => {
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
  })
  afterAll(() => server.close())

  const makeupOf = async (patientId: string) => {
    const { body } = await clinician('POST', `/patients/${patientId}/verdict`, {
      subject: 'makeup',
    })
    return body.opensAt as string
  }

  it('leaves a plan that runs as it was, and gives a new patient what was published', async () => {
    const old = await newPatientWithSession(server, clinicId)
    const before = await clinician('GET', `/patients/${old.patientId}/plan`)
    const told = await clinician('POST', '/adoptions', { changes: LONGER, apply: 'new' })
    expect(told.status, JSON.stringify(told.body)).toBe(201)
    expect(told.body).toMatchObject({ number: 1, by: 'Dr Noor' })
    expect(told.body.protocols[0].version).toBe(`1.0.0+${clinicId.slice(0, 8)}.1`)
    const after = await clinician('GET', `/patients/${old.patientId}/plan`)
    expect(after.body.hash).toBe(before.body.hash)
    const fresh = await newPatientWithSession(server, clinicId)
    expect(await makeupOf(fresh.patientId)).toBe('2026-12-02T11:00:00+04:00')
    expect(await makeupOf(old.patientId)).toBe('2026-11-25T13:00:00+04:00')
  })

  it('changes exactly the running plans that its preview counted', async () => {
    const touched = await newPatientWithSession(server, clinicId)
    const other = await newPatientWithSession(server, clinicId)
    // A clinician has kept it shut for longer already: nothing changes for this one.
    await clinician('POST', `/patients/${other.patientId}/overrides`, {
      subject: 'makeup',
      window: 'P20D',
      reason: 'very slow to heal',
    })
    const draft = { changes: { lengthen: [{ subject: 'mineral-makeup', until: 'P9D' }] } }
    const { body } = await clinician('POST', '/adoptions/preview', draft)
    expect(body.issues).toEqual([])
    expect(body.plans).toMatchObject({ running: 2, changed: 1 })
    expect(body.plans.first).toEqual([
      {
        patientId: touched.patientId,
        subjects: [
          {
            subject: 'mineral-makeup',
            before: { status: 'avoid', opensAt: '2026-11-25T13:00:00+04:00' },
            after: { status: 'avoid', opensAt: '2026-12-01T11:00:00+04:00' },
          },
        ],
      },
    ])
    expect(body.diff.changes.map((one: { rule: string }) => one.rule)).toContain(
      `position clinic-${clinicId.slice(0, 8)}-mineral-makeup`,
    )
    await clinician('POST', '/adoptions', { ...draft, apply: 'new' })
    expect((await clinician('GET', '/adoptions/current')).body.older).toBe(2)
    const done = await clinician('POST', '/adoptions/1/apply')
    expect(done.body).toEqual({ repinned: 2, changed: 1, failed: 0, raisedAgain: 0 })
    expect((await clinician('GET', '/adoptions/current')).body.older).toBe(0)
    const again = await clinician('POST', '/adoptions/1/apply')
    expect(again.body).toEqual({ repinned: 0, changed: 0, failed: 0, raisedAgain: 0 })
  })

  it('shortens every plan by the word of the clinician who published, and not a person’s own', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const own = await newPatientWithSession(server, clinicId)
    await clinician('POST', `/patients/${own.patientId}/overrides`, {
      subject: 'makeup',
      window: 'P20D',
      reason: 'very slow to heal',
    })
    const told = await clinician('POST', '/adoptions', { changes: SHORTER, apply: 'running' })
    expect(told.status, JSON.stringify(told.body)).toBe(201)
    expect(await makeupOf(patientId)).toBe('2026-11-24T11:00:00+04:00')
    expect(await makeupOf(own.patientId)).toBe('2026-12-12T11:00:00+04:00')
    const plan = await clinician('GET', `/patients/${patientId}/plan`)
    expect(plan.body.events).toContainEqual(
      expect.objectContaining({ type: 'override', by: 'Dr Noor', reason: 'mineral makeup only' }),
    )
    const checkIn = await clinician('POST', `/patients/${patientId}/check-ins`, {
      symptoms: [{ name: 'redness', severity: 'mild' }],
    })
    expect(checkIn.status).toBe(201)
  })

  it('refuses a shortening below the floor whole, and nothing of it is written', async () => {
    const changes = {
      ...LONGER,
      ...SHORTER,
      lengthen: [],
      shorten: [{ subject: 'makeup', until: 'PT1H', reason: 'she asked' }],
    }
    const told = await clinician('POST', '/adoptions', { changes, apply: 'running' })
    expect(told.status).toBe(422)
    expect(told.body.issues[0].expression).toBe('changes.shorten[0].until')
    expect((await clinician('GET', '/adoptions')).body.items).toEqual([])
    const versions = await clinician('GET', '/protocols')
    expect(versions.body.items.filter((one: { own: boolean }) => one.own)).toEqual([])
  })

  it('takes a shortening from a clinician alone, and nothing at all from the front desk', async () => {
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const desk = askingAs(server, staff(clinicId, 'front-desk'))
    const body = { changes: SHORTER, apply: 'new' }
    expect((await owner('POST', '/adoptions', body)).status).toBe(403)
    expect((await desk('POST', '/adoptions', { changes: LONGER, apply: 'new' })).status).toBe(403)
    expect((await desk('POST', '/adoptions/preview', { changes: LONGER })).status).toBe(403)
    expect((await owner('POST', '/adoptions', { changes: LONGER, apply: 'new' })).status).toBe(201)
    await clinician('POST', '/adoptions', body)
    expect((await owner('POST', '/adoptions/2/rollback', { apply: 'new' })).status).toBe(403)
    expect((await owner('POST', '/adoptions/2/apply')).status).toBe(403)
  })

  it('brings an older number back under the next one, with the versions that it had', async () => {
    const first = await clinician('POST', '/adoptions', { changes: LONGER, apply: 'new' })
    await clinician('POST', '/adoptions', { changes: {}, apply: 'new' })
    const back = await clinician('POST', '/adoptions/1/rollback', { apply: 'new' })
    expect(back.body).toMatchObject({ number: 3, rollbackOf: 1 })
    expect(back.body.protocols).toEqual(first.body.protocols)
    const same = await clinician('GET', '/adoptions/1/diff/3')
    expect(same.body.protocols[0].changes).toEqual([])
    const differs = await clinician('GET', '/adoptions/2/diff/3')
    expect(differs.body.protocols[0].changes.map((one: { kind: string }) => one.kind)).toEqual([
      'added',
      'added',
    ])
    const { patientId } = await newPatientWithSession(server, clinicId)
    expect(await makeupOf(patientId)).toBe('2026-12-02T11:00:00+04:00')
  })

  it('takes nothing back that somebody else published meanwhile', async () => {
    const longer = { changes: LONGER, apply: 'new', after: 0 }
    expect((await clinician('POST', '/adoptions', longer)).status).toBe(201)
    const own = { changes: OWN, apply: 'new', after: 0 }
    const refused = await clinician('POST', '/adoptions', own)
    expect([refused.status, refused.body.detail]).toEqual([412, expect.stringContaining('1')])
    const back = (after: number) =>
      clinician('POST', '/adoptions/1/rollback', { apply: 'new', after })
    expect((await back(0)).status).toBe(412)
    expect((await clinician('GET', '/adoptions/current')).body.number).toBe(1)
    expect((await clinician('POST', '/adoptions', { ...own, after: 1 })).status).toBe(201)
    expect((await back(2)).body).toMatchObject({ number: 3, rollbackOf: 1 })
  })

  it('never gives a plan that has a newer number an older one', async () => {
    await clinician('POST', '/adoptions', { changes: LONGER, apply: 'new' })
    await clinician('POST', '/adoptions', { changes: {}, apply: 'new' })
    const { patientId } = await newPatientWithSession(server, clinicId)
    const done = await clinician('POST', '/adoptions/1/apply')
    expect(done.body.repinned).toBe(0)
    expect(await makeupOf(patientId)).toBe('2026-11-25T13:00:00+04:00')
  })

  it('answers on the clinic’s own subject by its name', async () => {
    await clinician('POST', '/adoptions', { changes: OWN, apply: 'new' })
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = { subject: 'Glow serum' }
    const { body } = await clinician('POST', `/patients/${patientId}/verdict`, ask)
    expect(body).toMatchObject({ subject: 'clinic-glow-serum', status: 'avoid' })
    const version = await clinician('GET', `/protocols/${await ownHash()}`)
    const shown = version.body.evidence.find(
      (one: { subject: string }) => one.subject === 'clinic-glow-serum',
    )
    expect(shown.bySource[0]).toMatchObject({ kind: 'clinic', publisher: 'Riverside' })
  })

  const ownHash = async () => {
    const { body } = await clinician('GET', '/protocols')
    const own = body.items.find((one: { own: boolean }) => one.own)
    return own.hash as string
  }

  it('shows another clinic neither the adoption nor the version that it made', async () => {
    await clinician('POST', '/adoptions', { changes: LONGER, apply: 'new' })
    const hash = await ownHash()
    const other = askingAs(server, staff(await newClinic(server), 'owner', 'clinician'))
    expect((await other('GET', '/adoptions')).body.items).toEqual([])
    expect((await other('GET', '/adoptions/current')).body.number).toBe(0)
    expect((await other('GET', `/protocols/${hash}`)).status).toBe(404)
    expect((await other('POST', '/adoptions/1/rollback', { apply: 'new' })).status).toBe(404)
    const versions = await other('GET', '/protocols')
    expect(versions.body.items.map((one: { hash: string }) => one.hash)).not.toContain(hash)
    const base = [hash]
    const onIt = await other('POST', '/adoptions', { changes: {}, base, apply: 'new' })
    expect(onIt.status).toBe(400)
  })

  it.each([
    [{ lengthen: [{ subject: 'moon-walk', until: 'P3D' }] }, 'changes.lengthen[0].subject'],
    [{ lengthen: [{ subject: 'makeup', until: 'PT1H' }] }, 'changes.lengthen[0].until'],
    [{ subjects: [{ ...OWN.subjects[0], broader: 'moon-walk' }] }, 'changes.subjects[0].broader'],
    [
      { subjects: [{ subject: 'clinic-x', names: { en: 'X' }, positions: [] }] },
      'changes.subjects[0].positions',
    ],
    [
      {
        sources: [
          { code: 'clinic-a', label: 'A' },
          { code: 'clinic-a', label: 'B' },
        ],
      },
      'changes.sources[1].code',
    ],
    [
      { texts: [{ id: 'clinic-a', topic: 'risks', text: { en: 'A' }, source: 'clinic-b' }] },
      'changes.texts[0].source',
    ],
  ])('names the field of a change that cannot be: %j', async (changes, field) => {
    const told = await clinician('POST', '/adoptions', { changes, apply: 'new' })
    expect(told.status).toBe(422)
    expect(told.body.issues[0].expression).toBe(field)
    const seen = await clinician('POST', '/adoptions/preview', { changes })
    expect(seen.body.issues[0].expression).toBe(field)
  })

  it('refuses by its form what is none of a clinic’s to change', async () => {
    const texts = [{ id: 'safety-net-unseen', topic: 'risks', text: { en: 'All is well.' } }]
    const told = await clinician('POST', '/adoptions', { changes: { texts }, apply: 'new' })
    expect(told.status).toBe(400)
    expect(told.body.issues[0].expression).toBe('changes.texts[0].id')
    const triage = await clinician('POST', '/adoptions', { changes: { triage: {} }, apply: 'new' })
    expect(triage.status).toBe(400)
  })
})
