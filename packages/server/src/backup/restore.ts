import { type Instant, type Result, unreachable } from '@afterglow/engine'
import type { BlobStore } from '../photo/index.ts'
import type { Queue } from '../queue.ts'
import {
  openPatientKey,
  parseMasterKeys,
  type MasterKeys,
  type RandomBytes,
} from '../seal/index.ts'
import { type Database, leaveScope, type Trx } from '../store/database.ts'
import { allowKeeper } from '../store/keeper.ts'
import { migrate } from '../store/migrate.ts'
import { MIGRATIONS } from '../store/migrations/index.ts'
import { ALL_TABLES, type Part, type PhotoLine, type TableLine } from './backup-format.ts'
import { loaderFor, type Loading } from './load.ts'
import { type PhotosBack, photosBack } from './photos-back.ts'
import { type BackupFile, checkFile, type Checked, readFile } from './read-backup.ts'
import { refusable, refuse } from './refused.ts'
import { type Erasure, replayErasures, unionOf } from './replay-erasures.ts'
import { requeue, type Requeued } from './requeue.ts'
import { enterTable, statement, withoutTimeouts } from './table-shape.ts'

export interface Restoring {
  readonly data: BackupFile
  readonly keys: BackupFile
  /** Lists of erasures that are newer than the backup. */
  readonly erasures: readonly BackupFile[]
  readonly at: Instant
  readonly randomBytes: RandomBytes
  readonly send: Queue['send']
  /** Where copies of photos are, and where they belong; null: they are left as they are. */
  readonly photos: { readonly from: BlobStore; readonly to: BlobStore } | null
  /** Puts the key file in its place, as the last step before the commit. */
  readonly install: (masterKeys: MasterKeys) => Promise<void>
}

export interface Restored extends Requeued {
  readonly rows: Readonly<Record<string, number>>
  /** The step of the schema that the backup was at. */
  readonly schema: string
  readonly createdAt: string
  readonly erased: number
  /** Put back, and those that the folder of copies does not have. */
  readonly photos: number
  readonly missingPhotos: number
}

/**
 * Puts a backup into a database of either kind that holds no clinic: all of it or nothing. Every file is read to its end
 * before the first row is written; a backup of an older schema goes in at its own step and is then brought up to date.
 */
export async function restoreBackup(db: Database, restoring: Restoring): Promise<Result<Restored>> {
  const data = await checkFile(restoring.data, 'data')
  const keys = await checkFile(restoring.keys, 'keys')
  if (!data.ok) return data
  if (!keys.ok) return keys
  const lists: BackupFile[] = []
  for (const file of restoring.erasures) {
    const list = await checkFile(file, 'erasures')
    if (!list.ok) return list
    lists.push(file)
  }
  return refusable(async () => {
    requireMatch(restoring, data.value, keys.value)
    const masterKeys = masterKeysOf(restoring, keys.value)
    const files = { restoring, data: data.value, keys: keys.value, masterKeys }
    const erasures = unionOf([
      await erasuresIn(restoring.data, 'data'),
      await erasuresIn(restoring.keys, 'keys'),
      ...(await Promise.all(lists.map((file) => erasuresIn(file, 'erasures')))),
    ])
    const photos = await photosBack(restoring.photos, erasures)
    try {
      return await db.transaction().execute((trx) => restoreIn(trx, files, { erasures, photos }))
    } catch (error) {
      await photos.undo()
      throw error
    }
  })
}

interface Files {
  readonly restoring: Restoring
  readonly data: Checked
  readonly keys: Checked
  readonly masterKeys: MasterKeys
}

async function restoreIn(
  trx: Trx,
  { restoring, data, keys, masterKeys }: Files,
  { erasures, photos }: { readonly erasures: readonly Erasure[]; readonly photos: PhotosBack },
): Promise<Restored> {
  await withoutTimeouts(trx)
  await requireEmpty(trx)
  await beginAt(trx, data.header.schema)
  await load(trx, { file: restoring.data, part: 'data', tables: data.tables, skip: [] }, photos.put)
  // The erasures stand in both files and are put in place once.
  const skip = ['erasure']
  await load(trx, { file: restoring.keys, part: 'keys', tables: keys.tables, skip }, photos.put)
  await leaveScope(trx)
  await migrate(trx)
  await replayErasures(trx, erasures, restoring.photos?.to ?? null)
  await requireKeys(trx, { masterKeys, name: restoring.keys.name })
  const waiting = await requeue(trx, restoring)
  await restoring.install(masterKeys)
  const { schema, createdAt } = data.header
  const { rows } = data.footer
  return { rows, schema, createdAt, erased: erasures.length, ...photos.counts, ...waiting }
}

