import { sql } from 'kysely'
import type { QueuedJob } from '../queue.ts'
import { clinicKey, createPatientKey, searchTerm } from '../seal/index.ts'
import type { Trx } from '../store/database.ts'
import { NO_PREFERENCES, openPatients, type PatientRecord } from '../store/patient-record.ts'
import type { Deps } from '../deps.ts'
import { codeHash } from './patient-code.ts'
import type { Entry } from './patient-door.ts'
import { CODE_TRIES, createInvitation, type SecondItem } from './patient-invitation.ts'
import type { PatientPlace } from './patient-session.ts'

/** Where somebody who lost the link says that they are reached. */
export interface LostLink {
  readonly channel: 'email' | 'sms'
  readonly address: string
}

/** More of one clinic's patients with one address are a mistake, not a family. */
const MOST_PATIENTS = 5

/**
 * Sends a new link to the address on record of whoever has it. For an address that nobody has, the same is done for
 * nobody and taken back, so that the time tells no more than the answer.
 */
export async function sendAgain(entry: Entry, lost: LostLink): Promise<void> {
  const entitled = await entitledTo(entry, lost)
  for (const { record, second } of entitled) {
    entry.about(record.patientId)
    await invite(entry, lost, { record, second })
  }
  if (entitled.length === 0) await inviteNobody(entry, lost)
}

interface Entitled {
  readonly record: PatientRecord
  readonly second: SecondItem | null
}

async function invite(
  entry: Entry,
  { channel }: LostLink,
  { record, second }: Entitled,
): Promise<void> {
  await createInvitation(entry, { record, kind: 'patient', send: channel, second, actorId: null })
}

async function inviteNobody(entry: Entry, lost: LostLink): Promise<void> {
  const { trx, deps } = entry
  const jobs: QueuedJob[] = []
  await sql`savepoint nobody`.execute(trx)
  const record = nobody(entry, lost)
  const second = null
  await invite({ ...entry, enqueue: (job) => jobs.push(job) }, lost, { record, second })
  await deps.queue.send(trx, jobs)
  await sql`rollback to savepoint nobody`.execute(trx)
}

function nobody({ deps, clinicId, at }: Entry, { address }: LostLink): PatientRecord {
  const patientId = deps.createId()
  const { key } = createPatientKey(deps.masterKeys, { clinicId, patientId })
  return {
    clinicId,
    patientId,
    zone: 'UTC',
    locale: 'en',
    preferences: NO_PREFERENCES,
    key,
    state: 'active',
    mergedInto: null,
    revision: 1,
    createdAt: at,
    identity: { name: '', email: address, phone: address, reference: null },
  }
}

/** Patients with the address who were invited before: only the clinic lets somebody in for the first time. */
async function entitledTo(entry: Entry, lost: LostLink): Promise<readonly Entitled[]> {
  const records = await patientsAt(entry, lost)
  const found: Entitled[] = []
  for (const record of records) {
    const before = await invitedBefore(entry.trx, record)
    if (typeof before === 'object') found.push({ record, ...before })
  }
  return found
}

async function patientsAt(
  { trx, deps, clinicId }: Entry,
  { channel, address }: LostLink,
): Promise<readonly PatientRecord[]> {
  const groups = searchTerm(clinicKey(deps.masterKeys, clinicId, 'search'), address)
  const rows = await trx
    .selectFrom('patientTerm')
    .select('patientId')
    .distinct()
    .where('clinicId', '=', clinicId)
    .where('term', 'in', groups.flat())
    .orderBy('patientId')
    .limit(MOST_PATIENTS)
    .execute()
  const patientIds = rows.map((row) => row.patientId)
  const records = await openPatients(trx, deps, { clinicId, patientIds })
  return records.filter(({ state, identity }) => {
    const own = channel === 'email' ? identity.email : identity.phone
    return state === 'active' && own !== null && sameAddress(own, address)
  })
}

function sameAddress(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** How a message alone may let somebody in again; `withdrawn` where only the clinic helps. */
export type InvitedBefore = 'never' | 'withdrawn' | { readonly second: SecondItem | null }

/**
 * What the last invitation of a patient says of the next one. Who never used one that asks for a code goes on being asked
 * for it, with the tries that are left: a mailbox alone is not enough for what the clinic wanted two items for.
 */
export async function invitedBefore(
  trx: Trx,
  { clinicId, patientId }: PatientPlace,
): Promise<InvitedBefore> {
  const last = await trx
    .selectFrom('invitation')
    .select(['codeHash', 'tries', 'redeemedAt', 'revokedAt'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('kind', '=', 'patient')
    .orderBy('createdAt', 'desc')
    // Of two made at one time the later one ended the other: a null is first.
    .orderBy('revokedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) return 'never'
  const { codeHash: hash, tries, redeemedAt, revokedAt } = last
  if (revokedAt !== null || (hash !== null && tries >= CODE_TRIES)) return 'withdrawn'
  return { second: hash === null || redeemedAt !== null ? null : { hash, tries } }
}

/** What tries for an address are counted under: the table of counters learns no address. */
export function lostLinkKey(
  deps: Pick<Deps, 'masterKeys'>,
  { clinicId, address }: { readonly clinicId: string; readonly address: string },
): string {
  const hash = codeHash(deps, { clinicId, what: 'lost-link', code: address.trim().toLowerCase() })
  return `lost-link ${Buffer.from(hash).toString('hex')}`
}
