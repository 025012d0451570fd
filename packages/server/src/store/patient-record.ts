import type { Deps } from '../deps.ts'
import {
  type ClinicKey,
  clinicKey,
  createPatientKey,
  openPatientKey,
  type PatientKey,
  referenceTerm,
  type SealContext,
  sealJson,
  searchTerms,
  unsealJson,
} from '../seal/index.ts'
import { jsonOf, timestampOf, type Trx } from './database.ts'
import { lookAgain } from './look-again.ts'
import { leaveOldAddress } from './old-address.ts'
import type { ProtocolPin } from './tables.ts'

/** Who a patient is and how to reach them: sealed, and found by keyed hashes only. */
export interface Identity {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  /** The clinic's own number for them. */
  readonly reference: string | null
}

export const CHANNELS = ['email', 'push', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

/** How a patient wants to be reached; what is null is the clinic's setting. */
export interface Preferences {
  readonly channel: Channel | null
  readonly quietHours: { readonly from: string; readonly until: string } | null
  readonly digestAt: string | null
  readonly kinds: readonly string[] | null
}

export const NO_PREFERENCES: Preferences = {
  channel: null,
  quietHours: null,
  digestAt: null,
  kinds: null,
}

/** A patient's row with the key that opens what is sealed of theirs. */
export interface PatientRecord {
  readonly clinicId: string
  readonly patientId: string
  readonly zone: string
  readonly locale: string
  readonly preferences: Preferences
  readonly state: 'active' | 'merged' | 'erased'
  readonly mergedInto: string | null
  readonly revision: number
  readonly createdAt: number
  readonly key: PatientKey
  readonly identity: Identity
}

export interface NewPatient {
  readonly patientId: string
  readonly zone: string
  readonly locale: string
  readonly identity: Identity
  readonly preferences: Preferences
}

type Sealing = Pick<Deps, 'masterKeys' | 'now'>

export async function createPatient(
  trx: Trx,
  deps: Sealing & Pick<Deps, 'shelf'>,
  { clinicId, patient }: { readonly clinicId: string; readonly patient: NewPatient },
): Promise<PatientRecord> {
  const { patientId, zone, locale, identity, preferences } = patient
  const place = { clinicId, patientId }
  const { wrapped, key } = createPatientKey(deps.masterKeys, place)
  const createdAt = deps.now()
  const now = timestampOf(createdAt)
  await trx
    .insertInto('patientKey')
    .values({ ...place, wrapped, createdAt: now })
    .execute()
  const sealed = sealJson(key, identity, identityPlace(place))
  const times = { createdAt: now, updatedAt: now }
  const row = { ...place, zone, locale, preferences: jsonOf(preferences), sealed, ...times }
  await trx
    .insertInto('patient')
    .values({ ...row, state: 'active' })
    .execute()
  await writeTerms(trx, deps, { ...place, identity })
  await pinPlan(trx, deps, place)
  return { ...patient, ...place, state: 'active', mergedInto: null, revision: 1, createdAt, key }
}

/** A plan is of what its clinic had adopted when it began, and stays so. */
async function pinPlan(
  trx: Trx,
  { shelf, now }: Pick<Deps, 'shelf' | 'now'>,
  place: { readonly clinicId: string; readonly patientId: string },
): Promise<void> {
  const adoption = await newestAdoption(trx, place.clinicId)
  const protocols = jsonOf(adoption?.protocols ?? shelf.current)
  const adoptionId = adoption?.adoptionId ?? null
  await trx
    .insertInto('carePlan')
    .values({ ...place, protocols, adoptionId, eventCount: 0, updatedAt: timestampOf(now()) })
    .execute()
}

export async function newestAdoption(
  trx: Trx,
  clinicId: string,
): Promise<
  { readonly adoptionId: string; readonly protocols: readonly ProtocolPin[] } | undefined
> {
  return trx
    .selectFrom('adoption')
    .select(['adoptionId', 'protocols'])
    .where('clinicId', '=', clinicId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A patient of the clinic, or null: never there, of another clinic, or erased. */
export async function openPatient(
  trx: Trx,
  deps: Sealing,
  place: { readonly clinicId: string; readonly patientId: string },
): Promise<PatientRecord | null> {
  const row = await patientRows(trx, place.clinicId)
    .where('patient.patientId', '=', place.patientId)
    .executeTakeFirst()
  return row === undefined ? null : recordOf(deps, row)
}

export async function openPatients(
  trx: Trx,
  deps: Sealing,
  place: { readonly clinicId: string; readonly patientIds: readonly string[] },
): Promise<readonly PatientRecord[]> {
  if (place.patientIds.length === 0) return []
  const rows = await patientRows(trx, place.clinicId)
    .where('patient.patientId', 'in', [...place.patientIds])
    .execute()
  return rows.flatMap((row) => recordOf(deps, row) ?? [])
}

/** Null where the record is no longer as it was read: changed, merged or erased meanwhile. Then nothing of the change is written. */
export async function changePatient(
  trx: Trx,
  deps: Sealing,
  { record, change }: { readonly record: PatientRecord; readonly change: PatientChange },
): Promise<PatientRecord | null> {
  const { clinicId, patientId } = record
  const next = { ...record, ...change, revision: record.revision + 1 }
  // When they are written to may have changed with it: the worker looks again. This holds their plan, and whoever erases
  // or merges them holds that before their row as well.
  const timesMoved = change.preferences !== undefined || change.zone !== undefined
  await lookAgain(trx, { clinicId, patientId }, { at: deps.now(), timesMoved })
  if (!(await writePatient(trx, deps, next))) return null
  if (change.identity) {
    await writeTerms(trx, deps, { clinicId, patientId, identity: change.identity })
    const moved = { clinicId, patientId, before: record.identity, after: change.identity }
    await leaveOldAddress(trx, deps, moved)
  }
  return next
}

async function writePatient(trx: Trx, deps: Sealing, next: PatientRecord): Promise<boolean> {
  const { clinicId, patientId, key } = next
  const changed = await trx
    .updateTable('patient')
    .set({
      zone: next.zone,
      locale: next.locale,
      preferences: jsonOf(next.preferences),
      sealed: sealJson(key, next.identity, identityPlace({ clinicId, patientId })),
      revision: next.revision,
      updatedAt: timestampOf(deps.now()),
    })
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('state', '=', 'active')
    .where('revision', '=', next.revision - 1)
    .returning('revision')
    .executeTakeFirst()
  return changed !== undefined
}

export type PatientChange = Partial<
  Pick<PatientRecord, 'zone' | 'locale' | 'preferences' | 'identity'>
>

/** Rows of patients who are not erased, each with its wrapped key. */
function patientRows(trx: Trx, clinicId: string) {
  return trx
    .selectFrom('patient')
    .innerJoin('patientKey', (join) =>
      join
        .onRef('patientKey.clinicId', '=', 'patient.clinicId')
        .onRef('patientKey.patientId', '=', 'patient.patientId'),
    )
    .selectAll('patient')
    .select('patientKey.wrapped')
    .where('patient.clinicId', '=', clinicId)
    .where('patientKey.clinicId', '=', clinicId)
    .where('patient.state', '!=', 'erased')
}

type Row = Awaited<ReturnType<ReturnType<typeof patientRows>['execute']>>[number]

/** What does not open was erased, or was put here from elsewhere: either way there is nobody to show. */
function recordOf({ masterKeys }: Sealing, row: Row): PatientRecord | null {
  const { wrapped, sealed, preferences, updatedAt: _, ...rest } = row
  const opened = openPatientKey(masterKeys, wrapped, rest)
  if (!opened.ok || sealed === null) return null
  const identity = unsealJson(opened.value, sealed, identityPlace(rest))
  if (!identity.ok) return null
  // Sealed by `createPatient` or `changePatient` from an Identity; preferences likewise written by them.
  return {
    ...rest,
    preferences: preferences as Preferences,
    key: opened.value,
    identity: identity.value as Identity,
  }
}

export function identityPlace({
  clinicId,
  patientId,
}: {
  clinicId: string
  patientId: string
}): SealContext {
  return { clinicId, patientId, field: 'patient.identity' }
}

export async function writeTerms(
  trx: Trx,
  { masterKeys }: Sealing,
  { clinicId, patientId, identity }: { clinicId: string; patientId: string; identity: Identity },
): Promise<void> {
  const key = clinicKey(masterKeys, clinicId, 'search')
  await trx
    .deleteFrom('patientTerm')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .execute()
  const terms = termsOf(key, identity)
  if (terms.length === 0) return
  await trx
    .insertInto('patientTerm')
    .values(terms.map((term) => ({ clinicId, patientId, term })))
    .execute()
}

/** What a patient is found by: as one searches, and by the clinic's own number for them. */
export function termsOf(key: ClinicKey, identity: Identity): readonly Uint8Array[] {
  const { reference } = identity
  const terms = searchTerms(key, identity)
  return reference === null ? terms : [...terms, referenceTerm(key, reference)]
}
