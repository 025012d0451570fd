import { randomUUID } from 'node:crypto'
import { recordConsent } from '../care/consents.ts'
import { type PatientCare, readCare } from '../care/patient-care.ts'
import { handleDelivery } from '../deliver/handle-delivery.ts'
import type { DeliveryRow } from '../deliver/delivery-row.ts'
import type { Deps } from '../deps.ts'
import type { Tries } from '../queue.ts'
import { createPatientKey, sealJson } from '../seal/index.ts'
import { inScope, jsonOf, timestampOf, type Trx } from '../store/database.ts'
import {
  type Channel,
  changePatient,
  openPatient,
  type PatientRecord,
  type Preferences,
} from '../store/patient-record.ts'
import { askingAs, staff, type TestServer } from '../testing/harness.ts'

export interface Place {
  readonly clinicId: string
  readonly patientId: string
}

type Server = Pick<TestServer, 'deps'>

const FIRST_TRY: Tries = { count: 1, last: false }
export const LAST_TRY: Tries = { count: 17, last: true }

/** Runs `work` with a patient's record, in a transaction of their clinic. */
export function withPatient<T>(
  { deps }: Server,
  place: Place,
  work: (trx: Trx, record: PatientRecord) => Promise<T>,
): Promise<T> {
  return inScope(deps.db, { clinicId: place.clinicId }, async (trx) => {
    const record = await openPatient(trx, deps, place)
    if (record === null) throw new Error('no such patient')
    return work(trx, record)
  })
}

export function careOf(server: Server, place: Place): Promise<PatientCare> {
  return withPatient(server, place, (trx, record) => readCare(trx, server.deps, { record }))
}

export async function consent(
  server: Server,
  place: Place,
  { scope, given = true }: { readonly scope: Channel | 'care'; readonly given?: boolean },
): Promise<void> {
  const { deps } = server
  await withPatient(server, place, (trx, record) => {
    const actor = { kind: 'patient', id: null }
    const said = { scope, given, noticeVersion: '1' }
    return recordConsent({ trx, deps, at: deps.now(), actor }, { record, consent: said })
  })
}

export async function prefer(
  server: Server,
  place: Place,
  change: Partial<Preferences>,
): Promise<void> {
  await withPatient(server, place, async (trx, record) => {
    const preferences = { ...record.preferences, ...change }
    const changed = await changePatient(trx, server.deps, { record, change: { preferences } })
    if (changed === null) throw new Error('the record was not changed')
  })
}

/** What a clinic decides, where a test wants something else than what it has from the start. */
export async function decide(
  { deps }: Server,
  clinicId: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await inScope(deps.db, { clinicId }, (trx) =>
    trx
      .updateTable('clinic')
      .set({ settings: jsonOf(settings) })
      .where('clinicId', '=', clinicId)
      .execute(),
  )
}

export function deliveriesIn(
  { deps }: Server,
  { clinicId, patientId }: { readonly clinicId: string; readonly patientId?: string },
): Promise<readonly DeliveryRow[]> {
  return inScope(deps.db, { clinicId }, (trx) =>
    trx
      .selectFrom('delivery')
      .selectAll()
      .where('clinicId', '=', clinicId)
      .$if(patientId !== undefined, (all) => all.where('patientId', '=', patientId ?? ''))
      .orderBy('dueAt')
      .orderBy('deliveryId')
      .execute(),
  )
}

