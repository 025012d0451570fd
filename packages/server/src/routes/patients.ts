import { errorAt, type Instant } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { patientJson } from '../care/patient-json.ts'
import { isId, isInstant, OTHER_CURSOR, pageOf, pageQuery, readCursor } from '../http/page.ts'
import { created, done, problem, refused, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, DESK, type Route, STAFF } from '../http/route.ts'
import { clinicKey, searchTerm } from '../seal/index.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { timeValue } from '../store/database.ts'
import {
  changePatient,
  createPatient,
  NO_PREFERENCES,
  openPatients,
  type PatientRecord,
} from '../store/patient-record.ts'
import {
  anyForm,
  identityForm,
  listForm,
  localeForm,
  patientChangeForm,
  preferencesForm,
  zoneForm,
} from './forms.ts'
import { patientOf } from './patient-of.ts'

const newPatientForm = identityForm.extend({
  zone: zoneForm.optional(),
  locale: localeForm.optional(),
  preferences: preferencesForm.optional(),
})
/** The search is in the body: what is typed here is a person's name, and addresses are written to logs. */
const searchForm = z.strictObject({ text: z.string().trim().min(1).max(200) })

const create = defineRoute(
  {
    method: 'post',
    path: '/patients',
    summary: 'Add a patient',
    tag: 'Patients',
    access: DESK,
    action: 'patient.create',
    body: newPatientForm,
    replies: { 201: anyForm },
  },
  async ({ trx, deps, clinicId, body }) => {
    const { zone, locale, preferences, ...identity } = body
    const clinic = await readClinic(trx, clinicId)
    const patient = {
      patientId: deps.createId(),
      zone: zone ?? clinic.zone,
      locale: locale ?? clinic.locale,
      preferences: preferences ?? NO_PREFERENCES,
      identity,
    }
    const record = await createPatient(trx, deps, { clinicId, patient })
    return created(patientJson(record), { revision: 1 })
  },
)

const list = defineRoute(
  {
    method: 'get',
    path: '/patients',
    summary: 'List patients, the newest first',
    tag: 'Patients',
    access: STAFF,
    action: 'patient.list',
    query: pageQuery,
    replies: { 200: listForm },
  },
  async (call) => {
    const { limit, cursor } = call.query
    const place = readCursor(cursor, [isInstant, isId])
    if (place === undefined) return OTHER_CURSOR
    const after = place && { createdAt: place[0], patientId: place[1] }
    const rows = await newestPatients(call, { after, count: limit + 1 })
    const { items, next } = pageOf(rows, limit, (last) => [last.createdAt, last.patientId])
    const ids = items.map(({ patientId }) => patientId)
    return done({ items: await inOrder(call, ids), next })
  },
)

/** The last patient of the page before. */
interface Place {
  readonly createdAt: Instant
  readonly patientId: string
}

function newestPatients(
  { trx, clinicId }: Call,
  { after, count }: { readonly after: Place | null; readonly count: number },
): Promise<readonly Place[]> {
  const all = trx
    .selectFrom('patient')
    .select(['patientId', 'createdAt'])
    .where('clinicId', '=', clinicId)
    .where('state', '=', 'active')
  const rest =
    after === null
      ? all
      : all.where(
          sql<boolean>`(created_at, patient_id) < (${timeValue(after.createdAt)}, ${after.patientId}::uuid)`,
        )
  return rest.orderBy('createdAt', 'desc').orderBy('patientId', 'desc').limit(count).execute()
}

const MOST_FOUND = 50

const search = defineRoute(
  {
    method: 'post',
    path: '/patients/search',
    summary: 'Find patients by name, e-mail, phone number or its last 4 digits',
    tag: 'Patients',
    access: STAFF,
    action: 'patient.search',
    asks: true,
    body: searchForm,
    replies: { 200: listForm },
  },
  async (call) => {
    const { trx, deps, clinicId, body } = call
    const groups = searchTerm(clinicKey(deps.masterKeys, clinicId, 'search'), body.text)
    if (groups.length === 0) return done({ items: [], next: null })
    const having = groups.map(
      (group) =>
        sql<boolean>`patient_id in (select patient_id from patient_term where clinic_id = ${clinicId} and term in (${sql.join(group)}))`,
    )
    const rows = await trx
      .selectFrom('patient')
      .select('patientId')
      .where('clinicId', '=', clinicId)
      .where('state', '=', 'active')
      .where(sql<boolean>`${sql.join(having, sql` and `)}`)
      .orderBy('createdAt', 'desc')
      .limit(MOST_FOUND)
      .execute()
    const ids = rows.map((row) => row.patientId)
    call.note({ patients: ids.join(' ') })
    return done({ items: await inOrder(call, ids), next: null })
  },
)

async function inOrder(
  { trx, deps, clinicId }: Call,
  patientIds: readonly string[],
): Promise<readonly unknown[]> {
  const records = await openPatients(trx, deps, { clinicId, patientIds })
  const byId = new Map<string, PatientRecord>(records.map((one) => [one.patientId, one]))
  return patientIds.flatMap((id) => {
    const record = byId.get(id)
    return record === undefined ? [] : [patientJson(record)]
  })
}

const read = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}',
    summary: 'Read a patient',
    tag: 'Patients',
    access: [...STAFF, 'patient', 'caregiver'],
    action: 'patient.read',
    replies: { 200: anyForm },
  },
  async (call) => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    return done(patientJson(found.record), { revision: found.record.revision })
  },
)

const change = defineRoute(
  {
    method: 'patch',
    path: '/patients/{patientId}',
    summary: 'Change who a patient is, where they are and how they are reached',
    tag: 'Patients',
    access: [...DESK, 'patient'],
    action: 'patient.change',
    revised: true,
    body: patientChangeForm,
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { record } = found
    if (record.state !== 'active') return problem(409, 'conflict', MERGED)
    if (record.revision !== call.revision) return problem(412, 'precondition-failed')
    const { zone, locale, preferences: wishes, ...given } = call.body
    // A patient's name and addresses are the clinic's to change: they are what an invitation was sent to.
    const isNamed = Object.keys(given).length > 0
    if (call.principal.kind === 'patient' && isNamed) return problem(403, 'forbidden')
    if (zone !== undefined && zone !== record.zone && (await hasSession(call, record)))
      return TO_MOVE
    const next = await changePatient(call.trx, call.deps, {
      record,
      change: {
        ...(isNamed && { identity: { ...record.identity, ...withoutUndefined(given) } }),
        ...withoutUndefined({ zone, locale }),
        ...(wishes && { preferences: { ...record.preferences, ...withoutUndefined(wishes) } }),
      },
    })
    if (next === null) return problem(412, 'precondition-failed')
    return done(patientJson(next), { revision: next.revision })
  },
)

/** The days of its sessions are counted in a record's zone. Whoever goes elsewhere says so as of an instant. */
const TO_MOVE = refused([
  errorAt(
    'zone',
    'business-rule',
    'has sessions whose days are counted in it; tell where the patient is now as a move (POST moves)',
  ),
])

async function hasSession({ trx, clinicId }: Call, { patientId }: PatientRecord): Promise<boolean> {
  const { anchor } = await trx
    .selectFrom('carePlan')
    .select('anchor')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .executeTakeFirstOrThrow()
  return anchor !== null
}

const MERGED = { detail: 'This record was merged into another one: change that.' }

/** The keys that were given: one left out stays as it is. */
function withoutUndefined<T extends object>(
  given: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Every undefined is gone.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

export const PATIENT_ROUTES: readonly Route[] = [create, list, search, read, change]
