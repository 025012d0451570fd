import { createHash } from 'node:crypto'
import { recordEvents } from '../../packages/server/src/care/record-event.ts'
import type { Deps } from '../../packages/server/src/deps.ts'
import { createClinic } from '../../packages/server/src/store/clinic-settings.ts'
import { inScope, timestampOf, type Trx } from '../../packages/server/src/store/database.ts'
import type { StoredEvent } from '../../packages/server/src/store/event-log.ts'
import { createPatient, NO_PREFERENCES } from '../../packages/server/src/store/patient-record.ts'
import { createToken } from '../../packages/server/src/token.ts'

/**
 * Patients whose ids and session cookies follow from their number, so that a script that knows nothing but numbers may
 * draw one. Numbers have twelve digits, the length of the last part of a UUID.
 */
export const FIRST = 100_000_000_001
const CLINIC_ID = '00000000-0000-4000-8000-00000000c001'

function patientIdOf(number: number): string {
  return `00000000-0000-4000-8000-${number}`
}

/** All of a token's text before the number. */
export const TOKEN_START = createToken(CLINIC_ID, (count) => new Uint8Array(count)).text.slice(
  0,
  -String(FIRST).length,
)

function tokenOf(number: number): string {
  return `${TOKEN_START}${number}`
}

export function tokenHashOf(number: number): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(tokenOf(number)).digest())
}

const A_TRANSACTION = 50
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A clinic with so many patients, each with one session, a plan and a cookie. */
export async function addPatients(deps: Deps, count: number): Promise<void> {
  await inScope(deps.db, { clinicId: CLINIC_ID }, (trx) =>
    createClinic(
      trx,
      { clinicId: CLINIC_ID, name: 'Riverside', zone: 'Asia/Dubai', country: null, locale: 'en' },
      deps.now(),
    ),
  )
  for (let from = 0; from < count; from += A_TRANSACTION) {
    const until = Math.min(from + A_TRANSACTION, count)
    await inScope(deps.db, { clinicId: CLINIC_ID }, async (trx) => {
      for (let k = from; k < until; k++) await addPatient(trx, deps, FIRST + k)
    })
  }
}

async function addPatient(trx: Trx, deps: Deps, number: number): Promise<void> {
  const patientId = patientIdOf(number)
  const identity = {
    name: `Aisha Rahman ${number}`,
    email: `${number}@patients.example`,
    phone: null,
    reference: null,
  }
  const record = await createPatient(trx, deps, {
    clinicId: CLINIC_ID,
    patient: {
      patientId,
      zone: 'Asia/Dubai',
      locale: 'en',
      identity,
      preferences: NO_PREFERENCES,
    },
  })
  const recorded = await recordEvents(trx, deps, { record, events: eventsOf(deps) })
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.issues))
  await addSession(trx, deps, number)
}

function eventsOf({ createId, now }: Deps): readonly StoredEvent[] {
  const actor = { kind: 'system', id: null }
  const recordedAt = now() - 24 * HOUR_MS
  const eventId = createId()
  const procedure = {
    code: 'microneedling',
    device: 'pen',
    needleDepthMm: 1.5,
    bodySites: ['face'],
    adjuncts: [],
    setting: 'clinic',
    indications: ['acne-scars'],
  }
  const facts = { fitzpatrickSkinType: 'III', medicines: [], history: [] }
  const at = recordedAt - HOUR_MS
  return [
    { eventId, type: 'procedure', at, recordedAt, actor, data: procedure },
    {
      eventId: createId(),
      type: 'patient-facts',
      at: recordedAt,
      recordedAt,
      actor,
      data: facts,
    },
  ]
}

async function addSession(trx: Trx, deps: Deps, number: number): Promise<void> {
  const at = deps.now()
  await trx
    .insertInto('patientSession')
    .values({
      clinicId: CLINIC_ID,
      patientId: patientIdOf(number),
      sessionId: sessionIdOf(number),
      kind: 'patient',
      tokenHash: tokenHashOf(number),
      createdAt: timestampOf(at),
      seenAt: timestampOf(at),
      expiresAt: timestampOf(at + 30 * DAY_MS),
    })
    .execute()
}

function sessionIdOf(number: number): string {
  return `00000000-0000-4000-9000-${number}`
}

/** What the app sends when somebody reports a little redness: nobody has to be told. */
export function checkInOf(
  number: number,
  checkInId: string,
): { readonly path: string; readonly headers: Record<string, string>; readonly body: string } {
  return {
    path: `/api/v1/patients/${patientIdOf(number)}/check-ins`,
    headers: {
      cookie: `afterglow-patient=${tokenOf(number)}`,
      'content-type': 'application/json',
      'idempotency-key': checkInId,
    },
    body: JSON.stringify({ checkInId, symptoms: [{ name: 'redness', severity: 'mild' }] }),
  }
}
