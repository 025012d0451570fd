import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADVERSE_HEAD } from '../care/adverse-event.ts'
import { EVENT_TYPES } from '../store/event-log.ts'
import { consent } from '../testing/consent.ts'
import {
  type Ask,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'

describe.each(DATABASES)('the record on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let clinician: Ask
  let owner: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
    owner = askingAs(server, staff(clinicId, 'owner'))
  })
  afterAll(() => server.close())

  const minuteLater = () => {
    server.clock.now += 60_000
  }
  const iso = (at: number) => new Date(at).toISOString().replace('.000', '')

  describe('receipts', () => {
    it('comes out the same after the plan has changed, and not once its events are gone', async () => {
      const { patientId, procedureId } = await newPatientWithSession(server, clinicId)
      const path = `/patients/${patientId}/receipts`
      const { body } = await clinician('POST', path, { kind: 'sheet' })
      minuteLater()
      await clinician('POST', `/patients/${patientId}/procedures/${procedureId}/corrections`, {
        endedAt: iso(server.clock.now - 7_200_000),
      })
      await clinician(
        'PATCH',
        `/patients/${patientId}`,
        { zone: 'America/New_York' },
        {
          'if-match': '"1"',
        },
      )
      const plan = await clinician('GET', `/patients/${patientId}/plan`)
      expect(plan.body.hash).not.toBe(body.planHash)
      const own = askingAs(server, patient(clinicId, patientId))
      const read = await own('GET', `${path}/${body.receiptId}`)
      expect(read.body).toMatchObject({ matches: true, planHash: body.planHash, kind: 'sheet' })
      expect(read.body.sheet.groups.length).toBeGreaterThan(0)
    })

    it('is not there for another clinic, and not before there is a plan', async () => {
      const { patientId } = await newPatientWithSession(server, clinicId)
      const path = `/patients/${patientId}/receipts`
      const { body } = await clinician('POST', path, { kind: 'link' })
      const abroad = askingAs(server, staff(await newClinic(server), 'owner', 'clinician'))
      expect((await abroad('GET', `${path}/${body.receiptId}`)).status).toBe(404)
      const fresh = await clinician('POST', '/patients', { name: 'No Session' })
      const none = `/patients/${fresh.body.patientId}/receipts`
      expect((await clinician('POST', none, { kind: 'sheet' })).status).toBe(409)
    })
  })

  it('exports adverse events with lots and without a name, also where a lot is a formula', async () => {
    const { body } = await clinician('POST', '/patients', { name: 'Yusuf Demir' })
    const { patientId } = body
    const procedure = await clinician('POST', `/patients/${patientId}/procedures`, {
      endedAt: iso(server.clock.now - 3 * 86_400_000),
      device: 'pen',
      needleDepthMm: 1.5,
      bodySites: ['face'],
      product: {
        needleLot: '=cmd|calc',
        deviceName: 'Pen X',
        products: [{ name: 'Serum', lot: 'S1' }],
      },
    })
    const report = {
      procedureId: procedure.body.procedureId,
      at: iso(server.clock.now),
      codes: ['granuloma'],
      severity: 'moderate',
      narrative: 'Yusuf Demir called about a lump',
    }
    const told = await clinician('POST', `/patients/${patientId}/adverse-events`, report)
    expect(told.status).toBe(201)
    expect(told.body.data).toMatchObject({
      severity: 'moderate',
      treatment: { needleLot: '=cmd|calc', daysSince: 3 },
    })
    const json = await owner('GET', '/adverse-events')
    const csv = await owner('GET', '/adverse-events.csv')
    const text = Buffer.from(csv.body).toString()
    for (const one of [JSON.stringify(json.body), text])
      expect(one).not.toMatch(new RegExp(`Yusuf|Demir|lump|${patientId}`))
    expect(json.body.items).toMatchObject([{ treatment: { daysSince: 3, deviceName: 'Pen X' } }])
    expect(text.split('\r\n')[0]).toBe(ADVERSE_HEAD.map((name) => `"${name}"`).join(','))
    expect(text).toContain(`"'=cmd|calc"`)
    expect(text).toContain('"Serum (S1)"')
    const desk = askingAs(server, staff(clinicId, 'front-desk'))
    expect((await desk('GET', '/adverse-events')).status).toBe(403)
    const wrong = { ...report, procedureId: crypto.randomUUID() }
    expect((await clinician('POST', `/patients/${patientId}/adverse-events`, wrong)).status).toBe(
      400,
    )
  })

  describe('the audit', () => {
    it('is read by who, whom, what and when, in pages that leave no line out', async () => {
      const { patientId } = await newPatientWithSession(server, clinicId)
      for (let k = 0; k < 5; k++) {
        server.clock.now += 1
        await clinician('GET', `/patients/${patientId}/plan`)
      }
      const query = `/audit?patient=${patientId}&actor=user-clinician&action=plan.read`
      const first = await owner('GET', `${query}&limit=3`)
      const next = await owner('GET', `${query}&limit=3&cursor=${first.body.next}`)
      const lines = [...first.body.items, ...next.body.items]
      expect(new Set(lines.map(({ auditId }) => auditId)).size).toBe(5)
      expect(next.body.next).toBeNull()
      const last = encodeURIComponent(lines[0].at)
      expect((await owner('GET', `${query}&to=${last}`)).body.items).toHaveLength(4)
      expect((await owner('GET', `${query}&from=${last}`)).body.items).toHaveLength(1)
      const csv = await owner('GET', `/audit.csv?patient=${patientId}&action=plan.read`)
      expect(Buffer.from(csv.body).toString().trim().split('\r\n')).toHaveLength(6)
      expect((await clinician('GET', '/audit')).status).toBe(403)
      expect((await owner('GET', '/audit?cursor=WyJ4Il0')).status).toBe(400)
    })

    it('is read by what was done also where that has three words', async () => {
      expect((await owner('GET', '/audit?action=team.invitation.list')).status).toBe(200)
    })

    it('says which records a search has shown, and nothing of what was typed', async () => {
      const { body } = await clinician('POST', '/patients', { name: 'Philippa Quist' })
      await clinician('POST', '/patients/search', { text: 'quist' })
      await clinician('POST', '/patients/search', { text: 'nobody-of-this-name' })
      const told = await owner('GET', '/audit?action=patient.search')
      const shown = told.body.items.map(({ detail }: { detail: object }) => detail)
      expect(shown).toContainEqual({ patients: body.patientId })
      expect(shown).toContainEqual({ patients: '' })
      expect(JSON.stringify(told.body)).not.toMatch(/quist|nobody-of/i)
    })

    it('tells a patient who saw their record, and nobody who saw another’s', async () => {
      const [one, other] = [
        await newPatientWithSession(server, clinicId),
        await newPatientWithSession(server, clinicId),
      ]
      await clinician('GET', `/patients/${one.patientId}/plan`)
      const own = askingAs(server, patient(clinicId, one.patientId))
      const { body } = await own('GET', `/patients/${one.patientId}/accesses`)
      expect(body.items).toContainEqual(
        expect.objectContaining({ by: 'staff', action: 'plan.read' }),
      )
      expect(JSON.stringify(body)).not.toContain(other.patientId)
      expect((await own('GET', `/patients/${other.patientId}/accesses`)).status).toBe(404)
    })
  })

  describe('the export', () => {
    it('leaves out no kind of event, and opens what is sealed', async () => {
      const { patientId, procedureId } = await newPatientWithSession(server, clinicId)
      const own = askingAs(server, patient(clinicId, patientId))
      const at = `/patients/${patientId}`
      await consent(server, { clinicId, patientId }, { scope: 'photos-care', given: true })
      await own('POST', `${at}/check-ins`, {
        symptoms: [{ name: 'redness' }],
        notes: 'a bit warm <b>',
      })
      await own('POST', `${at}/messages`, { body: 'see you <script>alert(1)</script>' })
      await own('POST', `${at}/done`, { subject: 'makeup' })
      await own('POST', `${at}/moves`, { zone: 'Europe/London' })
      await clinician('POST', `${at}/receipts`, { kind: 'sheet' })
      await clinician('POST', `${at}/procedures/${procedureId}/corrections`, {
        endedAt: iso(server.clock.now - 5_400_000),
      })
      const listed = await clinician('GET', `${at}/events`)
      const { body } = await own('POST', `${at}/export`, {})
      expect(body.events).toEqual(listed.body.items)
      const types = body.events.map((one: { type: string }) => one.type)
      expect(types).toEqual(
        expect.arrayContaining([
          'procedure',
          'check-in',
          'message',
          'done',
          'moved',
          'corrected',
          'consent',
        ]),
      )
      for (const type of types) expect(EVENT_TYPES).toContain(type)
      expect(body).toMatchObject({
        profile: { name: 'Aisha Rahman' },
        consents: { now: { 'photos-care': true } },
        plan: { hash: expect.stringMatching(/^sha256:/) },
        receipts: [{ kind: 'sheet', sheet: expect.anything() }],
        messages: [{ body: 'see you <script>alert(1)</script>' }],
      })
      expect(body.accesses.length).toBeGreaterThan(0)
      const page = await own('POST', `${at}/export/page`, {})
      const html = Buffer.from(page.body).toString()
      expect(html).toContain('a bit warm &lt;b&gt;')
      expect(html).not.toContain('<script')
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    })

    it('speaks the person’s language, in its direction', async () => {
      const { body } = await clinician('POST', '/patients', { name: 'Layla', locale: 'ar' })
      const page = await owner('POST', `/patients/${body.patientId}/export/page`, {})
      const html = Buffer.from(page.body).toString()
      expect(html).toContain('<html lang="ar" dir="rtl">')
      expect(html).toContain('سجلّي')
    })

    it('gives a whole clinic away in pages, each patient once, and to owners alone', async () => {
      const own = await newClinic(server)
      for (const name of ['One', 'Two', 'Three']) await newPatientWithSession(server, own, { name })
      const ask = askingAs(server, staff(own, 'owner'))
      const names: string[] = []
      let next: string | null = ''
      while (next !== null) {
        const page = await ask('GET', `/export?limit=2${next && `&cursor=${next}`}`)
        const lines = Buffer.from(page.body)
          .toString()
          .trim()
          .split('\n')
          .map((one) => JSON.parse(one))
        names.push(...lines.flatMap((one) => one.profile?.name ?? []))
        next = lines.at(-1).next
      }
      expect(names.toSorted()).toEqual(['One', 'Three', 'Two'])
      expect((await askingAs(server, staff(own, 'clinician'))('GET', '/export')).status).toBe(403)
    })
  })
})
