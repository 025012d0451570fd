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

async function signedInPatient(server: TestServer, clinicId: string): Promise<Patient> {
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

/** What a phone knows: what was acknowledged, and the key of what it has to send again. */
interface Phone extends Patient {
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

/** Sends check-ins without end until the server is gone, first what nobody has acknowledged. */
async function sendUntilGone(url: string, phone: Phone): Promise<void> {
  for (;;) {
    const key = phone.unsure.shift() ?? randomUUID()
    try {
      const sent = fetch(`${url}${pathOf(phone)}`, checkIn(url, phone.token, key))
      phone.acknowledged.push(await acknowledgedId(await sent))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      phone.unsure.push(key)
      return
    }
  }
}

function pathOf({ patientId }: Patient): string {
  return `/api/v1/patients/${patientId}/check-ins`
}

const allOf = (phones: readonly Phone[]) => phones.flatMap(({ acknowledged }) => acknowledged)

/** Kills the server when it has acknowledged so many more. Phones of one clinic: their check-ins are written together. */
async function killAfter(
  more: number,
  phones: readonly Phone[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const child = await startChildServer(environment)
  const enough = allOf(phones).length + more
  const senders = Promise.all(phones.map((phone) => sendUntilGone(child.url, phone)))
  const watch = { isOver: false }
  const acknowledged = async (): Promise<void> => {
    while (!watch.isOver && allOf(phones).length < enough)
      await new Promise((next) => setTimeout(next, 2))
  }
  try {
    // A sender ends before the server only where it was refused, and then the test fails.
    await Promise.race([acknowledged(), senders])
  } finally {
    watch.isOver = true
    await child.kill()
  }
  await senders
}

describe.each(DATABASES)('a server killed in the middle of check-ins, on %s', (kind) => {
  it(`has every acknowledged check-in once, after ${ROUNDS} times`, async () => {
    const server = await openTestServer(kind, { onDisk: true })
    const clinicId = await newClinic(server)
    const phones: Phone[] = []
    for (let k = 0; k < AT_ONCE; k++) {
      phones.push({
        ...(await signedInPatient(server, clinicId)),
        acknowledged: [],
        unsure: [],
      })
    }
    const { DATABASE_URL } = server.deps.config
    await server.pause()
    const environment = {
      AFTERGLOW_DATA: server.folder,
      AFTERGLOW_WORK: 'web',
      ...(DATABASE_URL && { DATABASE_URL }),
    }
    for (let round = 0; round < ROUNDS; round++) {
      await killAfter(3 + (round % 7), phones, environment)
    }
    const again = await server.reopen()
    again.clock.now = Date.now()
    // All that were on their way at the last kill: a phone sends them again until it is told that they are kept.
    expect(phones.map(({ unsure }) => unsure.length)).toEqual(phones.map(() => 1))
    for (const phone of phones) {
      const [key = ''] = phone.unsure
      const sent = checkIn(again.deps.baseUrl, phone.token, key)
      phone.acknowledged.push(await acknowledgedId(await again.app.request(pathOf(phone), sent)))
    }
    const rows = await inScope(again.deps.db, { clinicId }, (trx) =>
      trx
        .selectFrom('event')
        .select('eventId')
        .where('clinicId', '=', clinicId)
        .where('type', '=', 'check-in')
        .execute(),
    )
    const kept = rows.map(({ eventId }) => eventId)
    expect(kept.toSorted()).toEqual(allOf(phones).toSorted())
    await again.close()
  }, 600_000)
})
