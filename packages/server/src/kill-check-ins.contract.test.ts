import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { patientCookie } from './auth/patient-cookie.ts'
import { inScope, timestampOf } from './store/database.ts'
import { startChildServer } from './testing/child-server.ts'
import {
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  START,
  type TestServer,
} from './testing/harness.ts'
import { createToken } from './token.ts'

const ROUNDS = 20
const AT_ONCE = 8

interface Patient {
  readonly clinicId: string
  readonly patientId: string
  readonly token: string
}

async function signedInPatient(server: TestServer): Promise<Patient> {
  const clinicId = await newClinic(server)
  const { patientId } = await newPatientWithSession(server, clinicId)
  const token = createToken(clinicId, server.deps.randomBytes)
  await inScope(server.deps.db, { clinicId }, (trx) =>
    trx
      .insertInto('patientSession')
      .values({
        clinicId,
        patientId,
        sessionId: randomUUID(),
        kind: 'patient',
        tokenHash: token.hash,
        createdAt: timestampOf(START),
        seenAt: timestampOf(Date.now()),
        expiresAt: timestampOf(Date.now() + 86_400_000),
      })
      .execute(),
  )
  return { clinicId, patientId, token: token.text }
}

/** What a phone knows: what was acknowledged, and the keys of what it has to send again. */
interface Outbox {
  readonly acknowledged: string[]
  readonly unsure: string[]
}

/** As a phone sends it: the server names the check-in, and of a repeat nothing but the key says that it is one. */
function checkIn(baseUrl: string, token: string, key: string): RequestInit {
  const cookie = `${patientCookie(baseUrl)}=${token}`
  return {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ symptoms: [{ name: 'redness', severity: 'mild' }] }),
  }
}

async function acknowledgedId(response: Response): Promise<string> {
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  const { checkInId } = (await response.json()) as { readonly checkInId: string }
  return checkInId
}

/** Sends check-ins without end until the server is gone, first those that nobody has acknowledged. */
async function sendUntilGone(url: string, { patientId, token }: Patient, outbox: Outbox) {
  const { acknowledged, unsure } = outbox
  for (;;) {
    const key = unsure.shift() ?? randomUUID()
    try {
      const path = `${url}/api/v1/patients/${patientId}/check-ins`
      acknowledged.push(await acknowledgedId(await fetch(path, checkIn(url, token, key))))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      unsure.push(key)
      return
    }
  }
}

describe.each(DATABASES)('a server killed in the middle of check-ins, on %s', (kind) => {
  it(`has every acknowledged check-in once, after ${ROUNDS} times`, async () => {
    const server = await openTestServer(kind, { onDisk: true })
    const patient = await signedInPatient(server)
    const { DATABASE_URL } = server.deps.config
    await server.pause()
    const environment = {
      AFTERGLOW_DATA: server.folder,
      AFTERGLOW_WORK: 'web',
      ...(DATABASE_URL && { DATABASE_URL }),
    }
    const outbox: Outbox = { acknowledged: [], unsure: [] }
    const { acknowledged, unsure } = outbox
    for (let round = 0; round < ROUNDS; round++) {
      const child = await startChildServer(environment)
      const before = acknowledged.length
      const senders = Array.from({ length: AT_ONCE }, () =>
        sendUntilGone(child.url, patient, outbox),
      )
      while (acknowledged.length < before + 3 + (round % 7))
        await new Promise((next) => setTimeout(next, 2))
      await child.kill()
      await Promise.all(senders)
    }
    const again = await server.reopen()
    again.clock.now = Date.now()
    // All that were on their way at the last kill: a phone sends them again until it is told that they are kept.
    expect(unsure).toHaveLength(AT_ONCE)
    for (const key of unsure) {
      const path = `/api/v1/patients/${patient.patientId}/check-ins`
      acknowledged.push(
        await acknowledgedId(
          await again.app.request(path, checkIn(again.deps.baseUrl, patient.token, key)),
        ),
      )
    }
    const rows = await inScope(again.deps.db, patient, (trx) =>
      trx
        .selectFrom('event')
        .select('eventId')
        .where('clinicId', '=', patient.clinicId)
        .where('type', '=', 'check-in')
        .execute(),
    )
    const kept = rows.map(({ eventId }) => eventId)
    expect(kept.toSorted()).toEqual(acknowledged.toSorted())
    await again.close()
  }, 600_000)
})
