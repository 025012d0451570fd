import type { Instant } from '@afterglow/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { type SafeError, safeError } from '../safe-error.ts'
import { type ClinicSettings, readClinic } from '../store/clinic-settings.ts'
import {
  asWorker,
  byEraser,
  inScope,
  jsonOf,
  timestampOf,
  timeValue,
  type Trx,
} from '../store/database.ts'
import { PATIENT_TABLES } from '../store/tenant-tables.ts'
import { readBlobKey } from './photo-record.ts'

/** Rows of each class that went, or that would go. */
type Counts = Readonly<Record<string, number>>

export interface RetentionReport {
  readonly dryRun: boolean
  readonly clinics: readonly { readonly clinicId: string; readonly counts: Counts }[]
  /** Clinics that it could not be done for, with what stood in the way. */
  readonly failed: readonly { readonly clinicId: string; readonly error: SafeError }[]
  /** What belongs to no clinic. */
  readonly server: Counts
}

type Retainer = Pick<Deps, 'db' | 'blobs' | 'createId'>

export interface Retaining {
  /** Counts, and writes nothing. */
  readonly dryRun: boolean
  readonly at: Instant
}

const DAY_MS = 86_400_000
const KEPT_MS = {
  answers: DAY_MS,
  tries: DAY_MS,
  blobWithoutRow: DAY_MS,
  keyWithoutPatient: DAY_MS,
  webhooks: 30 * DAY_MS,
  signIn: 30 * DAY_MS,
  deliveries: 90 * DAY_MS,
} as const

/** One table's rows of a class whose time is over. */
interface Sweep {
  readonly name: string
  readonly table: string
  readonly where: RawBuilder<unknown>
}

/** Removes what is kept too long, clinic by clinic, by the periods that each has set; docs/operate.md has the table. */
export async function runRetention(
  deps: Retainer,
  { dryRun, at }: Retaining,
): Promise<RetentionReport> {
  const clinics: RetentionReport['clinics'][number][] = []
  const failed: RetentionReport['failed'][number][] = []
  for (const clinicId of await clinicIdsOf(deps)) {
    try {
      clinics.push({ clinicId, counts: await sweepClinic(deps, { clinicId, dryRun, at }) })
    } catch (error) {
      failed.push({ clinicId, error: safeError(error) })
    }
  }
  const server = await deps.db
    .transaction()
    .execute((trx) => sweptAll(trx, serverSweeps(at), dryRun))
  return { dryRun, clinics, failed, server }
}

/** What belongs to no clinic. Sessions and questions that are over hold an address and a browser, and open nothing. */
function serverSweeps(at: Instant): readonly Sweep[] {
  const before = timeValue(at - KEPT_MS.signIn)
  const over = sql`expires_at < ${timeValue(at)}`
  return [
    {
      name: 'tries',
      table: 'rate_limit',
      where: sql`window_start < ${timeValue(at - KEPT_MS.tries)}`,
    },
    { name: 'staffSignIn', table: 'auth_session', where: over },
    { name: 'staffSignIn', table: 'auth_verification', where: over },
    { name: 'staffSignIn', table: 'auth_invitation', where: sql`expires_at < ${before}` },
    { name: 'staffSignIn', table: 'setup_token', where: sql`created_at < ${before}` },
  ]
}

async function clinicIdsOf({ db }: Retainer): Promise<readonly string[]> {
  const rows = await asWorker(db, (trx) =>
    trx.selectFrom('clinic').select('clinicId').orderBy('clinicId').execute(),
  )
  return rows.map(({ clinicId }) => clinicId)
}

interface OfClinic extends Retaining {
  readonly clinicId: string
}

