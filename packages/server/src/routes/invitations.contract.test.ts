import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '../store/database.ts'
import { openPatient } from '../store/patient-record.ts'
import { createToken } from '../token.ts'
import { unsealJson } from '../seal/index.ts'
import { sealOf } from '../deliver/queue-delivery.ts'
import {
  type Ask,
  asking,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  START,
  type TestServer,
  type Told,
} from '../testing/harness.ts'

const HOUR_MS = 3_600_000
const SECOND_MS = 1_000
let addresses = 0

/** From an address of its own: what is counted for one is not counted for the next. */
function elsewhere(): { readonly 'x-test-address': string } {
  addresses += 1
  return { 'x-test-address': `198.51.100.${addresses}` }
}

function tokenIn(link: string): string {
  return link.replace('https://care.example/#/join/', '')
}

function cookieOf({ headers }: Told): string {
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

describe.each(DATABASES)('invitations on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let desk: Ask
  let anybody: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    desk = askingAs(server, staff(clinicId, 'front-desk'))
    anybody = asking(server.app)
  })
  afterAll(() => server.close())

  async function newPatient(email: string | null = null): Promise<string> {
    server.clock.now = START
    return (await newPatientWithSession(server, clinicId, { email })).patientId
  }

  async function invite(patientId: string, more: object = {}): Promise<Told> {
    const told = await desk('POST', `/patients/${patientId}/invitations`, more)
    expect(told.status).toBe(201)
    return told
  }

  const redeem = (
    token: string,
    more: object = {},
    headers: Readonly<Record<string, string>> = {},
  ) => anybody('POST', '/invitations/redeem', { token, ...more }, { ...elsewhere(), ...headers })

  /** A signed-in phone: its cookie, as a header. */
  async function phoneOf(
    patientId: string,
    who: 'patient' | 'caregiver' = 'patient',
  ): Promise<{ readonly cookie: string }> {
    const { body } = await invite(patientId, { kind: who })
    return { cookie: cookieOf(await redeem(tokenIn(body.link))) }
  }

  const whoIs = (cookie: { readonly cookie: string }) =>
    anybody('GET', '/session', undefined, cookie)

  async function deliveriesOf(patientId: string) {
    return inScope(server.deps.db, { clinicId }, async (trx) => {
      const record = await openPatient(trx, server.deps, { clinicId, patientId })
      const rows = await trx
        .selectFrom('delivery')
        .selectAll()
        .where('clinicId', '=', clinicId)
        .where('patientId', '=', patientId)
        .execute()
      return rows.map((row) => {
        const { key, place } = sealOf(server.deps, { clinicId, record, deliveryId: row.deliveryId })
        const content = row.sealed && unsealJson(key, row.sealed, place)
        if (!content?.ok) throw new Error('does not open')
        return { ...row, content: content.value as { to: string; values: { link: string } } }
      })
    })
  }

  describe('an invitation', () => {
    it('gives a session in a cookie that no script reads, and says whose it is', async () => {
      const patientId = await newPatient()
      const { body } = await invite(patientId)
      const told = await redeem(tokenIn(body.link))
      expect(told.status).toBe(200)
      expect(told.body).toEqual({ clinicId, patientId, kind: 'patient' })
      expect(told.headers.get('set-cookie')).toMatch(
        /^__Host-afterglow-patient=[\w-]{64}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000; Secure$/,
      )
      const me = await whoIs({ cookie: cookieOf(told) })
      expect(me.body).toMatchObject({ kind: 'patient', patientId, clinic: { name: 'Riverside' } })
    })

    it('is good one second before 72 hours have passed and not when they have', async () => {
      const patientId = await newPatient()
      const first = await invite(patientId)
      server.clock.now = START + 72 * HOUR_MS
      expect((await redeem(tokenIn(first.body.link))).status).toBe(410)
      server.clock.now = START + 72 * HOUR_MS - SECOND_MS
      expect((await redeem(tokenIn(first.body.link))).status).toBe(200)
    })

    it('is used once by two that redeem it at the same time', async () => {
      const patientId = await newPatient()
      const token = tokenIn((await invite(patientId)).body.link)
      const both = await Promise.all([redeem(token), redeem(token)])
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
    })

    it('gives the same session to the same request again, also when both come at once', async () => {
      const patientId = await newPatient()
      const token = tokenIn((await invite(patientId)).body.link)
      const key = { 'idempotency-key': randomUUID() }
      const both = await Promise.all([redeem(token, {}, key), redeem(token, {}, key)])
      const third = await redeem(token, {}, key)
      expect(new Set([...both, third].map(cookieOf)).size).toBe(1)
      expect((await whoIs({ cookie: cookieOf(third) })).status).toBe(200)
      const list = await desk('GET', `/patients/${patientId}/sessions`)
      expect(list.body.items).toHaveLength(1)
    })

    it('has one answer to a token that is unknown, none, expired, used, withdrawn or replaced', async () => {
      const patientId = await newPatient()
      const replaced = await invite(patientId)
      const used = await invite(patientId)
      await redeem(tokenIn(used.body.link))
      const withdrawn = await invite(patientId)
      const path = `/patients/${patientId}/invitations/${withdrawn.body.invitationId}`
      expect((await desk('DELETE', path)).status).toBe(204)
      const unknown = createToken(clinicId, server.deps.randomBytes).text
      const other = createToken(randomUUID(), server.deps.randomBytes).text
      const tokens = [replaced, used, withdrawn].map(({ body }) => tokenIn(body.link))
      const answers = []
      for (const token of [...tokens, unknown, other, 'none', '']) answers.push(await redeem(token))
      const seen = answers.map(({ status, body }) => ({ ...body, status, requestId: null }))
      expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
      expect(seen[0]?.status).toBe(410)
      expect(answers.some(({ headers }) => headers.has('set-cookie'))).toBe(false)
    })

    it('is not used up by a mail scanner that opens the address', async () => {
      const patientId = await newPatient()
      const { body } = await invite(patientId)
      const opened = [
        await server.app.request(body.link),
        await server.app.request(`https://care.example/api/v1/invitations/redeem`),
        await server.app.request(`https://care.example/api/v1/invitations/redeem`, {
          method: 'HEAD',
        }),
      ]
      expect(opened.every(({ headers }) => !headers.has('set-cookie'))).toBe(true)
      expect((await redeem(tokenIn(body.link))).status).toBe(200)
    })

    it('with a code asks for it, takes it in the digits of the person, and ends at the fifth that is wrong', async () => {
      const patientId = await newPatient()
      const { body } = await invite(patientId, { withCode: true })
      const token = tokenIn(body.link)
      const asked = await redeem(token)
      expect(asked.body.issues).toMatchObject([{ expression: 'code', code: 'required' }])
      const wrong = body.code === '000000' ? '000001' : '000000'
      for (const left of [4, 3, 2, 1])
        expect([left, (await redeem(token, { code: wrong })).status]).toEqual([left, 422])
      const typed = body.code.replaceAll(/\d/g, (digit: string) =>
        String.fromCharCode(0x660 + Number(digit)),
      )
      expect((await redeem(token, { code: `${typed.slice(0, 3)} ${typed.slice(3)}` })).status).toBe(
        200,
      )

      const second = await invite(patientId, { withCode: true })
      const bad = second.body.code === '000000' ? '000001' : '000000'
      const statuses = []
      for (let tries = 0; tries < 5; tries += 1)
        statuses.push((await redeem(tokenIn(second.body.link), { code: bad })).status)
      expect(statuses).toEqual([422, 422, 422, 422, 410])
      const right = await redeem(tokenIn(second.body.link), { code: second.body.code })
      expect(right.status).toBe(410)
    })

    it('leaves neither token nor code where somebody with the tables could read it', async () => {
      const patientId = await newPatient()
      const { body } = await invite(patientId, { withCode: true })
      const rows = await inScope(server.deps.db, { clinicId }, (trx) =>
        trx.selectFrom('invitation').selectAll().where('patientId', '=', patientId).execute(),
      )
      const text = JSON.stringify(rows.map((row) => ({ ...row, ...hexOf(row) })))
      expect(text).not.toContain(tokenIn(body.link))
      expect(text).not.toContain(body.code)
    })

    it('is sent to the address on record, and not where there is none', async () => {
      const patientId = await newPatient('Amina@example.org')
      const { body } = await invite(patientId, { send: 'email' })
      const [delivery] = await deliveriesOf(patientId)
      expect(delivery).toMatchObject({ kind: 'invitation', channel: 'email', state: 'queued' })
      expect(delivery?.content).toMatchObject({
        to: 'Amina@example.org',
        values: { link: body.link },
      })
      const told = await desk('POST', `/patients/${patientId}/invitations`, { send: 'sms' })
      expect(told.body.issues).toMatchObject([{ expression: 'send' }])
    })

    it('is not made, seen or withdrawn by another clinic, nor by a patient', async () => {
      const patientId = await newPatient()
      const { body } = await invite(patientId)
      const other = askingAs(server, staff(await newClinic(server), 'owner'))
      const path = `/patients/${patientId}/invitations`
      expect((await other('POST', path, {})).status).toBe(404)
      expect((await other('GET', path)).status).toBe(404)
      expect((await other('DELETE', `${path}/${body.invitationId}`)).status).toBe(404)
      const phone = await phoneOf(patientId)
      expect((await anybody('POST', path, {}, phone)).status).toBe(403)
    })

    it('withdrawn after its use ends the sessions that it began, the moved ones too', async () => {
      const patientId = await newPatient()
      const { body } = await invite(patientId)
      const phone = { cookie: cookieOf(await redeem(tokenIn(body.link))) }
      const moved = await movedFrom(patientId, phone)
      await desk('DELETE', `/patients/${patientId}/invitations/${body.invitationId}`)
      expect([(await whoIs(phone)).status, (await whoIs(moved)).status]).toEqual([401, 401])
    })
  })

  async function codeOf(patientId: string, phone: { readonly cookie: string }): Promise<string> {
    const { body } = await anybody('POST', `/patients/${patientId}/sign-in-codes`, {}, phone)
    return body.code
  }

  async function movedFrom(patientId: string, phone: { readonly cookie: string }) {
    const code = await codeOf(patientId, phone)
    return { cookie: cookieOf(await redeemCode(code)) }
  }

  const redeemCode = (code: string, clinic = clinicId, headers = elsewhere()) =>
    anybody('POST', '/sign-in-codes/redeem', { clinicId: clinic, code }, headers)
})

/** Bytes as text: JSON would write them as numbers, in which nothing is found. */
function hexOf(row: object): object {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value instanceof Uint8Array)
      .map(([name, value]) => [name, Buffer.from(value).toString('latin1')]),
  )
}
