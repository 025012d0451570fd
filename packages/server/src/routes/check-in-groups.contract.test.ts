import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import type { Principal } from '../http/principal.ts'
import {
  type Ask,
  asking,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  type TestServer,
  type Told,
} from '../testing/harness.ts'

const MILD = { symptoms: [{ name: 'redness', severity: 'mild' }] }
const URGENT = { symptoms: [{ name: 'pus', severity: 'severe' }], notes: 'yellow and hot' }
const UNREADABLE = { symptoms: 'redness' }

describe.each(DATABASES)('check-ins that come at one time on %s', (kind) => {
  let server: TestServer
  let ask: Ask
  let clinicIds: readonly string[]
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicIds = [await newClinic(server), await newClinic(server)]
    ask = askingByHeader(server)
  })
  afterAll(() => server.close())

  const patientsOf = async (clinicId = clinicIds[0] ?? '', count = 12): Promise<Person[]> => {
    const people: Person[] = []
    for (let k = 0; k < count; k++) {
      const { patientId } = await newPatientWithSession(server, clinicId)
      people.push({ clinicId, patientId })
    }
    return people
  }
  const send = ({ clinicId, patientId }: Person, body: unknown, key: string = randomUUID()) =>
    ask('POST', `/patients/${patientId}/check-ins`, body, {
      'x-test-clinic': clinicId,
      'x-test-patient': patientId,
      'idempotency-key': key,
    })
  const keptOf = async ({ clinicId, patientId }: Person) => {
    const clinician = askingAs(server, staff(clinicId, 'clinician'))
    const { body } = await clinician('GET', `/patients/${patientId}/check-ins`)
    return body.items.length as number
  }

  it('are written in fewer transactions than there are, each once, each answered as its own', async () => {
    const people = [...(await patientsOf()), ...(await patientsOf(clinicIds[1], 3))]
    const told = await Promise.all(people.map((one) => send(one, MILD)))
    expect(told.map(({ status }) => status)).toEqual(people.map(() => 201))
    expect(new Set(told.map(({ body }) => body.checkInId)).size).toBe(people.length)
    for (const one of people) expect(await keptOf(one)).toBe(1)
    const { rows } = await sql<{ transactions: string; events: string }>`
      select count(distinct xmin::text) as transactions, count(*) as events from event
      where type = 'check-in'`.execute(server.deps.db)
    expect(Number(rows[0]?.events)).toBe(people.length)
    expect(Number(rows[0]?.transactions)).toBeLessThan(people.length)
  })

  it('raise an alert for each that is urgent, and for no other', async () => {
    const people = await patientsOf()
    const told = await Promise.all(people.map((one, k) => send(one, k % 2 ? URGENT : MILD)))
    const urgent = people.filter((_, k) => ['urgent', 'emergency'].includes(disposition(told[k])))
    expect(urgent).toHaveLength(people.length / 2)
    const { body } = await askingAs(server, staff(people[0]?.clinicId ?? '', 'clinician'))(
      'GET',
      '/alerts',
    )
    const alerted = body.items.map((one: { patientId: string }) => one.patientId)
    expect(alerted.toSorted()).toEqual(urgent.map(({ patientId }) => patientId).toSorted())
  })

  it('are kept without those that cannot be read or are of no patient', async () => {
    const people = await patientsOf()
    const gone = people[3] as Person
    await sql`update patient set state = 'erased', sealed = null
      where patient_id = ${gone.patientId}`.execute(server.deps.db)
    const told = await Promise.all(people.map((one, k) => send(one, k === 5 ? UNREADABLE : MILD)))
    const expected = people.map((_, k) => (k === 3 ? 404 : k === 5 ? 400 : 201))
    expect(told.map(({ status }) => status)).toEqual(expected)
    expect(await keptOf(people[5] as Person)).toBe(0)
    expect(await keptOf(people[6] as Person)).toBe(1)
  })

  it('are kept where one of them fails', async () => {
    const people = await patientsOf()
    const broken = people[4] as Person
    await sql`insert into event (clinic_id, patient_id, event_id, type, at, recorded_at, actor_kind, data, sealed)
      values (${broken.clinicId}, ${broken.patientId}, ${randomUUID()}, 'message', now(), now(), 'patient', '{}',
        ${createHash('sha256').digest()})`.execute(server.deps.db)
    const told = await Promise.all(people.map((one) => send(one, MILD)))
    expect(told.map(({ status }) => status)).toEqual(people.map((_, k) => (k === 4 ? 500 : 201)))
    expect(await keptOf(people[5] as Person)).toBe(1)
  })

  it('are kept once where they are sent again among others', async () => {
    const people = await patientsOf()
    const keys = people.map(() => randomUUID())
    const sendAll = () => Promise.all(people.map((one, k) => send(one, MILD, keys[k])))
    const [first, again] = [await sendAll(), await sendAll()]
    expect(again.map(({ body }) => body)).toEqual(first.map(({ body }) => body))
    for (const one of people) expect(await keptOf(one)).toBe(1)
    const twice = await Promise.all([...people, ...people].map((one) => send(one, MILD)))
    expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([201]))
    for (const one of people) expect(await keptOf(one)).toBe(3)
  })
})

interface Person {
  readonly clinicId: string
  readonly patientId: string
}

function disposition(told: Told | undefined): string {
  return String(told?.body.disposition)
}

/** One server for all of them; who asks, a header says. */
function askingByHeader({ deps }: TestServer): Ask {
  const principalOf = async ({ headers }: Request): Promise<Principal> => {
    const patientId = headers.get('x-test-patient') ?? ''
    const clinicId = headers.get('x-test-clinic') ?? ''
    return { kind: 'patient', clinicId, patientId, sessionId: patientId }
  }
  return asking(createApp({ ...deps, principalOf }, { files: null, addressOf: () => 'test' }))
}
