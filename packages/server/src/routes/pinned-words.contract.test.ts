import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from '../deps.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  type TestServer,
} from '../testing/harness.ts'

const OWN = {
  subjects: [
    {
      subject: 'clinic-cryo-wrap',
      names: { en: 'Cryo wrap' },
      positions: [{ stance: 'avoid', until: 'P7D' }],
    },
  ],
}

/** What is published for everybody has moved on since: nothing but what plans are pinned to can be read. */
function afterNextRelease({ shelf, ...deps }: Deps): Deps {
  const current = shelf.current.map((pin) => ({ ...pin, hash: `sha256:${'0'.repeat(64)}` }))
  return { ...deps, shelf: { ...shelf, current } }
}

describe.each(DATABASES)('words of a patient with a pinned version on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  it('are read by that version and not by what was published since', async () => {
    const clinicId = await newClinic(server)
    const { patientId } = await newPatientWithSession(server, clinicId)
    const later = { ...server, deps: afterNextRelease(server.deps) }
    const ask = askingAs(later, staff(clinicId, 'clinician'))
    const facts = await ask('PUT', `/patients/${patientId}/facts`, {
      fitzpatrickSkinType: 'iv',
      history: ['cold sores', 'glass skin'],
    })
    expect(facts.status, JSON.stringify(facts.body)).toBe(200)
    expect(facts.body).toMatchObject({
      fitzpatrickSkinType: 'IV',
      history: ['herpes-simplex', 'glass skin'],
    })
    const session = await ask('POST', `/patients/${patientId}/procedures`, {
      endedAt: '2026-11-22T07:30:00Z',
      device: 'dermapen',
    })
    expect(session.status, JSON.stringify(session.body)).toBe(201)
    expect(session.body.unmapped.map(({ word }: { word: string }) => word)).toEqual(['glass skin'])
  })

  it('are the clinic’s own only where the plan has them', async () => {
    const clinicId = await newClinic(server)
    const ask = askingAs(server, staff(clinicId, 'clinician'))
    const old = await newPatientWithSession(server, clinicId)
    const told = await ask('POST', '/adoptions', { changes: OWN, apply: 'new' })
    expect(told.status, JSON.stringify(told.body)).toBe(201)
    const fresh = await newPatientWithSession(server, clinicId)
    const verdictFor = async ({ patientId }: { readonly patientId: string }) =>
      (await ask('POST', `/patients/${patientId}/verdict`, { subject: 'cryo wrap' })).body
    expect(await verdictFor(fresh)).toMatchObject({ subject: 'clinic-cryo-wrap', status: 'avoid' })
    expect(await verdictFor(old)).toMatchObject({ subject: 'cryo wrap', status: 'unknown' })
    const did = { subject: 'Cryo wrap' }
    expect((await ask('POST', `/patients/${fresh.patientId}/done`, did)).status).toBe(201)
    expect((await ask('POST', `/patients/${old.patientId}/done`, did)).status).toBe(422)
  })
})
