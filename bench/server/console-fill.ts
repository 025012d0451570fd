import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Deps } from '../../packages/server/src/deps.ts'
import {
  clinicKey,
  createPatientKey,
  type PatientKey,
  sealJson,
} from '../../packages/server/src/seal/index.ts'
import { createClinic } from '../../packages/server/src/store/clinic-settings.ts'
import { inScope, jsonOf, timestampOf } from '../../packages/server/src/store/database.ts'
import {
  identityPlace,
  NO_PREFERENCES,
  termsOf,
} from '../../packages/server/src/store/patient-record.ts'
import { ALERTS, EVENTS, INDEXED, OTHERS } from './console-rows.ts'

export const CONSOLE_CLINIC = '00000000-0000-4000-8000-00000000c002'

const A_BATCH = 250
const DAY_MS = 86_400_000
/** The clinic has had its patients one after the other, for so long. */
const HISTORY_DAYS = 3 * 365
const FIRST_NAMES = [
  'Aisha',
  'Yusuf',
  'Maria',
  'Chen',
  'Fatima',
  'Omar',
  'Lucia',
  'Noor',
  'Ivan',
  'Zara',
]
const LAST_NAMES = [
  'Rahman',
  'Demir',
  'Lopez',
  'Wei',
  'Khan',
  'Haddad',
  'Silva',
  'Okafor',
  'Petrov',
]

/** A clinic with so many patients and some twenty events each, the sealed parts sealed as the server does it. */
export async function fillConsole(deps: Deps, patients: number): Promise<number> {
  await addClinic(deps)
  for (let from = 0; from < patients; from += A_BATCH)
    await addPatients(deps, { from, until: Math.min(from + A_BATCH, patients), of: patients })
  for (const statement of [...EVENTS, ...ALERTS, ...OTHERS, ...INDEXED])
    await withoutHurry(deps, statement.replaceAll(':clinic', `'${CONSOLE_CLINIC}'`))
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from event`.execute(
    deps.db,
  )
  return rows[0]?.count ?? 0
}

/** A request may take half a minute; a million rows take longer. */
async function withoutHurry({ db }: Deps, statement: string): Promise<void> {
  await db.connection().execute(async (connection) => {
    const run = (text: string) => sql.raw(text).execute(connection)
    await run('set statement_timeout = 0')
    await run(statement)
    await run('reset statement_timeout')
  })
}

async function addClinic(deps: Deps): Promise<void> {
  const clinic = { clinicId: CONSOLE_CLINIC, name: 'Riverside', zone: 'Asia/Dubai' }
  await inScope(deps.db, clinic, (trx) =>
    createClinic(
      trx,
      { ...clinic, country: 'AE', locale: 'en' },
      deps.now() - HISTORY_DAYS * DAY_MS,
    ),
  )
}

interface Batch {
  readonly from: number
  readonly until: number
  readonly of: number
}

interface Made {
  readonly patientId: string
  readonly identity: Parameters<typeof termsOf>[1]
  readonly key: PatientKey
  readonly wrapped: Uint8Array
  readonly createdAt: string
}

async function addPatients(deps: Deps, batch: Batch): Promise<void> {
  const made = madePatients(deps, batch)
  const pins = jsonOf(deps.shelf.current)
  const plans = made.map((one) => planRow(one, pins))
  const receipts = made.map((one) => receiptRow(one, pins))
  const search = clinicKey(deps.masterKeys, CONSOLE_CLINIC, 'search')
  const terms = made.flatMap(({ patientId, identity }) =>
    termsOf(search, identity).map((term) => ({ clinicId: CONSOLE_CLINIC, patientId, term })),
  )
  await inScope(deps.db, { clinicId: CONSOLE_CLINIC }, async (trx) => {
    await trx.insertInto('patientKey').values(made.map(keyRow)).execute()
    await trx.insertInto('patient').values(made.map(patientRow)).execute()
    await trx.insertInto('patientTerm').values(terms).execute()
    await trx.insertInto('carePlan').values(plans).execute()
    await trx.insertInto('event').values(made.map(messageRow)).execute()
    await trx.insertInto('receipt').values(receipts).execute()
  })
}

function madePatients({ masterKeys, now }: Deps, { from, until, of }: Batch): readonly Made[] {
  return Array.from({ length: until - from }, (_, k): Made => {
    const number = from + k
    const patientId = randomUUID()
    const place = { clinicId: CONSOLE_CLINIC, patientId }
    const age = (1 - (number + 0.5) / of) * HISTORY_DAYS * DAY_MS
    const createdAt = timestampOf(now() - age)
    const { wrapped, key } = createPatientKey(masterKeys, place)
    return { patientId, identity: identityOf(number), wrapped, key, createdAt }
  })
}

function identityOf(number: number): Made['identity'] {
  const first = FIRST_NAMES[number % FIRST_NAMES.length] ?? ''
  const last = LAST_NAMES[Math.floor(number / 7) % LAST_NAMES.length] ?? ''
  return {
    name: `${first} ${last}`,
    email: `${number}@patients.example`,
    phone: `+97150${String(1_000_000 + number)}`,
    reference: null,
  }
}

const keyRow = ({ patientId, wrapped, createdAt }: Made) => ({
  clinicId: CONSOLE_CLINIC,
  patientId,
  wrapped,
  createdAt,
})

function patientRow({ patientId, identity, key, createdAt }: Made) {
  const place = { clinicId: CONSOLE_CLINIC, patientId }
  return {
    ...place,
    zone: 'Asia/Dubai',
    locale: 'en',
    preferences: jsonOf(NO_PREFERENCES),
    state: 'active' as const,
    sealed: sealJson(key, identity, identityPlace(place)),
    createdAt,
    updatedAt: createdAt,
  }
}

function planRow({ patientId, createdAt }: Made, protocols: string) {
  return { clinicId: CONSOLE_CLINIC, patientId, protocols, eventCount: 0, updatedAt: createdAt }
}

/** What somebody wrote is sealed whole. */
function messageRow({ patientId, key, createdAt }: Made) {
  const eventId = randomUUID()
  const place = { clinicId: CONSOLE_CLINIC, patientId, field: 'event.data', rowId: eventId }
  const written = { body: 'When may I go to the pool again?', direction: 'from-patient' }
  return {
    clinicId: CONSOLE_CLINIC,
    patientId,
    eventId,
    type: 'message',
    at: createdAt,
    recordedAt: createdAt,
    actorKind: 'patient',
    actorId: null,
    data: '{}',
    sealed: sealJson(key, written, place),
  }
}

/** With nothing on its sheet: a list of receipts opens each and shows none of it. */
function receiptRow({ patientId, key, createdAt }: Made, protocols: string) {
  const receiptId = randomUUID()
  const place = { clinicId: CONSOLE_CLINIC, patientId, field: 'receipt.given', rowId: receiptId }
  const given = { sheet: null, zone: 'Asia/Dubai', shortenings: [], eventIds: [] }
  return {
    clinicId: CONSOLE_CLINIC,
    patientId,
    receiptId,
    kind: 'sheet',
    planHash: 'sha256:0',
    protocols,
    givenAt: createdAt,
    actorKind: 'staff',
    actorId: null,
    sealed: sealJson(key, given, place),
  }
}