async function sweepClinic(deps: Retainer, asked: OfClinic): Promise<Counts> {
  const { clinicId, dryRun, at } = asked
  const { counts, kept } = await inScope(deps.db, { clinicId }, async (trx) => {
    const { settings } = await readClinic(trx, clinicId)
    const sweeps = sweepsOf(settings, at)
    const gone = await byEraser(trx, { clinicId }, () => sweptIn(trx, asked, sweeps))
    return { counts: gone, kept: await photosIn(trx, { clinicId, settings, at }) }
  })
  const blobs = await sweepBlobs(deps, { ...asked, kept })
  const all = { ...counts, blobs }
  const isSome = Object.values(all).some((count) => count > 0)
  if (!dryRun && isSome) await writeLine(deps, asked, all)
  return all
}

async function sweptIn(
  trx: Trx,
  { clinicId, dryRun }: OfClinic,
  sweeps: readonly Sweep[],
): Promise<Counts> {
  const own = sweeps.map((sweep) => ({
    ...sweep,
    where: sql`clinic_id = ${clinicId} and (${sweep.where})`,
  }))
  return sweptAll(trx, own, dryRun)
}

async function sweptAll(trx: Trx, sweeps: readonly Sweep[], dryRun: boolean): Promise<Counts> {
  const found: Record<string, number> = {}
  for (const sweep of sweeps) {
    const count = await swept(trx, sweep, dryRun)
    found[sweep.name] = (found[sweep.name] ?? 0) + count
  }
  return found
}

