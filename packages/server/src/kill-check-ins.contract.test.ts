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
  readonly cookie: string
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
  return { clinicId, patientId, cookie: `${patientCookie('http://x')}=${token.text}` }
}

/** Sends check-ins without end until the server is gone; the ids that it acknowledged. */
async function sendUntilGone(
  url: string,
  { patientId, cookie }: Patient,
  acknowledged: string[],
): Promise<void> {
  for (;;) {
    const checkInId = randomUUID()
    try {
      const response = await fetch(`${url}/api/v1/patients/${patientId}/check-ins`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': checkInId },
        body: JSON.stringify({ checkInId, symptoms: [{ name: 'redness', severity: 'mild' }] }),
      })
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
      const told = (await response.json()) as { readonly checkInId: string }
      acknowledged.push(told.checkInId)
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
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
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const child = await startChildServer(environment)
      const before = acknowledged.length
      const senders = Array.from({ length: AT_ONCE }, () =>
        sendUntilGone(child.url, patient, acknowledged),
      )
      while (acknowledged.length < before + 3 + (round % 7))
        await new Promise((next) => setTimeout(next, 2))
      await child.kill()
      await Promise.all(senders)
    }
    const again = await server.reopen()
    const rows = await inScope(again.deps.db, patient, (trx) =>
      trx
        .selectFrom('event')
        .select('eventId')
        .where('clinicId', '=', patient.clinicId)
        .where('type', '=', 'check-in')
        .execute(),
    )
    const kept = rows.map(({ eventId }) => eventId)
    expect(new Set(kept).size).toBe(kept.length)
    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([])
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * 3)
    await again.close()
  }, 600_000)
})
