import { randomUUID } from 'node:crypto'
import { patientCookie } from '../auth/patient-cookie.ts'
import { inScope, timestampOf } from '../store/database.ts'
import { createToken } from '../token.ts'
import { newPatientWithSession, START, type TestServer } from './harness.ts'

interface Patient {
  readonly clinicId: string
  readonly patientId: string
  /** As it sends it with each request. */
  readonly cookie: string
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
  const cookie = `${patientCookie(server.deps.baseUrl)}=${token.text}`
  return { clinicId, patientId, cookie }
}

/** What a phone knows: what was acknowledged, and the key of what it has to send again. */
export interface Phone extends Patient {
  readonly acknowledged: string[]
  readonly unsure: string[]
}

/** As a phone sends it: the server names the check-in, and of a repeat nothing but the key says that it is one. */
function checkIn({ cookie }: Phone, key: string): RequestInit {
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
export async function sendUntilGone(url: string, phone: Phone): Promise<void> {
  for (;;) {
    const key = phone.unsure.shift() ?? randomUUID()
    try {
      const sent = fetch(`${url}${pathOf(phone)}`, checkIn(phone, key))
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

/** So many phones of one clinic: their check-ins are written together. */
export async function signedInPhones(
  server: TestServer,
  clinicId: string,
  count: number,
): Promise<readonly Phone[]> {
  const phones: Phone[] = []
  for (let k = 0; k < count; k++) {
    const patient = await signedInPatient(server, clinicId)
    phones.push({ ...patient, acknowledged: [], unsure: [] })
  }
  return phones
}

export function acknowledgedBy(phones: readonly Phone[]): readonly string[] {
  return phones.flatMap(({ acknowledged }) => acknowledged)
}

/** Sends what nobody has acknowledged again, as a phone does until it is told that it is kept. */
export async function sendAgain({ app }: TestServer, phone: Phone): Promise<void> {
  for (const key of phone.unsure.splice(0)) {
    const sent = checkIn(phone, key)
    phone.acknowledged.push(await acknowledgedId(await app.request(pathOf(phone), sent)))
  }
}

export async function keptCheckIns(
  { deps }: TestServer,
  clinicId: string,
): Promise<readonly string[]> {
  const rows = await inScope(deps.db, { clinicId }, (trx) =>
    trx
      .selectFrom('event')
      .select('eventId')
      .where('clinicId', '=', clinicId)
      .where('type', '=', 'check-in')
      .execute(),
  )
  return rows.map(({ eventId }) => eventId)
}
