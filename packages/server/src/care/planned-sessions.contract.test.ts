import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '../store/database.ts'
import { eventsOf } from '../store/event-log.ts'
import { openPatient } from '../store/patient-record.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  START,
  type TestServer,
} from '../testing/harness.ts'
import { endedSessions } from './ended-sessions.ts'
import { unconfirmedSessions } from './planned-sessions.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const iso = (at: number) => new Date(at).toISOString().replace('.000', '')

describe.each(DATABASES)('which sessions nobody has said took place, on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  it('is the same as the plan and as the list of ended sessions read it', async () => {
    const clinicId = await newClinic(server)
    const ask = askingAs(server, staff(clinicId, 'clinician'))
    const { patientId } = await newPatientWithSession(server, clinicId)
    const path = `/patients/${patientId}/procedures`
    const plan = async (endedAt: number) => {
      const session = { endedAt: iso(endedAt), device: 'pen', bodySites: ['face'] }
      const told = await ask('POST', path, session)
      expect(told.status).toBe(201)
      return String(told.body.procedureId)
    }
    const correct = async (id: string, endedAt: number) => {
      const told = await ask('POST', `${path}/${id}/corrections`, { endedAt: iso(endedAt) })
      expect(told.status).toBe(201)
      return String(told.body.eventId)
    }
    const undo = async (id: string) => {
      const body = { reason: 'told for somebody else' }
      expect((await ask('POST', `/patients/${patientId}/events/${id}/undo`, body)).status).toBe(201)
    }
    const sessions = []
    for (let week = 1; week <= 5; week++) sessions.push(await plan(START + week * 7 * DAY_MS))
    const [stays = '', came = '', putOff = '', tookBack = '', off = ''] = sessions
    await correct(putOff, START + 40 * DAY_MS)
    await undo(off)
    server.clock.now = START + 30 * DAY_MS
    await correct(came, START + 14 * DAY_MS + HOUR_MS)
    await undo(await correct(tookBack, START + 28 * DAY_MS))

    server.clock.now = START + 60 * DAY_MS
    const at = server.clock.now
    const { said, listed } = await inScope(server.deps.db, { clinicId }, async (trx) => {
      const record = await openPatient(trx, server.deps, { clinicId, patientId })
      if (record === null) throw new Error('no patient')
      const span = { clinicId, after: START - DAY_MS, until: at }
      const { rows } = await sql<{ readonly eventId: string; readonly isSure: boolean }>`
        select event_id, is_sure from (${endedSessions(span)}) ended`.execute(trx)
      return { said: unconfirmedSessions(await eventsOf(trx, record), at), listed: rows }
    })
    const unsure = listed.filter(({ isSure }) => !isSure).map(({ eventId }) => eventId)
    expect(new Set(unsure)).toEqual(said)
    expect(said).toEqual(new Set([stays, putOff, tookBack]))
    expect(listed).toHaveLength(5)
  })
})
