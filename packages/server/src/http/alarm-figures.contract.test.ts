import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope, timestampOf } from '../store/database.ts'
import { acknowledged } from '../testing/alert-steps.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { decide } from '../wake/wake-testing.ts'

const HOUR_MS = 3_600_000

describe.each(DATABASES)('the figures to be woken by, on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  async function figures(): Promise<Readonly<Record<string, number>>> {
    const text = await (await server.app.request('/metrics')).text()
    const value = (name: string) => {
      const line = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)
      if (line === null) throw new Error(`no figure is named ${name}`)
      return Number(line[1])
    }
    return {
      open: value('afterglow_open_urgent_alerts'),
      oldest: value('afterglow_oldest_open_urgent_alert_seconds'),
      undelivered: value('afterglow_staff_mail_undelivered'),
    }
  }

  async function report(symptom: string): Promise<string> {
    const clinicId = await newClinic(server)
    await decide(server, clinicId, { alertEmails: ['desk@example.org'] })
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, patient(clinicId, patientId))
    const symptoms = [{ name: symptom, severity: 'severe' }]
    await ask('POST', `/patients/${patientId}/check-ins`, { symptoms })
    return clinicId
  }

  it('are of all clinics: what is urgent and nobody has seen, since when, and staff mail that was given up', async () => {
    expect(await figures()).toEqual({ open: 0, oldest: 0, undelivered: 0 })
    const clinicId = await report('pus')
    server.clock.now += HOUR_MS
    await report('breathing-difficulty')
    // For the clinic, and nothing to be woken by.
    await report('a sort of tickle')
    server.clock.now += HOUR_MS
    expect(await figures()).toEqual({ open: 2, oldest: 7_200, undelivered: 0 })
    const settledAt = timestampOf(server.clock.now)
    const given = await inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .updateTable('delivery')
        .set({ state: 'dead', settledAt })
        .where('clinicId', '=', clinicId)
        .returning('deliveryId')
        .execute(),
    )
    expect(given).toHaveLength(1)
    const desk = askingAs(server, staff(clinicId, 'front-desk'))
    const [alert] = (await desk('GET', '/alerts')).body.items
    await acknowledged(desk, alert)
    expect(await figures()).toEqual({ open: 1, oldest: 3_600, undelivered: 1 })
    server.clock.now += 24 * HOUR_MS
    expect(await figures()).toMatchObject({ open: 1, undelivered: 0 })
  })

  it('are no numbers where the database does not tell', async () => {
    await server.pause()
    expect(await figures()).toEqual({
      open: Number.NaN,
      oldest: Number.NaN,
      undelivered: Number.NaN,
    })
  })
})
