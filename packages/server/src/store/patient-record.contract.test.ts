import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { erasePatient } from '../care/erase.ts'
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
import { type Place, withPatient } from '../wake/wake-testing.ts'
import { inScope } from './database.ts'
import { changePatient, type PatientRecord } from './patient-record.ts'

describe.each(DATABASES)('a change of a patient on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
  })
  afterAll(() => server.close())

  async function newPlace(): Promise<Place> {
    const { patientId } = await newPatientWithSession(server, clinicId)
    return { clinicId, patientId }
  }

  /** As a request reads it, before somebody else writes. */
  const asRead = (place: Place) => withPatient(server, place, async (_, record) => record)

  const rename = (record: PatientRecord, name: string) =>
    inScope(server.deps.db, { clinicId }, (trx) =>
      changePatient(trx, server.deps, {
        record,
        change: { identity: { ...record.identity, name } },
      }),
    )

  async function kept({ patientId }: Place) {
    return inScope(server.deps.db, { clinicId }, async (trx) => {
      const row = await trx
        .selectFrom('patient')
        .select(['state', 'sealed'])
        .where('clinicId', '=', clinicId)
        .where('patientId', '=', patientId)
        .executeTakeFirstOrThrow()
      const terms = await trx
        .selectFrom('patientTerm')
        .select('term')
        .where('clinicId', '=', clinicId)
        .where('patientId', '=', patientId)
        .execute()
      return { ...row, terms: terms.length }
    })
  }

  it('brings nothing back of somebody who was erased after it was read', async () => {
    const place = await newPlace()
    const record = await asRead(place)
    const erasing = { ...place, at: server.clock.now, actorId: null }
    await inScope(server.deps.db, { clinicId }, (trx) => erasePatient(trx, erasing))
    expect(await rename(record, 'Aisha Khan')).toBeNull()
    expect(await kept(place)).toEqual({ state: 'erased', sealed: null, terms: 0 })
  })

  it('brings no name back that a merged record is no longer found by', async () => {
    const [from, into] = [await newPlace(), await newPlace()]
    const record = await asRead(from)
    const merging = { into: into.patientId, revision: 1, intoRevision: 1 }
    const merged = await clinician('POST', `/patients/${from.patientId}/merge`, merging)
    expect(merged.status).toBe(200)
    expect(await rename(record, 'Aisha Khan')).toBeNull()
    expect(await kept(from)).toMatchObject({ state: 'merged', terms: 0 })
    const path = `/patients/${from.patientId}`
    const etag = (await clinician('GET', path)).headers.get('etag') ?? ''
    const told = await clinician('PATCH', path, { name: 'Aisha Khan' }, { 'if-match': etag })
    expect(told.status).toBe(409)
    expect(await kept(from)).toMatchObject({ state: 'merged', terms: 0 })
  })

  it('loses against one that was written after it was read', async () => {
    const place = await newPlace()
    const record = await asRead(place)
    expect(await rename(record, 'Aisha Khan')).toMatchObject({ revision: 2 })
    expect(await rename(record, 'Aisha Malik')).toBeNull()
    expect((await asRead(place)).identity.name).toBe('Aisha Khan')
  })
})
