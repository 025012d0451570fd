import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { held } from '../photo/fixtures.ts'
import { createPatientKey, openPatientKey } from '../seal/index.ts'
import { inScope } from '../store/database.ts'
import { TENANT_TABLES } from '../store/tenant-tables.ts'
import { consent } from '../testing/consent.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { erasePatient } from './erase.ts'
import { runRetention } from './retention.ts'

const JPEG = { 'content-type': 'image/jpeg' }
const DAY_MS = 86_400_000

describe.each(DATABASES)('what is kept no longer, on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
  })
  afterAll(() => server.close())

  /** Everything that the database and the place of photos hold of a clinic, as text. */
  async function everything(): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>()
    await inScope(server.deps.db, { clinicId }, async (trx) => {
      for (const table of TENANT_TABLES) {
        const { rows } = await sql<{ row: string }>`
          select t::text as row from ${sql.table(table)} t order by 1`.execute(trx)
        found.set(table, rows.map(({ row }) => row).join('\n'))
      }
    })
    found.set('blobs', (await server.deps.blobs.list(`${clinicId}/`)).join('\n'))
    return found
  }

  async function newRecord(name: string) {
    const email = `${name.toLowerCase()}@example.org`
    const { patientId } = await newPatientWithSession(server, clinicId, { name, email })
    const own = askingAs(server, patient(clinicId, patientId))
    const clinician = askingAs(server, staff(clinicId, 'clinician'))
    const at = `/patients/${patientId}`
    for (const scope of ['photos-care', 'email'] as const)
      await consent(server, { clinicId, patientId }, { scope, given: true })
    const photo = await held(1).jpeg().toBuffer()
    const uploaded = await own('POST', `${at}/photos?purpose=care`, photo, JPEG)
    expect(uploaded.status).toBe(201)
    await own('POST', `${at}/messages`, { body: `I am ${name} and I cannot breathe` })
    await clinician('POST', `${at}/messages`, { body: 'Call us now' })
    await clinician('POST', `${at}/receipts`, { kind: 'sheet' })
    return { patientId, own, at, place: { clinicId, patientId } }
  }

  it('leaves nothing readable anywhere of a person who was erased, and says when it was', async () => {
    const { patientId, own, at, place } = await newRecord('Quillon')
    const keyBefore = await inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .selectFrom('patientKey')
        .select('wrapped')
        .where('clinicId', '=', clinicId)
        .where('patientId', '=', patientId)
        .executeTakeFirstOrThrow(),
    )
    expect(openPatientKey(server.deps.masterKeys, keyBefore.wrapped, place).ok).toBe(true)
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const told = await owner('POST', `${at}/erasure`, { reason: 'asked' })
    expect(told).toMatchObject({ status: 200, body: { patientId, erasedAt: expect.any(String) } })
    const left = await everything()
    for (const [table, text] of left) {
      expect(text, table).not.toMatch(/quillon/i)
      if (!['audit', 'erasure', 'patient', 'idempotency'].includes(table)) {
        expect(text, table).not.toContain(patientId)
      }
    }
    const wrapped = Buffer.from(keyBefore.wrapped).toString('hex')
    expect([...left.values()].join()).not.toContain(wrapped)
    expect(left.get('erasure')).toContain(patientId)
    // The one answer about them that is kept is that they were erased.
    expect(left.get('idempotency')?.split(patientId)).toHaveLength(2)
    for (const path of [at, `${at}/plan`, `${at}/messages`, `${at}/photos`, `${at}/receipts`])
      expect((await own('GET', path)).status, path).toBe(404)
    expect((await owner('POST', `${at}/export`, {})).status).toBe(404)
    const search = await owner('POST', '/patients/search', { text: 'Quillon' })
    expect(search.body.items).toEqual([])
  })

  it('answers the same when it is asked again, and keeps the first time', async () => {
    const { at } = await newRecord('Bertold')
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const first = await owner('POST', `${at}/erasure`, { reason: 'asked' })
    server.clock.now += DAY_MS
    const again = await owner('POST', `${at}/erasure`, { reason: 'asked' })
    expect(again.body).toEqual(first.body)
  })

  it('erases what was merged into the record with it, and nobody else', async () => {
    const [one, twin, other] = [
      await newRecord('Casimir'),
      await newRecord('Kasimir'),
      await newRecord('Dorothea'),
    ]
    await inScope(server.deps.db, { clinicId }, async (trx) => {
      await trx
        .updateTable('patient')
        .set({ state: 'merged', mergedInto: one.patientId })
        .where('clinicId', '=', clinicId)
        .where('patientId', '=', twin.patientId)
        .execute()
      const { patientIds } = await erasePatient(trx, {
        ...one.place,
        at: server.clock.now,
        actorId: null,
      })
      expect(patientIds.toSorted()).toEqual([one.patientId, twin.patientId].toSorted())
    })
    expect((await one.own('GET', one.at)).status).toBe(404)
    expect((await twin.own('GET', twin.at)).status).toBe(404)
    expect((await other.own('GET', other.at)).status).toBe(200)
  })

  it('is for an owner of the same clinic alone', async () => {
    const { own, at } = await newRecord('Edeltraud')
    const abroad = askingAs(server, staff(await newClinic(server), 'owner'))
    expect((await abroad('POST', `${at}/erasure`, { reason: 'asked' })).status).toBe(404)
    expect((await own('POST', `${at}/erasure`, { reason: 'asked' })).status).toBe(403)
    expect((await own('GET', at)).status).toBe(200)
  })

  describe('retention', () => {
    const countsOf = async (dryRun: boolean) => {
      const report = await runRetention(server.deps, { dryRun, at: server.clock.now })
      return report.clinics.find((one) => one.clinicId === clinicId)?.counts ?? {}
    }

    it('says what would go and changes nothing on a dry run; then that much goes, and nothing twice', async () => {
      const { own, at } = await newRecord('Friedhelm')
      server.clock.now += 85 * 31 * DAY_MS
      const before = await everything()
      const said = await countsOf(true)
      expect(await everything()).toEqual(before)
      expect(said['photos']).toBeGreaterThan(0)
      expect(said['messages']).toBeGreaterThan(0)
      expect(said['audit']).toBeGreaterThan(0)
      expect(said['answers']).toBeGreaterThan(0)
      expect(said['blobs']).toBeGreaterThan(0)
      expect(await countsOf(false)).toEqual(said)
      expect((await own('GET', `${at}/messages`)).body.items).toEqual([])
      expect((await own('GET', `${at}/photos`)).body.items).toEqual([])
      const receipts = await own('GET', `${at}/receipts`)
      const { receiptId } = receipts.body.items[0]
      expect((await own('GET', `${at}/receipts/${receiptId}`)).body.matches).toBe(true)
      const again = Object.entries(await countsOf(false)).filter(([, count]) => count > 0)
      expect(again).toEqual([])
    })

    it('takes a blob without a row after a day and not while it may still be being written', async () => {
      const patientId = crypto.randomUUID()
      const key = `${clinicId}/${patientId}/${crypto.randomUUID()}/${server.clock.now}-jpeg`
      await server.deps.blobs.put(key, new Uint8Array([1]))
      await countsOf(false)
      expect(await server.deps.blobs.get(key)).not.toBeNull()
      server.clock.now += DAY_MS + 1
      await countsOf(false)
      expect(await server.deps.blobs.get(key)).toBeNull()
    })

    it('removes what came in for somebody who was being erased', async () => {
      const { patientId, at, place } = await newRecord('Gunnhild')
      const owner = askingAs(server, staff(clinicId, 'owner'))
      await owner('POST', `${at}/erasure`, { reason: 'mistake' })
      const { wrapped } = createPatientKey(server.deps.masterKeys, place)
      const createdAt = new Date(server.clock.now).toISOString()
      await inScope(server.deps.db, { clinicId }, (trx) =>
        trx
          .insertInto('patientKey')
          .values({ ...place, wrapped, createdAt })
          .execute(),
      )
      const key = `${clinicId}/${patientId}/${crypto.randomUUID()}/${server.clock.now}-jpeg`
      await server.deps.blobs.put(key, new Uint8Array([1]))
      expect((await countsOf(false))['erased']).toBe(1)
      expect(await server.deps.blobs.get(key)).toBeNull()
    })
  })
})
