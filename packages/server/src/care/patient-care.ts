import { applyPlan, type CarePlan, type Instant, type Session, zoneAt } from '@afterglow/engine'
import type { LedgerLibrary } from '@afterglow/ledger'
import type { Deps } from '../deps.ts'
import { sha256Hex } from '../token.ts'
import { datePlan } from '@afterglow/engine'
import type { Trx } from '../store/database.ts'
import { eventsOf, type StoredEvent } from '../store/event-log.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import type { ProtocolPin } from '../store/tables.ts'
import { sessionOf } from './session-of.ts'

/** A patient's events, and what the protocol they are pinned to makes of them. */
export interface PatientCare {
  readonly record: PatientRecord
  readonly events: readonly StoredEvent[]
  readonly pins: readonly ProtocolPin[]
  readonly adoptionId: string | null
  readonly library: LedgerLibrary
  /** Null before the first procedure. */
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
  const library = await shelf.libraryOf(trx, row.protocols)
  return {
    record,
    events,
    pins: row.protocols,
    adoptionId: row.adoptionId,
    library,
    ...plannedOf(record, events, library),
  }
}

/** The care that the same patient has with other events. */
export function withEvents(before: PatientCare, events: readonly StoredEvent[]): PatientCare {
  return { ...before, events, ...plannedOf(before.record, events, before.library) }
}

function plannedOf(
  { zone }: PatientRecord,
  events: readonly StoredEvent[],
  { planner }: LedgerLibrary,
): Pick<PatientCare, 'care'> {
  const session = sessionOf(zone, events)
  return { care: session === null ? null : { session, plan: applyPlan(planner, session) } }
}

/** The zone that the person is in at an instant. */
export function zoneOf({ record, care }: PatientCare, at: Instant): string {
  return care === null ? record.zone : zoneAt(care.plan.zone, care.plan.events, at)
}

/** The same hash that `sealPlan` gives, by the runtime's own SHA-256: it is taken at every write. */
export function planHash(plan: CarePlan): string {
  return `sha256:${sha256Hex(JSON.stringify(datePlan(plan)))}`
}
