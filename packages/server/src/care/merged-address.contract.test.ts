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

const PHONES = ['+971501234567', '+971509876543'] as const

describe.each(DATABASES)('the address of a merged record on %s', (kind) => {
  let server: TestServer
  let clinician: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinician = askingAs(server, staff(await newClinic(server), 'clinician'))
  })
  afterAll(() => server.close())

  const added = async (known: object) =>
    (await clinician('POST', '/patients', { name: 'Aisha Rahman', ...known })).body
  const found = async (text: string) => {
    const { body } = await clinician('POST', '/patients/search', { text })
    return body.items.map(({ patientId }: { patientId: string }) => patientId)
  }

  async function merged(one: object, other: object) {
    const [from, into] = [await added(one), await added(other)]
    const seen = { into: into.patientId, revision: 1, intoRevision: 1 }
    const told = await clinician('POST', `/patients/${from.patientId}/merge`, seen)
    expect(told.status).toBe(200)
    const { body } = await clinician('GET', `/patients/${into.patientId}`)
    return body
  }

  it('is that of the record that stands, where this one has none, and it is found by it', async () => {
    const record = await merged({ email: 'aisha@example.org', phone: PHONES[0] }, {})
    expect(record).toMatchObject({ email: 'aisha@example.org', phone: PHONES[0] })
    expect(await found('aisha@example.org')).toEqual([record.patientId])
    expect(await found(PHONES[0])).toEqual([record.patientId])
    const invited = await clinician('POST', `/patients/${record.patientId}/invitations`, {
      send: 'email',
    })
    expect(invited.status).toBe(201)
  })

  it('takes the place of none that the other one has', async () => {
    const record = await merged(
      { email: 'old@example.org', phone: PHONES[1], reference: 'OLD' },
      { email: 'new@example.org', reference: 'NEW' },
    )
    expect(record).toMatchObject({ email: 'new@example.org', phone: PHONES[1], reference: 'NEW' })
    expect(await found('old@example.org')).toEqual([])
    expect(await found('new@example.org')).toEqual([record.patientId])
  })
})
