import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAnswerToken } from '../auth/answer-token.ts'
import { consentsOf } from '../care/consents.ts'
import { queueDelivery } from '../deliver/queue-delivery.ts'
import { inScope } from '../store/database.ts'
import { eventsOf } from '../store/event-log.ts'
import { openPatient, type PatientRecord } from '../store/patient-record.ts'
import { acknowledged, resolved } from '../testing/alert-steps.ts'
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
const SECOND_MS = 1_000
const NOTICE = { noticeVersion: '2026-11' }

describe.each(DATABASES)('calendars and answers on %s', (kind) => {
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

  describe('a calendar', () => {
    async function feedOf(patientId: string, detailed = false) {
      const path = `/patients/${patientId}/calendar-feeds`
      const { body } = await as(patientId)('POST', path, { detailed })
      const fetched = (headers: Readonly<Record<string, string>> = {}) =>
        server.app.request(body.url.replace('https://care.example', ''), { headers })
      return { feedId: body.feedId as string, url: body.url as string, fetched }
    }

    const uidsIn = (text: string) =>
      new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0])
        .getAllSubcomponents('vevent')
        .map((one) => String(one.getFirstPropertyValue('uid')))

    it('tells nothing but that there is something, in titles and ids, unless it was asked to', async () => {
      const patientId = await newPatient()
      const neutral = await (await feedOf(patientId)).fetched()
      const text = await neutral.text()
      expect(neutral.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
      expect(neutral.headers.get('x-robots-tag')).toBe('noindex')
      const unfolded = text.replaceAll('\r\n ', '')
      expect(uidsIn(text).length).toBeGreaterThan(3)
      expect(new Set(uidsIn(text)).size).toBe(uidsIn(text).length)
      expect(unfolded).toContain('SUMMARY:Recovery plan: step 2')
      const told = /make-?up|needling|skin|sun|milestone|Aisha|Riverside/i
      expect(unfolded).not.toMatch(told)
      const detailed = await (await feedOf(patientId, true)).fetched()
      expect((await detailed.text()).replaceAll('\r\n ', '')).toMatch(/makeup/i)
    })

    it('has the same bytes and tag a month later, and others when the plan has changed', async () => {
      const patientId = await newPatient()
      const { fetched } = await feedOf(patientId)
      const first = await fetched()
      const text = await first.text()
      const tag = first.headers.get('etag') ?? ''
      server.clock.now += 30 * DAY_MS
      await as(patientId)('PUT', `/patients/${patientId}/consents/email`, {
        given: true,
        ...NOTICE,
      })
      expect(await (await fetched()).text()).toBe(text)
      const same = await fetched({ 'if-none-match': tag })
      expect([same.status, await same.text()]).toEqual([304, ''])
      const procedures = await desk('GET', `/patients/${patientId}/procedures`)
      const { procedureId } = procedures.body.items[0]
      await desk('POST', `/patients/${patientId}/procedures/${procedureId}/corrections`, {
        endedAt: '2026-11-24T09:00:00Z',
      })
      const changed = await fetched({ 'if-none-match': tag })
      expect(changed.status).toBe(200)
      const later = await changed.text()
      const highestIn = (one: string) =>
        Math.max(...[...one.matchAll(/SEQUENCE:(\d+)/g)].map(([, digits]) => Number(digits)))
      expect(highestIn(later)).toBeGreaterThan(highestIn(text))
      // Events of one instant are recorded a moment after one another, and a calendar has no milliseconds.
      expect(later).toMatch(/DTSTAMP:20261222T08000[01]Z/)
    })

    it('is gone at once when it is withdrawn, and like one that never was', async () => {
      const [patientId, other] = [await newPatient(), await newPatient()]
      const { feedId, fetched } = await feedOf(patientId)
      const path = `/patients/${patientId}/calendar-feeds/${feedId}`
      expect((await as(other)('DELETE', path)).status).toBe(404)
      expect((await as(patientId, 'caregiver')('DELETE', path)).status).toBe(403)
      expect((await fetched()).status).toBe(200)
      expect((await as(patientId)('DELETE', path)).status).toBe(204)
      const gone = await fetched()
      expect([gone.status, gone.headers.get('x-robots-tag')]).toEqual([410, 'noindex'])
      const unknown = await server.app.request(`/api/v1/calendar/${'A'.repeat(64)}.ics`)
      expect(unknown.status).toBe(410)
    })

    it('is gone when the patient’s key is', async () => {
      const patientId = await newPatient()
      const { fetched } = await feedOf(patientId)
      await inScope(server.deps.db, { clinicId }, (trx) =>
        trx
          .updateTable('patient')
          .set({ state: 'erased' })
          .where('clinicId', '=', clinicId)
          .where('patientId', '=', patientId)
          .execute(),
      )
      expect((await fetched()).status).toBe(410)
    })

    it('shows its address once: no list has it, no table and no audit', async () => {
      const patientId = await newPatient()
      const { url, fetched } = await feedOf(patientId)
      await fetched()
      const token = url.replace(/^.*\/|\.ics$/g, '')
      const list = await desk('GET', `/patients/${patientId}/calendar-feeds`)
      const rows = await inScope(server.deps.db, { clinicId }, (trx) =>
        trx.selectFrom('audit').selectAll().where('patientId', '=', patientId).execute(),
      )
      expect(rows.map(({ action }) => action)).toContain('calendar.read')
      expect(token).toHaveLength(64)
      expect(JSON.stringify([list.body, rows])).not.toContain(token)
    })
  })

  describe('a link that answers', () => {
    const REMINDER = { kind: 'check-in', task: null }
    async function linkOf(patientId: string, purpose: 'answer' | 'unsubscribe' = 'answer') {
      const at = server.clock.now
      const subject =
        purpose === 'answer'
          ? ({ purpose, reminder: REMINDER } as const)
          : ({ purpose, channel: 'email' } as const)
      const given = { place: { clinicId, patientId }, deliveryId: randomUUID(), subject, at }
      return inScope(server.deps.db, { clinicId }, (trx) =>
        createAnswerToken(trx, server.deps, { ...given, expiresAt: at + 7 * DAY_MS }),
      )
    }
    const answersOf = (patientId: string) =>
      withRecord(patientId, async (trx, record) =>
        (await eventsOf(trx, record)).filter(({ type }) => type === 'answer'),
      )
    const alertsOf = async (patientId: string) =>
      (await desk('GET', '/alerts')).body.items.filter(
        (one: { patientId: string }) => one.patientId === patientId,
      )
    const press = (token: string, answer: string) => anybody('POST', '/answers', { token, answer })

    it('needs no sign-in, and keeps each answer once, the last being what counts', async () => {
      const patientId = await newPatient()
      const token = await linkOf(patientId)
      for (const said of ['not-yet', 'not-yet', 'done', 'not-yet', 'done'])
        expect((await press(token, said)).body).toEqual({ answer: said })
      const kept = (await answersOf(patientId)).map(({ data }) => data['answer'])
      expect(kept).toEqual(['not-yet', 'done', 'not-yet', 'done'])
      expect(await alertsOf(patientId)).toEqual([])
    })

    it('with "worse" tells when to get help and whom to call, and puts it into the inbox once', async () => {
      const patientId = await newPatient()
      const token = await linkOf(patientId)
      const both = await Promise.all([press(token, 'worse'), press(token, 'worse')])
      for (const { status, body } of both) {
        expect([status, body.next]).toEqual([200, 'call-clinic'])
        expect(body.cards.map((one: { level: string }) => one.level)).toEqual([
          'emergency',
          'urgent',
          'contact',
        ])
      }
      expect(await answersOf(patientId)).toHaveLength(1)
      expect(await alertsOf(patientId)).toMatchObject([
        { disposition: 'contact-clinic', kind: 'answer' },
      ])
    })

    it('with "worse" again, after the alert was closed, raises another', async () => {
      const patientId = await newPatient()
      const token = await linkOf(patientId)
      await press(token, 'worse')
      const [first] = await alertsOf(patientId)
      await acknowledged(desk, first)
      server.clock.now += DAY_MS
      await press(token, 'worse')
      expect(await alertsOf(patientId)).toHaveLength(1)
      expect((await resolved(desk, first)).status).toBe(200)
      server.clock.now += DAY_MS
      const both = await Promise.all([press(token, 'worse'), press(token, 'worse')])
      for (const { body } of both) expect(body.next).toBe('call-clinic')
      const [second, ...others] = await alertsOf(patientId)
      expect(others).toEqual([])
      expect(second.alertId).not.toBe(first.alertId)
      expect(await answersOf(patientId)).toHaveLength(2)
    })

    it('takes three answers and no other, and tells nothing of the patient', async () => {
      const patientId = await newPatient()
      const token = await linkOf(patientId)
      expect((await press(token, 'better')).status).toBe(400)
      const told = await press(token, 'worse')
      expect(JSON.stringify(told.body)).not.toMatch(/Aisha|Dubai/)
      const bearer = {
        authorization: `Bearer ${token}`,
        cookie: `__Host-afterglow-patient=${token}`,
      }
      for (const path of ['plan', 'consents', 'sessions', 'check-ins'])
        expect(
          (await anybody('GET', `/patients/${patientId}/${path}`, undefined, bearer)).status,
        ).toBe(401)
    })

    it('is good one second before its time has passed and not when it has', async () => {
      const patientId = await newPatient()
      const token = await linkOf(patientId)
      server.clock.now = START + 7 * DAY_MS - SECOND_MS
      expect((await press(token, 'done')).status).toBe(200)
      server.clock.now = START + 7 * DAY_MS
      expect((await press(token, 'not-yet')).status).toBe(410)
      expect(await answersOf(patientId)).toHaveLength(1)
    })

    it('of one purpose is nothing for another, and a GET does nothing', async () => {
      const patientId = await newPatient()
      await as(patientId)('PUT', `/patients/${patientId}/consents/email`, {
        given: true,
        ...NOTICE,
      })
      const [answer, stop] = [await linkOf(patientId), await linkOf(patientId, 'unsubscribe')]
      expect((await press(stop, 'done')).status).toBe(410)
      expect((await anybody('POST', '/unsubscribe', { token: answer })).status).toBe(410)
      expect((await anybody('GET', `/unsubscribe/${stop}`)).status).toBe(405)
      expect((await anybody('GET', `/answers?token=${answer}&answer=worse`)).status).toBe(405)
      expect((await consentsNow(patientId)).email).toBe(true)
      expect(await answersOf(patientId)).toEqual([])
    })

    it('works on a phone on which somebody else is signed in', async () => {
      const [patientId, other] = [await newPatient(), await newPatient()]
      const token = await linkOf(patientId)
      expect((await as(other)('POST', '/answers', { token, answer: 'done' })).status).toBe(200)
      const [kept] = await answersOf(patientId)
      expect(kept?.actor.kind).toBe('link')
      expect(await answersOf(other)).toEqual([])
    })

    it('ends messages of its channel at once, by the app and by a mail program’s one click', async () => {
      const form = { 'content-type': 'application/x-www-form-urlencoded' }
      const clicked = (token: string, body: string) =>
        server.app.request(`/api/v1/unsubscribe/${token}`, { method: 'POST', headers: form, body })
      for (const how of ['app', 'one-click']) {
        const patientId = await newPatient()
        const path = `/patients/${patientId}/consents`
        for (const scope of ['email', 'push'])
          await as(patientId)('PUT', `${path}/${scope}`, { given: true, ...NOTICE })
        const mail = await queued(patientId, 'email')
        const token = await linkOf(patientId, 'unsubscribe')
        if (how === 'app') {
          expect((await anybody('POST', '/unsubscribe', { token })).status).toBe(200)
        } else {
          expect((await clicked(token, 'something=else')).status).toBe(410)
          expect((await consentsNow(patientId)).email).toBe(true)
          for (const _ of [1, 2])
            expect((await clicked(token, 'List-Unsubscribe=One-Click')).status).toBe(200)
        }
        expect(await consentsNow(patientId)).toMatchObject({ email: false, push: true })
        expect(await stateOf(mail)).toBe('dropped')
        const { body } = await desk('GET', path)
        expect(body.history.at(-1)).toMatchObject({ scope: 'email', given: false, by: 'link' })
        expect(body.history).toHaveLength(3)
      }
    })
  })
})
