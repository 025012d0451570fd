import type { Deps } from '../../packages/server/src/deps.ts'
import { createPatientKey, sealJson } from '../../packages/server/src/seal/index.ts'
import { createClinic } from '../../packages/server/src/store/clinic-settings.ts'
import { inScope, jsonOf, timestampOf, type Trx } from '../../packages/server/src/store/database.ts'

/**
 * Clinics with patients who are all due at once. Ids end with the clinic's number and begin with the row's, so that a script
 * that counts clinics may write them.
 */
export const FIRST_CLINIC = 10_000_000
export const PATIENTS_EACH = 50

const PLACES = { patient: '8000', clinic: '8001', event: '8002', delivery: '8003' }

export function burstId(kind: keyof typeof PLACES, row: number, clinic: number): string {
  return `00000000-0000-4000-${PLACES[kind]}-${String(row).padStart(4, '0')}${clinic}`
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Each with one session of a day ago, consent to e-mail and an address; a day of reminders has not been handed on. */
export async function addBurst(deps: Deps, clinics: number): Promise<void> {
  for (let k = 0; k < clinics; k++) {
    const number = FIRST_CLINIC + k
    const clinicId = burstId('clinic', 0, number)
    await inScope(deps.db, { clinicId }, (trx) => addClinic(trx, deps, { number, clinicId }))
  }
}

interface BurstClinic {
  readonly number: number
  readonly clinicId: string
}

async function addClinic(trx: Trx, deps: Deps, { number, clinicId }: BurstClinic): Promise<void> {
  const now = deps.now()
  const clinic = { clinicId, name: 'Riverside', zone: 'Asia/Dubai', country: null, locale: 'en' }
  await createClinic(trx, clinic, now)
  const places = Array.from({ length: PATIENTS_EACH }, (_, row) => ({
    clinicId,
    patientId: burstId('patient', row, number),
  }))
  await addPeople(trx, deps, places)
  const plan = { protocols: jsonOf(deps.shelf.current), eventCount: 3, updatedAt: timestampOf(now) }
  await trx
    .insertInto('carePlan')
    .values(places.map((place) => ({ ...place, ...plan })))
    .execute()
  const wake = { dueAt: timestampOf(now - 60_000), handledUntil: timestampOf(now - DAY_MS) }
  await trx
    .insertInto('wake')
    .values(places.map((place) => ({ ...place, ...wake })))
    .execute()
  for (const [kind, event] of eventsOf(now).entries()) {
    const rows = places.map((place, row) => ({
      ...place,
      ...event,
      eventId: burstId('event', kind * PATIENTS_EACH + row, number),
    }))
    await trx.insertInto('event').values(rows).execute()
  }
}

type Place = { readonly clinicId: string; readonly patientId: string }

async function addPeople(trx: Trx, deps: Deps, places: readonly Place[]): Promise<void> {
  const now = timestampOf(deps.now())
  const made = places.map((place) => ({ place, ...createPatientKey(deps.masterKeys, place) }))
  await trx
    .insertInto('patientKey')
    .values(made.map(({ place, wrapped }) => ({ ...place, wrapped, createdAt: now })))
    .execute()
  const rows = made.map(({ place, key }) => {
    const { patientId } = place
    const email = `${patientId}@patients.example`
    const identity = { name: 'Aisha Rahman', email, phone: null, reference: null }
    const sealed = sealJson(key, identity, { ...place, field: 'patient.identity' })
    const preferences = jsonOf({ channel: null, quietHours: null, digestAt: null, kinds: null })
    return { ...place, zone: 'Asia/Dubai', locale: 'en', preferences, sealed }
  })
  const same = { state: 'active' as const, createdAt: now, updatedAt: now }
  await trx
    .insertInto('patient')
    .values(rows.map((row) => ({ ...row, ...same })))
    .execute()
}

function eventsOf(now: number) {
  const data = [
    {
      code: 'microneedling',
      device: 'pen',
      needleDepthMm: 1.5,
      bodySites: ['face'],
      adjuncts: [],
      setting: 'clinic',
    },
    { fitzpatrickSkinType: 'III', medicines: [], history: [] },
    { scope: 'email', given: true, noticeVersion: '1' },
  ]
  const types = ['procedure', 'patient-facts', 'consent']
  const at = timestampOf(now - DAY_MS - HOUR_MS)
  return types.map((type, k) => ({
    type,
    at,
    recordedAt: at,
    actorKind: 'system',
    actorId: null,
    data: jsonOf(data[k]),
    sealed: null,
  }))
}
