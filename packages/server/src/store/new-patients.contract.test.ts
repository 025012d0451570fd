import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runRetention } from '../care/retention.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  openTestServer,
  staff,
  START,
  type TestServer,
} from '../testing/harness.ts'
import { inScope } from './database.ts'
import { createPatients } from './new-patients.ts'
import { NO_PREFERENCES, type NewPatient } from './patient-record.ts'

const DAY_MS = 86_400_000

function somebody(k: number): NewPatient {
  const identity = { name: `Person Number${k}`, email: null, phone: null, reference: `R-${k}` }
  const told = { zone: 'Asia/Dubai', locale: 'en', identity, preferences: NO_PREFERENCES }
  return { patientId: randomUUID(), ...told }
}

describe.each(DATABASES)('many new patients on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  beforeEach(async () => {
    server.clock.now = START
    clinicId = await newClinic(server)
  })
  afterAll(() => server.close())

  async function rowsLeft(): Promise<Readonly<Record<string, number>>> {
    const tables = ['patient', 'patient_key', 'patient_term', 'care_plan'] as const
    return inScope(server.deps.db, { clinicId }, async (trx) => {
      const found: Record<string, number> = {}
      for (const table of tables) {
        const { rows } = await sql<{ count: number }>`
          select count(distinct patient_id)::int as count from ${sql.table(table)}
          where clinic_id = ${clinicId}`.execute(trx)
        found[table] = rows[0]?.count ?? 0
      }
      return found
    })
  }

  const all = (count: number) => ({
    patient: count,
    patient_key: count,
    patient_term: count,
    care_plan: count,
  })

  it('are all there, found by name and number', async () => {
    const patients = Array.from({ length: 600 }, (_, k) => somebody(k))
    await createPatients(server.deps, { clinicId, patients })
    expect(await rowsLeft()).toEqual(all(600))
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const { body } = await ask('POST', '/patients/search', { text: 'number599' })
    expect(body.items).toMatchObject([{ patientId: patients[599]?.patientId, reference: 'R-599' }])
  })

  it('are none where one of them fails, and whoever was there before keeps their key', async () => {
    const there = somebody(0)
    await createPatients(server.deps, { clinicId, patients: [there] })
    const patients = Array.from({ length: 300 }, (_, k) => somebody(k + 1))
    const twice = createPatients(server.deps, { clinicId, patients: [...patients, there] })
    await expect(twice).rejects.toThrow(/duplicate key/)
    expect(await rowsLeft()).toEqual(all(1))
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    expect((await ask('GET', `/patients/${there.patientId}`)).body.name).toBe('Person Number0')
  })

  it('leave nothing for long where the process was killed between', async () => {
    await createPatients(server.deps, { clinicId, patients: [somebody(0), somebody(1)] })
    await inScope(server.deps.db, { clinicId }, async (trx) => {
      const killed = randomUUID()
      await sql`insert into patient_key (clinic_id, patient_id, wrapped, created_at)
        values (${clinicId}, ${killed}, ${Buffer.from('key')}, ${new Date(START).toISOString()})`.execute(
        trx,
      )
      await sql`insert into patient_term (clinic_id, patient_id, term)
        values (${clinicId}, ${killed}, ${Buffer.from('term')})`.execute(trx)
    })
    const retain = (at: number) => runRetention(server.deps, { dryRun: false, at })
    await retain(START + DAY_MS)
    expect(await rowsLeft()).toEqual({ ...all(2), patient_key: 3, patient_term: 3 })
    await retain(START + DAY_MS + 1)
    expect(await rowsLeft()).toEqual(all(2))
  })
})
