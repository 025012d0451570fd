import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { escalate } from '../deliver/escalate.ts'
import { resolved } from '../testing/alert-steps.ts'
import {
  type Ask,
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
import { newMember } from '../testing/members.ts'
import { inScope } from '../store/database.ts'

const URGENT = { symptoms: [{ name: 'pus', severity: 'severe' }] }
const MINUTE_MS = 60_000

describe.each(DATABASES)('an urgent alert on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let patientId: string
  let clinician: Ask
  let desk: Ask
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    server.clock.now = START
    clinicId = await newClinic(server)
    clinician = askingAs(server, staff(clinicId, 'clinician'))
    desk = askingAs(server, staff(clinicId, 'front-desk'))
    ;({ patientId } = await newPatientWithSession(server, clinicId))
  })

  const raised = async () => {
    const own = askingAs(server, patient(clinicId, patientId))
    const { body } = await own('POST', `/patients/${patientId}/check-ins`, URGENT)
    expect(body.disposition).toBe('urgent')
    return shown()
  }
  const shown = async () => (await desk('GET', '/alerts')).body.items[0]
  const seen = ({ revision }: { readonly revision: number }) => ({ 'if-match': `"${revision}"` })

  it('is taken by one of two who saw it free; the other is told, and takes nothing', async () => {
    const alert = await raised()
    const path = `/alerts/${alert.alertId}/acknowledge`
    expect((await desk('POST', path, {})).status).toBe(428)
    expect((await desk('POST', path, {}, seen(alert))).status).toBe(200)
    const body = { ownerId: 'user-clinician' }
    const second = await clinician('POST', path, body, seen(alert))
    expect([second.status, second.body.type]).toEqual([412, '/problems#precondition-failed'])
    expect(await shown()).toMatchObject({
      ownerId: 'user-front-desk',
      acknowledgedBy: 'user-front-desk',
    })
    const closing = `/alerts/${alert.alertId}/resolve`
    expect((await clinician('POST', closing, {}, seen(alert))).status).toBe(412)
    expect(await shown()).toMatchObject({ resolvedAt: null })
    expect((await clinician('POST', path, body, seen(await shown()))).status).toBe(200)
    expect(await shown()).toMatchObject({ ownerId: 'user-clinician' })
  })

  it('is named in the audit by whoever took and closed it', async () => {
    const alert = await raised()
    await resolved(clinician, alert)
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const lines = (await owner('GET', '/audit')).body.items as { action: string; detail: object }[]
    expect(lines.find(({ action }) => action === 'alert.resolve')?.detail).toMatchObject({
      alert: alert.alertId,
      patient: patientId,
    })
  })

  it('says that what it is of was taken back, and stays', async () => {
    const alert = await raised()
    expect(alert.undone).toBe(false)
    const path = `/patients/${patientId}/events/${alert.checkInId}/undo`
    expect((await clinician('POST', path, { reason: 'told for somebody else' })).status).toBe(201)
    expect(await shown()).toMatchObject({ alertId: alert.alertId, undone: true, urgency: 3 })
  })

  it('says that nobody was told where there is nobody to tell, and is not said to have escalated', async () => {
    const alert = await raised()
    expect(alert).toMatchObject({ nobodyTold: true, escalatedAt: null })
    server.clock.now += 30 * MINUTE_MS
    const place = { clinicId, alertId: alert.alertId }
    await escalate(server.deps, place)
    expect(await shown()).toMatchObject({ nobodyTold: true, escalatedAt: null, revision: 1 })
    await newMember(server, { clinicId, roles: 'clinician', email: `${clinicId}@example.org` })
    server.clock.now += 30 * MINUTE_MS
    await escalate(server.deps, place)
    const escalatedAt = new Date(server.clock.now).toISOString()
    expect(await shown()).toMatchObject({ nobodyTold: false, escalatedAt })
  })

  it('says that nobody was told where no mail about it arrived, until somebody has it', async () => {
    await newMember(server, { clinicId, roles: 'owner', email: `${clinicId}@example.org` })
    const alert = await raised()
    expect(alert.nobodyTold).toBe(false)
    server.clock.now += 10 * MINUTE_MS - 1
    expect((await shown()).nobodyTold).toBe(false)
    server.clock.now += 1
    // It is queued still: a mail server that is away, or nothing that sends.
    expect((await shown()).nobodyTold).toBe(true)
    server.clock.now = START
    await inScope(server.deps.db, { clinicId }, (trx) =>
      trx.updateTable('delivery').set({ state: 'gone' }).where('patientId', 'is', null).execute(),
    )
    expect((await shown()).nobodyTold).toBe(true)
    await desk('POST', `/alerts/${alert.alertId}/acknowledge`, {}, seen(alert))
    expect((await shown()).nobodyTold).toBe(false)
  })
})
