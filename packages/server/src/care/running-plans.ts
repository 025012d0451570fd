import type { Instant } from '@afterglow/engine'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { timeValue, type Trx } from '../store/database.ts'
import { storedEvent, type StoredEvent } from '../store/event-log.ts'
import { openPatients } from '../store/patient-record.ts'
import type { ProtocolPin, Tables } from '../store/tables.ts'
import { planned, type PatientCare } from './patient-care.ts'

const RUNNING_FOR_DAYS = 366
const DAY_MS = 86_400_000

export interface PlanPage {
  readonly clinicId: string
  readonly at: Instant
  /** The patient that the page before ended with. */
  readonly after: string | null
  readonly limit: number
}

/** A patient and the version that their plan has. */
export interface RunningPlan {
  readonly patientId: string
  readonly protocols: readonly ProtocolPin[]
  readonly adoptionId: string | null
}

/**
 * The next patients, by id, whose plan runs: a session within the last 12 months, or one still to come. Those who have no
 * session yet are among them: what they will be given is the newest, too.
 */
export function runningPlans(
  trx: Trx,
  { clinicId, at, after, limit }: PlanPage,
): SelectQueryBuilder<Tables, 'carePlan' | 'patient', RunningPlan> {
  const since = timeValue(at - RUNNING_FOR_DAYS * DAY_MS)
  return trx
    .selectFrom('carePlan')
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.clinicId', '=', 'carePlan.clinicId')
        .onRef('patient.patientId', '=', 'carePlan.patientId'),
    )
    .select(['carePlan.patientId', 'carePlan.protocols', 'carePlan.adoptionId'])
    .where('carePlan.clinicId', '=', clinicId)
    .where('patient.clinicId', '=', clinicId)
    .where('patient.state', '=', 'active')
    .where(
      sql<boolean>`(care_plan.anchor is null or care_plan.anchor >= ${since} or exists (
        select from event where event.clinic_id = care_plan.clinic_id and event.patient_id = care_plan.patient_id
          and event.type = 'procedure' and event.at >= ${since}))`,
    )
    .$if(after !== null, (all) => all.where('carePlan.patientId', '>', after ?? ''))
    .orderBy('carePlan.patientId')
    .limit(limit)
}

/** The care of a page of patients, in four questions to the database however many they are. */
export async function readCares(
  trx: Trx,
  deps: Pick<Deps, 'shelf' | 'masterKeys' | 'now'>,
  { clinicId, rows }: { readonly clinicId: string; readonly rows: readonly RunningPlan[] },
): Promise<readonly PatientCare[]> {
  const patientIds = rows.map(({ patientId }) => patientId)
  const records = await openPatients(trx, deps, { clinicId, patientIds })
  const eventRows = await eventsOfAll(trx, clinicId, patientIds)
  const byPatient = Map.groupBy(eventRows, ({ patientId }) => patientId)
  const byId = new Map(records.map((one) => [one.patientId, one]))
  const cares: PatientCare[] = []
  for (const { patientId, protocols: pins, adoptionId } of rows) {
    const record = byId.get(patientId)
    if (record === undefined) continue
    const events: readonly StoredEvent[] = (byPatient.get(patientId) ?? []).map((row) =>
      storedEvent(row, record),
    )
    const library = await deps.shelf.libraryOf(trx, pins)
    const shortenings = await deps.shelf.shorteningsOf(trx, { clinicId, adoptionId })
    cares.push(planned({ record, events, pins, adoptionId, shortenings, library }))
  }
  return cares
}

async function eventsOfAll(trx: Trx, clinicId: string, patientIds: readonly string[]) {
  if (patientIds.length === 0) return []
  return trx
    .selectFrom('event')
    .selectAll()
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', [...patientIds])
    .orderBy('recordedAt')
    .orderBy('eventId')
    .execute()
}
