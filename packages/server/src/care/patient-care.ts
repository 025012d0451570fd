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

/**
 * Reads the care of several patients of a clinic and holds each until the end of the transaction. Whoever is not there, or
 * was merged or erased by the time that their plan is held, is left out. Held in one order, so that no two callers wait for
 * each other.
 */
export async function holdCares(
  trx: Trx,
  deps: Pick<Deps, 'shelf' | 'masterKeys' | 'now'>,
  place: { readonly clinicId: string; readonly patientIds: readonly string[] },
): Promise<ReadonlyMap<string, PatientCare>> {
  const { clinicId } = place
  const patientIds = place.patientIds.filter(isUuid)
  if (patientIds.length === 0) return new Map()
  const plans = await trx
    .selectFrom('carePlan')
    .select(['patientId', 'protocols', 'adoptionId'])
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', patientIds)
    .orderBy('patientId')
    .forUpdate()
    .execute()
  const records = await openPatients(trx, deps, { clinicId, patientIds })
  const rows = await eventRowsOf(trx, clinicId, patientIds)
  const cares = new Map<string, PatientCare>()
  for (const { patientId, protocols: pins, adoptionId } of plans) {
    const record = records.find((one) => one.patientId === patientId && one.state === 'active')
    if (record === undefined) continue
    const events = (rows.get(patientId) ?? []).map((row) => storedEvent(row, record))
    const library = await deps.shelf.libraryOf(trx, pins)
    const shortenings = await deps.shelf.shorteningsOf(trx, { clinicId, adoptionId })
    cares.set(patientId, planned({ record, events, pins, adoptionId, shortenings, library }))
  }
  return cares
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
