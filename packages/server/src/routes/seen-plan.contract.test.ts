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

const LONGER = { subject: 'makeup', window: 'P9D', reason: 'a deep session' }
const CLEARED = { subject: 'makeup' }

describe.each(DATABASES)('a word on the plan that was seen, on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  let at: string
  let seen: string
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    at = `/patients/${patientId}`
    seen = (await clinician('GET', `${at}/session`)).body.planHash
  })

  const say = (what: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    clinician('POST', `${at}/${what}`, body, headers)
  const on = (hash: string) => ({ 'if-match': `"${hash}"` })
  const words = async () => {
    const { body } = await clinician('GET', `${at}/events`)
    const types = body.items.map(({ type }: { type: string }) => type)
    return types.filter((type: string) => type === 'override' || type === 'clearance')
  }

  async function reportRedness(): Promise<void> {
    server.clock.now += 1_000
    const symptoms = [{ name: 'redness', severity: 'mild' }]
    expect((await say('check-ins', { symptoms })).status).toBe(201)
  }

  it.each([
    ['overrides', LONGER],
    ['clearances', CLEARED],
  ])(
    'is taken by %s on that plan, and not once a check-in made another of it',
    async (to, body) => {
      await reportRedness()
      const late = await say(to, body, on(seen))
      expect([late.status, late.body.type]).toEqual([412, '/problems#plan-changed'])
      const { planHash } = (await clinician('GET', `${at}/session`)).body
      expect(late.body.detail).toContain(planHash)
      expect(await words()).toEqual([])
      expect((await say(to, body, on(planHash))).status).toBe(201)
    },
  )

  it('needs no plan to be named', async () => {
    await reportRedness()
    expect((await say('overrides', LONGER)).status).toBe(201)
  })

  it('is not taken on what is no hash', async () => {
    const told = await say('overrides', LONGER, { 'if-match': '"1"' })
    expect([told.status, told.body.issues[0].expression]).toEqual([400, 'If-Match'])
  })

  it('that was said and whose answer was lost is said once, though it made another plan', async () => {
    const asked = { ...on(seen), 'idempotency-key': `key-of-${at.slice(-20)}` }
    const first = await say('overrides', LONGER, asked)
    const again = await say('overrides', LONGER, asked)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(await words()).toEqual(['override'])
  })
})
