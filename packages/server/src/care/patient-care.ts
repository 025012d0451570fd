import {
  applyPlan,
  type CarePlan,
  datePlan,
  type Instant,
  type Session,
  zoneAt,
} from '@afterglow/engine'
import type { LedgerLibrary } from '@afterglow/ledger'
import type { Deps } from '../deps.ts'
import { sha256Hex } from '../token.ts'
import { isUuid, type Trx } from '../store/database.ts'
import { eventRowsOf, eventsOf, storedEvent, type StoredEvent } from '../store/event-log.ts'
import { openPatients, type PatientRecord } from '../store/patient-record.ts'
import type { ProtocolPin } from '../store/tables.ts'
import { sessionOf, type Shortening } from './session-of.ts'

/** A patient's events, and what the protocol they are pinned to makes of them. */
export interface PatientCare {
  readonly record: PatientRecord
  readonly events: readonly StoredEvent[]
  readonly pins: readonly ProtocolPin[]
  readonly adoptionId: string | null
  /** What that adoption shortens. */
  readonly shortenings: readonly Shortening[]
  readonly library: LedgerLibrary
  /** Null before the first procedure. */
  readonly session: Session | null
  /** The plan of that session; worked out when it is first looked at. */
  readonly care: { readonly session: Session; readonly plan: CarePlan } | null
}

/**
 * Reads a patient's care. `lock` holds the patient until the end of the transaction: two writers would each work out what
 * is next without the other's event.
 */
export async function readCare(
  trx: Trx,
  { shelf }: Pick<Deps, 'shelf'>,
  { record, lock = false }: { readonly record: PatientRecord; readonly lock?: boolean },
): Promise<PatientCare> {
  const { clinicId, patientId } = record
  const row = await trx
    .selectFrom('carePlan')
    .select(['protocols', 'adoptionId'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirstOrThrow()
  const events = await eventsOf(trx, record)
  const { protocols: pins, adoptionId } = row
  const library = await shelf.libraryOf(trx, pins)
  const shortenings = await shelf.shorteningsOf(trx, { clinicId, adoptionId })
  return planned({ record, events, pins, adoptionId, shortenings, library })
}

/** A patient and the version that their plan has. */
export interface PinnedPlan {
  readonly patientId: string
  readonly protocols: readonly ProtocolPin[]
  readonly adoptionId: string | null
}

type Reading = Pick<Deps, 'shelf' | 'masterKeys' | 'now'>

/** The care of many of a clinic's patients, in three questions to the database. Whoever was erased is left out. */
export async function readCares(
  trx: Trx,
  deps: Reading,
  { clinicId, rows }: { readonly clinicId: string; readonly rows: readonly PinnedPlan[] },
): Promise<readonly PatientCare[]> {
  const patientIds = rows.map(({ patientId }) => patientId)
  const opened = await openPatients(trx, deps, { clinicId, patientIds })
  const records = new Map(opened.map((record) => [record.patientId, record]))
  const told = await eventRowsOf(trx, clinicId, patientIds)
  const cares: PatientCare[] = []
  for (const { patientId, protocols: pins, adoptionId } of rows) {
    const record = records.get(patientId)
    if (record === undefined) continue
    const events = (told.get(patientId) ?? []).map((row) => storedEvent(row, record))
    const library = await deps.shelf.libraryOf(trx, pins)
    const shortenings = await deps.shelf.shorteningsOf(trx, { clinicId, adoptionId })
    cares.push(planned({ record, events, pins, adoptionId, shortenings, library }))
  }
  return cares
}

/**
 * The same of patients who are named, each held until the end of the transaction. Whoever is not there, or was merged or
 * erased by the time that their plan is held, is left out. Held in one order, so that no two callers wait for each other.
 */
export async function holdCares(
  trx: Trx,
  deps: Reading,
  { clinicId, patientIds }: { readonly clinicId: string; readonly patientIds: readonly string[] },
): Promise<ReadonlyMap<string, PatientCare>> {
  const named = patientIds.filter(isUuid)
  if (named.length === 0) return new Map()
  const rows = await trx
    .selectFrom('carePlan')
    .select(['patientId', 'protocols', 'adoptionId'])
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', named)
    .orderBy('patientId')
    .forUpdate()
    .execute()
  const cares = await readCares(trx, deps, { clinicId, rows })
  const active = cares.filter(({ record }) => record.state === 'active')
  return new Map(active.map((care) => [care.record.patientId, care]))
}

/** The care that the same patient has with other events. */
export function withEvents(before: PatientCare, events: readonly StoredEvent[]): PatientCare {
  return planned({ ...before, events })
}

/** The care that the same events make under another version of the protocols. */
export function withVersion(
  before: PatientCare,
  version: Pick<PatientCare, 'pins' | 'adoptionId' | 'shortenings' | 'library'>,
): PatientCare {
  return planned({ ...before, ...version })
}

export function planned(parts: Omit<PatientCare, 'session' | 'care'>): PatientCare {
  const { record, events, pins, adoptionId, shortenings, library } = parts
  const session = sessionOf(record.zone, events, shortenings)
  let care: PatientCare['care'] | undefined
  return {
    record,
    events,
    pins,
    adoptionId,
    shortenings,
    library,
    session,
    get care() {
      care ??= session === null ? null : { session, plan: applyPlan(library.planner, session) }
      return care
    },
  }
}

/** The zone that the person is in at an instant. */
export function zoneOf({ record, care }: PatientCare, at: Instant): string {
  return care === null ? record.zone : zoneAt(care.plan.zone, care.plan.events, at)
}

/** The same hash that `sealPlan` gives, by the runtime's own SHA-256: some 200 kB of text. */
export function planHash(plan: CarePlan): string {
  return `sha256:${sha256Hex(JSON.stringify(datePlan(plan)))}`
}