async function swept(trx: Trx, { table, where }: Sweep, dryRun: boolean): Promise<number> {
  if (!dryRun) {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${where}`.execute(
      trx,
    )
    return Number(numAffectedRows ?? 0)
  }
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} where ${where}`.execute(trx)
  return rows[0]?.count ?? 0
}

/** Months are those of the calendar, by the database's own. */
function monthsBefore(at: Instant, months: number): RawBuilder<unknown> {
  return sql`(${timeValue(at)} - make_interval(months => ${sql.lit(months)}))`
}

function sweepsOf(
  { retentionMonths }: Pick<ClinicSettings, 'retentionMonths'>,
  at: Instant,
): readonly Sweep[] {
  const { photos, messages, audit } = retentionMonths
  return [
    { name: 'photos', table: 'photo', where: sql`recorded_at < ${monthsBefore(at, photos)}` },
    {
      name: 'messages',
      table: 'event',
      where: sql`type = 'message' and recorded_at < ${monthsBefore(at, messages)}`,
    },
    { name: 'audit', table: 'audit', where: sql`at < ${monthsBefore(at, audit)}` },
    ...signInSweeps(timeValue(at - KEPT_MS.signIn)),
    ...settledSweeps((ms) => timeValue(at - ms)),
    ...erasedSweeps(),
    ...unfinishedSweeps(timeValue(at - KEPT_MS.keyWithoutPatient)),
  ]
}

function settledSweeps(before: (ms: number) => RawBuilder<Instant>): readonly Sweep[] {
  const { answers, webhooks, deliveries } = KEPT_MS
  return [
    { name: 'answers', table: 'idempotency', where: sql`created_at < ${before(answers)}` },
    { name: 'webhooks', table: 'received_webhook', where: sql`received_at < ${before(webhooks)}` },
    { name: 'deliveries', table: 'delivery', where: sql`settled_at < ${before(deliveries)}` },
  ]
}

/** What opens nothing any more. */
function signInSweeps(before: RawBuilder<Instant>): readonly Sweep[] {
  const ended = sql`expires_at < ${before}`
  // A patient's last one says whether a lost link is sent again, and whether it asks for a code.
  const isLast = sql`kind = 'patient' and not exists (select from invitation later
    where later.clinic_id = invitation.clinic_id and later.patient_id = invitation.patient_id
      and later.kind = 'patient' and later.created_at > invitation.created_at)`
  return [
    { name: 'signIn', table: 'invitation', where: sql`${ended} and not (${isLast})` },
    { name: 'signIn', table: 'sign_in_code', where: ended },
    { name: 'signIn', table: 'answer_token', where: ended },
    { name: 'signIn', table: 'patient_session', where: sql`${ended} or ended_at < ${before}` },
    { name: 'signIn', table: 'calendar_feed', where: sql`revoked_at < ${before}` },
  ]
}

/** What came in while a patient was erased: their key is gone, and so has this to go. */
function erasedSweeps(): readonly Sweep[] {
  return PATIENT_TABLES.filter((table) => table !== 'patient').map((table) => ({
    name: 'erased',
    table,
    where: sql`patient_id in (select e.patient_id from erasure e where e.clinic_id = ${sql.table(table)}.clinic_id)`,
  }))
}

/** Of a list that was being brought in when the process was killed: its patients never came to be. */
function unfinishedSweeps(before: RawBuilder<Instant>): readonly Sweep[] {
  const key = 'patient_key'
  const term = 'patient_term'
  return [
    {
      name: 'unfinished',
      table: key,
      where: sql`created_at < ${before} and ${without(key, 'patient')}`,
    },
    {
      name: 'unfinished',
      table: term,
      where: sql`${without(term, 'patient')} and ${without(term, key)}`,
    },
  ]
}

/** The rows of a table whose patient has no row in another one. */
function without(table: string, other: string): RawBuilder<unknown> {
  return sql`not exists (select from ${sql.table(other)} o where o.clinic_id = ${sql.table(table)}.clinic_id
    and o.patient_id = ${sql.table(table)}.patient_id)`
}

interface PhotosKept {
  /** Ids of photos that stay. */
  readonly kept: ReadonlySet<string>
  /** Ids of photos that were removed and have a row to say so. */
  readonly removed: ReadonlySet<string>
  readonly erased: ReadonlySet<string>
}

async function photosIn(
  trx: Trx,
  { clinicId, settings, at }: { clinicId: string; settings: ClinicSettings; at: Instant },
): Promise<PhotosKept> {
  const rows = await trx
    .selectFrom('photo')
    .select(['photoId', 'removedAt'])
    .where('clinicId', '=', clinicId)
    .where('recordedAt', '>=', sql<Instant>`${monthsBefore(at, settings.retentionMonths.photos)}`)
    .execute()
  const tombstones = await trx
    .selectFrom('erasure')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .execute()
  const erased = new Set(tombstones.map(({ patientId }) => patientId))
  const idsOf = (isRemoved: boolean) =>
    new Set(rows.filter((row) => (row.removedAt !== null) === isRemoved).map((row) => row.photoId))
  return { kept: idsOf(false), removed: idsOf(true), erased }
}

/** Blobs of photos that are no longer there, of erased patients, and those that never came to have a row. */
async function sweepBlobs(
  { blobs }: Pick<Retainer, 'blobs'>,
  { clinicId, dryRun, at, kept }: OfClinic & { readonly kept: PhotosKept },
): Promise<number> {
  const keys = await blobs.list(`${clinicId}/`)
  const gone = keys.filter((key) => isGone(key, kept, at))
  if (!dryRun) for (const key of gone) await blobs.remove(key)
  return gone.length
}

/** An upload that is being written has no row yet: it is given a day. */
function isGone(key: string, { kept, removed, erased }: PhotosKept, at: Instant): boolean {
  const read = readBlobKey(key)
  if (read === null) return false
  if (erased.has(read.patientId) || removed.has(read.photoId)) return true
  return !kept.has(read.photoId) && read.recordedAt < at - KEPT_MS.blobWithoutRow
}

async function writeLine(
  deps: Retainer,
  { clinicId, at }: OfClinic,
  counts: Counts,
): Promise<void> {
  await inScope(deps.db, { clinicId }, (trx) =>
    trx
      .insertInto('audit')
      .values({
        clinicId,
        auditId: deps.createId(),
        at: timestampOf(at),
        actorKind: 'system',
        actorId: null,
        action: 'retention.run',
        patientId: null,
        outcome: 'done',
        requestId: null,
        detail: jsonOf(counts),
      })
      .execute(),
  )
}