/** Keys that are older than the data lack those of the patients who came between the two. */
function requireMatch({ keys: file }: Restoring, data: Checked, keys: Checked): void {
  const isPair = data.header.id === keys.header.id
  if (!isPair && Date.parse(keys.header.createdAt) < Date.parse(data.header.createdAt))
    refuse(
      file.name,
      'value',
      `is of ${keys.header.createdAt}, older than the data of ${data.header.createdAt}: give the keys written with them, or later ones`,
    )
  for (const { header } of [data, keys]) {
    if (!Object.hasOwn(MIGRATIONS, header.schema))
      refuse(
        file.name,
        'not-supported',
        `is of a later release (schema ${header.schema}): restore it with that release or a newer one`,
      )
  }
}

function masterKeysOf({ keys: file, randomBytes }: Restoring, keys: Checked): MasterKeys {
  const read = parseMasterKeys(keys.header.masterKeys ?? '', randomBytes)
  return read.ok ? read.value : refuse(file.name, 'value', 'has no key file in it that can be read')
}

/** A database in use is never written over. */
async function requireEmpty(trx: Trx): Promise<void> {
  await allowKeeper(trx)
  for (const table of ['clinic', 'patient', 'auth_user', 'auth_organization']) {
    const [there] = await statement<{ name: string | null }>(
      trx,
      'select to_regclass($1)::text as name',
      [table],
    )
    if (there === undefined || there.name === null) continue
    await enterTable(trx, table)
    const rows = await statement(trx, `select 1 from ${table} limit 1`)
    await leaveScope(trx)
    if (rows.length > 0)
      refuse(
        'database',
        'business-rule',
        'holds a clinic already. Restore into an empty one: another AFTERGLOW_DATA, or another database in DATABASE_URL',
      )
  }
}

/** An empty schema at the backup's step. Nothing of anybody's is in the tables that go. */
async function beginAt(trx: Trx, schema: string): Promise<void> {
  const names = [...ALL_TABLES, 'kysely_migration', 'kysely_migration_lock']
  await statement(trx, `set local lock_timeout = '10s'`)
  await statement(trx, `drop table if exists ${names.join(', ')}`)
  await migrate(trx, schema)
}

interface File extends Omit<Loading, 'name'> {
  readonly file: BackupFile
  readonly tables: readonly TableLine[]
}

async function load(
  trx: Trx,
  { file, part, tables, skip }: File,
  photo: (line: PhotoLine) => Promise<void>,
): Promise<void> {
  const loader = await loaderFor(trx, { part, name: file.name, skip }, tables)
  for await (const entry of readFile(file, part)) {
    switch (entry.kind) {
      case 'table':
        await loader.begin(entry.line)
        break
      case 'row':
        await loader.add(entry.row)
        break
      case 'photo':
        await photo(entry.line)
        break
      default:
        unreachable(entry)
    }
  }
  await loader.end()
}

async function erasuresIn(file: BackupFile, part: Part): Promise<readonly Erasure[]> {
  const found: Erasure[] = []
  let columns: readonly string[] | undefined
  for await (const entry of readFile(file, part)) {
    if (entry.kind === 'table')
      columns =
        entry.line.table === 'erasure' ? entry.line.columns.map(({ name }) => name) : undefined
    if (entry.kind !== 'row' || columns === undefined) continue
    const value = (name: string): string | null => entry.row[columns?.indexOf(name) ?? -1] ?? null
    const [clinicId, patientId] = [value('clinic_id') ?? '', value('patient_id') ?? '']
    const [erasedAt, actorId] = [value('erased_at') ?? '', value('actor_id')]
    if (Number.isNaN(Date.parse(erasedAt)))
      refuse(file.name, 'value', 'has an erasure without a time')
    found.push({ clinicId, patientId, erasedAt, actorId })
  }
  return found
}

const PAGE = 500

/** Every patient who is not erased has a key that opens: a restore that nobody can read is none. */
async function requireKeys(
  trx: Trx,
  { masterKeys, name }: { readonly masterKeys: MasterKeys; readonly name: string },
): Promise<void> {
  await enterTable(trx, 'patient')
  const place = { clinicId: NO_ID, patientId: NO_ID }
  for (;;) {
    const page = await statement<PatientKeyRow>(trx, KEYS, [place.clinicId, place.patientId])
    for (const row of page) {
      const opens = row.wrapped !== null && openPatientKey(masterKeys, row.wrapped, row).ok
      if (!opens)
        refuse(name, 'not-found', 'has no key for a patient of the data: it is of another backup')
    }
    const last = page.at(-1)
    if (last === undefined) return
    Object.assign(place, { clinicId: last.clinicId, patientId: last.patientId })
  }
}

interface PatientKeyRow {
  readonly clinicId: string
  readonly patientId: string
  readonly wrapped: Uint8Array | null
}

const NO_ID = '00000000-0000-0000-0000-000000000000'
const KEYS = `select p.clinic_id as "clinicId", p.patient_id as "patientId", k.wrapped
  from patient p left join patient_key k on k.clinic_id = p.clinic_id and k.patient_id = p.patient_id
  where (p.clinic_id, p.patient_id) > ($1::uuid, $2::uuid) and p.state <> 'erased'
  order by p.clinic_id, p.patient_id limit ${PAGE}`