/** Sends what is queued, as the queue would; answers what became of it. */
export async function deliverQueued(
  server: Server,
  place: { readonly clinicId: string; readonly patientId?: string },
  tries: Tries = FIRST_TRY,
): Promise<readonly string[]> {
  const failures: string[] = []
  for (const { clinicId, deliveryId, state } of await deliveriesIn(server, place)) {
    if (state !== 'queued') continue
    await handleDelivery(server.deps, { clinicId, deliveryId }, tries).catch((error: unknown) => {
      failures.push(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown')
    })
  }
  return failures
}

export function wakeOf(
  { deps }: Server,
  { clinicId, patientId }: Place,
): Promise<{ readonly dueAt: number; readonly handledUntil: number } | undefined> {
  return inScope(deps.db, { clinicId }, (trx) =>
    trx
      .selectFrom('wake')
      .select(['dueAt', 'handledUntil'])
      .where('clinicId', '=', clinicId)
      .where('patientId', '=', patientId)
      .executeTakeFirst(),
  )
}

const AT_ONCE = 500

/** So many more patients with the events of one, each with a key and an address of their own, due at an instant. */
export async function copyPatients(
  server: Server,
  like: Place,
  {
    count,
    handledUntil,
    dueAt,
  }: { readonly count: number; readonly handledUntil: number; readonly dueAt: number },
): Promise<readonly string[]> {
  const care = await careOf(server, like)
  const ids = Array.from({ length: count }, () => randomUUID())
  for (let k = 0; k < count; k += AT_ONCE) {
    const some = ids.slice(k, k + AT_ONCE)
    await inScope(server.deps.db, { clinicId: like.clinicId }, (trx) =>
      addCopies(trx, server.deps, { care, patientIds: some, handledUntil, dueAt }),
    )
  }
  return ids
}

interface Copies {
  readonly care: PatientCare
  readonly patientIds: readonly string[]
  readonly handledUntil: number
  readonly dueAt: number
}

async function addCopies(trx: Trx, deps: Deps, copies: Copies): Promise<void> {
  const { care, patientIds, handledUntil, dueAt } = copies
  const { record, events, pins } = care
  const { clinicId } = record
  const now = timestampOf(deps.now())
  const places = patientIds.map((patientId) => ({ clinicId, patientId }))
  await addPeople(trx, deps, { record, places })
  const plan = { protocols: jsonOf(pins), eventCount: events.length, updatedAt: now }
  const wake = { dueAt: timestampOf(dueAt), handledUntil: timestampOf(handledUntil) }
  await trx
    .insertInto('carePlan')
    .values(places.map((place) => ({ ...place, ...plan })))
    .execute()
  for (const event of events) await addEvent(trx, places, event)
  await trx
    .insertInto('wake')
    .values(places.map((place) => ({ ...place, ...wake })))
    .execute()
}

async function addPeople(
  trx: Trx,
  deps: Deps,
  { record, places }: { readonly record: PatientRecord; readonly places: readonly Place[] },
): Promise<void> {
  const { zone, locale, preferences, identity } = record
  const createdAt = timestampOf(deps.now())
  const people = places.map((place) => {
    const { key, wrapped } = createPatientKey(deps.masterKeys, place)
    const own = { ...identity, email: `${place.patientId}@example.org` }
    return { place, wrapped, sealed: sealJson(key, own, { ...place, field: 'patient.identity' }) }
  })
  await trx
    .insertInto('patientKey')
    .values(people.map(({ place, wrapped }) => ({ ...place, wrapped, createdAt })))
    .execute()
  const state = 'active' as const
  const times = { createdAt, updatedAt: createdAt }
  const same = { zone, locale, preferences: jsonOf(preferences), state, ...times }
  await trx
    .insertInto('patient')
    .values(people.map(({ place, sealed }) => ({ ...place, ...same, sealed })))
    .execute()
}

async function addEvent(
  trx: Trx,
  places: readonly Place[],
  { type, at, recordedAt, actor, data }: PatientCare['events'][number],
): Promise<void> {
  await trx
    .insertInto('event')
    .values(
      places.map((place) => ({
        ...place,
        type,
        eventId: randomUUID(),
        data: jsonOf(data),
        sealed: null,
        actorKind: actor.kind,
        actorId: actor.id,
        at: timestampOf(at),
        recordedAt: timestampOf(recordedAt),
      })),
    )
    .execute()
}

/** A patient with one session, an address of their own, and consent to e-mail. */
export async function newReminded(
  server: TestServer,
  clinicId: string,
  { zone = 'Asia/Dubai', endedAt }: { readonly zone?: string; readonly endedAt: string },
): Promise<Place> {
  const ask = askingAs(server, staff(clinicId, 'clinician'))
  const email = `${randomUUID()}@example.org`
  const phone = '+971501234567'
  const created = await ask('POST', '/patients', {
    name: 'Aisha Rahman',
    email,
    phone,
    zone,
    locale: 'en',
  })
  const { patientId } = created.body as Place
  const procedure = await ask('POST', `/patients/${patientId}/procedures`, {
    endedAt,
    device: 'pen',
    needleDepthMm: 1.5,
    bodySites: ['face'],
    setting: 'clinic',
    patient: { fitzpatrickSkinType: 'III', medicines: [], history: [] },
  })
  if (procedure.status !== 201) throw new Error(JSON.stringify(procedure.body))
  await consent(server, { clinicId, patientId }, { scope: 'email' })
  return { clinicId, patientId }
}
