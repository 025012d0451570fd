import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '../store/database.ts'
import { openPatient } from '../store/patient-record.ts'
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

describe.each(DATABASES)('sign-in of patients on %s', (kind) => {
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

  describe('a sign-in code', () => {
    it('is good one second before 10 minutes have passed and not when they have', async () => {
      const patientId = await newPatient()
      const phone = await phoneOf(patientId)
      const code = await codeOf(patientId, phone)
      server.clock.now = START + 600_000 - SECOND_MS
      expect((await redeemCode(code)).body).toEqual({ clinicId, patientId, kind: 'patient' })
      server.clock.now = START
      const late = await codeOf(patientId, phone)
      server.clock.now = START + 600_000
      expect((await redeemCode(late)).status).toBe(410)
    })

    it('is used once, also by two at the same time, and replaced by the next', async () => {
      const patientId = await newPatient()
      const phone = await phoneOf(patientId)
      const replaced = await codeOf(patientId, phone)
      const code = await codeOf(patientId, phone)
      if (code !== replaced) expect((await redeemCode(replaced)).status).toBe(410)
      const both = await Promise.all([redeemCode(code), redeemCode(code)])
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
    })

    it('moves a caregiver as a caregiver, and is nothing at another clinic', async () => {
      server.clock.now = START
      const patientId = await newPatient()
      const code = await codeOf(patientId, await phoneOf(patientId, 'caregiver'))
      expect((await redeemCode(code, await newClinic(server))).status).toBe(410)
      expect((await redeemCode(code)).body.kind).toBe('caregiver')
    })

    it('is good no longer when the session that made it has ended', async () => {
      const patientId = await newPatient()
      const phone = await phoneOf(patientId)
      const code = await codeOf(patientId, phone)
      await anybody('DELETE', '/session', undefined, phone)
      expect((await redeemCode(code)).status).toBe(410)
    })

    it('gives a session that ends when the one that made it would have', async () => {
      const patientId = await newPatient()
      const phone = await phoneOf(patientId)
      server.clock.now = START + 80 * 24 * HOUR_MS
      const moved = await movedFrom(patientId, phone)
      const { body } = await anybody('GET', `/patients/${patientId}/sessions`, undefined, moved)
      const ends = body.items.map((one: { expiresAt: string }) => one.expiresAt)
      expect(ends).toEqual(['2027-05-21T08:00:00.000Z', '2027-05-21T08:00:00.000Z'])
    })

    it('is tried five times from an address and twenty times at a clinic in 10 minutes', async () => {
      server.clock.now = START + 400 * 24 * HOUR_MS
      const clinic = await newClinic(server)
      const one = elsewhere()
      const tries = []
      for (let k = 0; k < 6; k += 1) tries.push((await redeemCode('123456', clinic, one)).status)
      expect(tries).toEqual([410, 410, 410, 410, 410, 429])
      const others = []
      for (let k = 0; k < 16; k += 1) others.push((await redeemCode('123456', clinic)).status)
      expect(others).toEqual([...Array.from({ length: 15 }, () => 410), 429])
      server.clock.now += 600_000
      expect((await redeemCode('123456', clinic)).status).toBe(410)
    })
  })

  describe('a session', () => {
    it('ends after 180 days, and after 90 without a request', async () => {
      const patientId = await newPatient()
      const day = 24 * HOUR_MS
      const idle = await phoneOf(patientId)
      const used = await phoneOf(patientId)
      server.clock.now = START + 90 * day - SECOND_MS
      expect((await whoIs(used)).status).toBe(200)
      server.clock.now = START + 90 * day
      expect((await whoIs(idle)).status).toBe(401)
      server.clock.now = START + 179 * day
      expect((await whoIs(used)).status).toBe(200)
      server.clock.now = START + 180 * day - SECOND_MS
      expect((await whoIs(used)).status).toBe(200)
      server.clock.now = START + 180 * day
      expect((await whoIs(used)).status).toBe(401)
    })

    it('ends with a sign-out that clears the browser, and with what this browser redeems next', async () => {
      const patientId = await newPatient()
      const phone = await phoneOf(patientId)
      const out = await anybody('DELETE', '/session', undefined, phone)
      expect(out.headers.get('clear-site-data')).toBe('"cache","storage"')
      expect(out.headers.get('set-cookie')).toMatch(/^__Host-afterglow-patient=; .*Max-Age=0/)
      expect((await whoIs(phone)).status).toBe(401)

      const before = await phoneOf(patientId)
      const { body } = await invite(patientId)
      const next = { cookie: cookieOf(await redeem(tokenIn(body.link), {}, before)) }
      expect((await whoIs(before)).status).toBe(401)
      expect((await whoIs(next)).status).toBe(200)
    })

    it('is ended at once by the desk, by the patient, and by a lost phone, which makes a new invitation', async () => {
      const patientId = await newPatient()
      const path = `/patients/${patientId}/sessions`
      const phones = [await phoneOf(patientId), await phoneOf(patientId), await phoneOf(patientId)]
      const { body } = await desk('GET', path)
      expect(body.items).toHaveLength(3)
      const mine = await anybody('GET', path, undefined, phones[0])
      const other = mine.body.items.find((one: { isThis: boolean }) => !one.isThis)
      expect(
        (await anybody('DELETE', `${path}/${other.sessionId}`, undefined, phones[0])).status,
      ).toBe(204)
      expect((await desk('DELETE', `${path}/${other.sessionId}`)).status).toBe(404)
      const lost = await desk('POST', `/patients/${patientId}/lost-phone`, {})
      for (const phone of phones) expect((await whoIs(phone)).status).toBe(401)
      expect((await redeem(tokenIn(lost.body.link))).status).toBe(200)
    })

    it('of one patient neither sees nor ends a session of another', async () => {
      const [a, b] = [await newPatient(), await newPatient()]
      const [phoneA, phoneB] = [await phoneOf(a), await phoneOf(b)]
      const list = await desk('GET', `/patients/${b}/sessions`)
      const { sessionId } = list.body.items[0]
      expect((await anybody('GET', `/patients/${b}/sessions`, undefined, phoneA)).status).toBe(404)
      for (const path of [`/patients/${b}/sessions`, `/patients/${b}/sessions/${sessionId}`])
        expect((await anybody('DELETE', path, undefined, phoneA)).status).toBe(404)
      const borrowed = `/patients/${a}/sessions/${sessionId}`
      expect((await anybody('DELETE', borrowed, undefined, phoneA)).status).toBe(404)
      expect((await whoIs(phoneB)).status).toBe(200)
    })

    it('of a caregiver is withdrawn by the patient, their open invitation too, and nobody else’s', async () => {
      const patientId = await newPatient()
      const own = await phoneOf(patientId)
      const caregiver = await phoneOf(patientId, 'caregiver')
      const open = await invite(patientId, { kind: 'caregiver' })
      const path = `/patients/${patientId}/caregivers`
      expect((await anybody('DELETE', path, undefined, caregiver)).status).toBe(403)
      expect((await anybody('DELETE', path, undefined, own)).status).toBe(204)
      expect((await whoIs(caregiver)).status).toBe(401)
      expect((await redeem(tokenIn(open.body.link))).status).toBe(410)
      expect((await whoIs(own)).status).toBe(200)
    })

    it('of staff says which clinic and what roles', async () => {
      const told = await askingAs(server, staff(clinicId, 'clinician'))('GET', '/session')
      expect(told.body).toMatchObject({ kind: 'staff', roles: ['clinician'], locale: 'en' })
      expect((await anybody('GET', '/session')).status).toBe(401)
    })
  })

  describe('a lost link', () => {
    const again = (address: string, clinic = clinicId) =>
      anybody('POST', '/invitations/again', { clinicId: clinic, address }, elsewhere())
    const dayLater = () => {
      server.clock.now += 24 * HOUR_MS
    }

    it('is sent again to the address on record, and the answer tells nobody whether it was', async () => {
      const patientId = await newPatient('lost@example.org')
      const stranger = await newPatient('not-invited@example.org')
      await redeem(tokenIn((await invite(patientId)).body.link))
      dayLater()
      const answers = [
        await again('LOST@example.org'),
        await again('nobody@example.org'),
        await again('not-invited@example.org'),
      ]
      expect(answers.map(({ status, body }) => [status, body])).toEqual(
        answers.map(() => [202, { accepted: true }]),
      )
      expect(await deliveriesOf(stranger)).toEqual([])
      const [delivery] = await deliveriesOf(patientId)
      expect(delivery?.content.to).toBe('lost@example.org')
      const told = await redeem(tokenIn(delivery?.content.values.link ?? ''))
      expect(told.body.patientId).toBe(patientId)
    })

    it('leaves nothing of the work that was done for nobody', async () => {
      const count = () =>
        inScope(server.deps.db, { clinicId }, (trx) =>
          trx
            .selectFrom('invitation')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .where('clinicId', '=', clinicId)
            .executeTakeFirstOrThrow(),
        )
      const before = await count()
      dayLater()
      await again('nobody-at-all@example.org')
      await again('+971501112233')
      expect(await count()).toEqual(before)
    })

    it('goes on asking for the code that the clinic told, with the tries that are left', async () => {
      const patientId = await newPatient('coded@example.org')
      const { body } = await invite(patientId, { withCode: true })
      const wrong = body.code === '000000' ? '000001' : '000000'
      for (let k = 0; k < 3; k += 1) await redeem(tokenIn(body.link), { code: wrong })
      dayLater()
      await again('coded@example.org')
      const [sent] = await deliveriesOf(patientId)
      const token = tokenIn(sent?.content.values.link ?? '')
      expect((await redeem(token)).status).toBe(422)
      expect((await redeem(token, { code: wrong })).status).toBe(422)
      expect((await redeem(token, { code: wrong })).status).toBe(410)
      dayLater()
      await again('coded@example.org')
      expect(await deliveriesOf(patientId)).toHaveLength(1)
    })

    it('is asked for three times an hour for one address, known or not', async () => {
      dayLater()
      const tries = []
      for (let k = 0; k < 4; k += 1) tries.push((await again('often@example.org')).status)
      expect(tries).toEqual([202, 202, 202, 429])
      expect((await again('often@example.org', await newClinic(server))).status).toBe(202)
    })
  })
})
