import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subscriptionsOf } from '../auth/patient-push.ts'
import { consentsOf, mayReach } from '../care/consents.ts'
import { queueDelivery } from '../deliver/queue-delivery.ts'
import { inScope } from '../store/database.ts'
import { eventsOf } from '../store/event-log.ts'
import { openPatient, type PatientRecord } from '../store/patient-record.ts'
import {
  type Ask,
  asking,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  START,
  type TestServer,
} from '../testing/harness.ts'

const DAY_MS = 86_400_000
const NOTICE = { noticeVersion: '2026-11' }

describe.each(DATABASES)('consents and push on %s', (kind) => {
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

  async function newPatient(): Promise<string> {
    server.clock.now = START
    return (await newPatientWithSession(server, clinicId)).patientId
  }

  const as = (patientId: string, who: 'patient' | 'caregiver' = 'patient') =>
    askingAs(server, patient(clinicId, patientId, who))

  async function withRecord<T>(
    patientId: string,
    work: (trx: Parameters<typeof eventsOf>[0], record: PatientRecord) => Promise<T>,
  ): Promise<T> {
    return inScope(server.deps.db, { clinicId }, async (trx) => {
      const record = await openPatient(trx, server.deps, { clinicId, patientId })
      if (record === null) throw new Error('no such patient')
      return work(trx, record)
    })
  }

  const consentsNow = (patientId: string) =>
    withRecord(patientId, async (trx, record) => consentsOf(await eventsOf(trx, record)))

  async function queued(patientId: string, channel: 'email' | 'push', what = 'reminder') {
    const deliveryId = randomUUID()
    await withRecord(patientId, (trx, record) =>
      queueDelivery(
        { trx, deps: server.deps, clinicId, at: server.clock.now, enqueue: () => {} },
        {
          deliveryId,
          record,
          kind: what,
          channel,
          dueAt: server.clock.now + DAY_MS,
          expiresAt: null,
          reminder: {},
          content: { to: 'x', locale: 'en', values: {} },
        },
      ),
    )
    return deliveryId
  }

  const stateOf = (deliveryId: string) =>
    inScope(server.deps.db, { clinicId }, async (trx) => {
      const rows = trx.selectFrom('delivery').select('state').where('clinicId', '=', clinicId)
      return (await rows.where('deliveryId', '=', deliveryId).executeTakeFirst())?.state
    })

  describe('consent', () => {
    it('is taken for care alone at first, and kept with who said it and by which notice', async () => {
      const patientId = await newPatient()
      const path = `/patients/${patientId}/consents`
      const first = await as(patientId)('GET', path)
      expect(first.body).toEqual({
        consents: {
          care: true,
          email: false,
          push: false,
          sms: false,
          'photos-care': false,
          'photos-marketing': false,
        },
        history: [],
      })
      await as(patientId)('PUT', `${path}/email`, { given: true, ...NOTICE })
      await desk('PUT', `${path}/photos-care`, { given: true, noticeVersion: 'paper-7' })
      const { body } = await as(patientId)('PUT', `${path}/email`, { given: false, ...NOTICE })
      expect(body.consents).toMatchObject({ email: false, 'photos-care': true })
      const said = body.history.map((one: Record<string, unknown>) => [
        one['scope'],
        one['given'],
        one['noticeVersion'],
        one['by'],
      ])
      expect(said).toEqual([
        ['email', true, '2026-11', 'patient'],
        ['photos-care', true, 'paper-7', 'staff'],
        ['email', false, '2026-11', 'patient'],
      ])
    })

    it('said twice by the same notice is kept once, by another notice again', async () => {
      const patientId = await newPatient()
      const path = `/patients/${patientId}/consents/push`
      await as(patientId)('PUT', path, { given: true, ...NOTICE })
      await as(patientId)('PUT', path, { given: true, ...NOTICE })
      const { body } = await as(patientId)('PUT', path, { given: true, noticeVersion: '2027-01' })
      expect(body.history).toHaveLength(2)
    })

    it('withdrawn stops what is queued on its channel and nothing else; of care, all but what was asked for', async () => {
      const patientId = await newPatient()
      const path = `/patients/${patientId}/consents`
      for (const scope of ['email', 'push'])
        await as(patientId)('PUT', `${path}/${scope}`, { given: true, ...NOTICE })
      const [mail, push] = [await queued(patientId, 'email'), await queued(patientId, 'push')]
      const link = await queued(patientId, 'email', 'invitation')
      await as(patientId)('PUT', `${path}/email`, { given: false, ...NOTICE })
      expect([await stateOf(mail), await stateOf(push)]).toEqual(['dropped', 'queued'])
      expect(mayReach(await consentsNow(patientId), 'push')).toBe(true)
      await as(patientId)('PUT', `${path}/care`, { given: false, ...NOTICE })
      expect([await stateOf(push), await stateOf(link)]).toEqual(['dropped', 'queued'])
      expect(mayReach(await consentsNow(patientId), 'push')).toBe(false)
    })

    it('is seen by a caregiver and not changed, and is nothing to another patient or clinic', async () => {
      const [patientId, other] = [await newPatient(), await newPatient()]
      const path = `/patients/${patientId}/consents`
      const body = { given: true, ...NOTICE }
      const statuses = async (ask: Ask) => [
        (await ask('GET', path)).status,
        (await ask('PUT', `${path}/email`, body)).status,
      ]
      expect(await statuses(as(patientId, 'caregiver'))).toEqual([200, 403])
      expect(await statuses(as(other))).toEqual([404, 404])
      const elsewhere = staff(await newClinic(server), 'front-desk')
      expect(await statuses(askingAs(server, elsewhere))).toEqual([404, 404])
      expect(await statuses(askingAs(server, staff(clinicId, 'read-only')))).toEqual([200, 403])
      expect((await consentsNow(patientId)).email).toBe(false)
    })
  })

  describe('push messages', () => {
    const browser = (host = 'fcm.googleapis.com') => ({
      endpoint: `https://${host}/send/${randomUUID()}`,
      expirationTime: null,
      keys: {
        p256dh: randomBytes(65).toString('base64url'),
        auth: randomBytes(16).toString('base64url'),
      },
    })
    const kept = (patientId: string) => withRecord(patientId, subscriptionsOf)

    it('go to a browser once, however often it subscribes, and no longer when it is removed', async () => {
      const patientId = await newPatient()
      const path = `/patients/${patientId}/push-subscriptions`
      const one = browser()
      await as(patientId)('PUT', path, one)
      const renewed = { ...one, keys: browser().keys }
      const { body } = await as(patientId)('PUT', path, renewed)
      expect((await kept(patientId)).map(({ subscription }) => subscription)).toEqual([
        { endpoint: renewed.endpoint, keys: renewed.keys },
      ])
      const other = await newPatient()
      const foreign = `/patients/${other}/push-subscriptions/${body.subscriptionId}`
      expect((await as(other)('DELETE', foreign)).status).toBe(404)
      expect((await as(patientId)('DELETE', `${path}/${body.subscriptionId}`)).status).toBe(204)
      expect(await kept(patientId)).toEqual([])
    })

    it('go nowhere but to push services, and not for a caregiver or another patient', async () => {
      const [patientId, other] = [await newPatient(), await newPatient()]
      const path = `/patients/${patientId}/push-subscriptions`
      const inside = await as(patientId)('PUT', path, browser('169.254.169.254'))
      expect(inside.body.issues).toMatchObject([{ expression: 'endpoint' }])
      expect((await as(patientId, 'caregiver')('PUT', path, browser())).status).toBe(403)
      expect((await as(other)('PUT', path, browser())).status).toBe(404)
      expect(await kept(patientId)).toEqual([])
    })

    it('end with the session that asked for them', async () => {
      const patientId = await newPatient()
      const { body } = await desk('POST', `/patients/${patientId}/invitations`, {})
      const token = body.link.split('/').at(-1)
      const { headers } = await anybody('POST', '/invitations/redeem', { token })
      const cookie = { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
      const path = `/patients/${patientId}/push-subscriptions`
      expect((await anybody('PUT', path, browser(), cookie)).status).toBe(200)
      expect(await kept(patientId)).toHaveLength(1)
      await anybody('DELETE', '/session', undefined, cookie)
      expect(await kept(patientId)).toEqual([])
    })

    it('say that there is no key where none was set up', async () => {
      const told = await as(await newPatient())('GET', '/push-key')
      expect(told.body).toEqual({ publicKey: null })
    })
  })
})
