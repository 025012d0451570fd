import {
  DEFAULT_REMINDER_KINDS,
  fail,
  nextDueAt,
  type ReminderPreferences,
  type Result,
  succeed,
  type Instant,
} from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import { jsonOf, optionalTimestamp, timestampOf, type Trx } from '../store/database.ts'
import { type Clinic, readClinic } from '../store/clinic-settings.ts'
import { appendEvent, type StoredEvent } from '../store/event-log.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { type PatientCare, planHash, readCare, withEvents } from './patient-care.ts'

/** Events recorded, and the care before and after. */
export interface Recorded {
  readonly before: PatientCare
  readonly after: PatientCare
  /** False where an event of the id was recorded before: then nothing is to be told or queued again. */
  readonly isNew: boolean
}

export interface NewEvents {
  readonly record: PatientRecord
  readonly events: readonly StoredEvent[]
  /** The patient's care, where it was read with its lock in this transaction. */
  readonly locked?: PatientCare
}

/**
 * Appends events to a patient's record, works the plan out anew and says when to wake for it next. What the engine would
 * ignore is refused: an override below its floor, a subject that is none. Then nothing was appended. A procedure that no
 * protocol covers is taken: its plan sends every question to the clinic.
 */
export async function recordEvents(
  trx: Trx,
  deps: Deps,
  { record, events, locked }: NewEvents,
): Promise<Result<Recorded>> {
  const before = locked ?? (await readCare(trx, deps, { record, lock: true }))
  const after = withEvents(before, [...before.events, ...events])
  const known = new Set((before.care?.plan.issues ?? []).map(({ expression }) => expression))
  const issues = (after.care?.plan.issues ?? []).filter(
    ({ code, expression }) => code !== 'not-supported' && !known.has(expression),
  )
  if (issues.length > 0) return fail(issues)
  const isSubject = (word: string) => Object.hasOwn(after.library.planner.subjects, word)
  for (const event of events) {
    const isNew = await appendEvent(trx, record, { event, isSubject })
    if (!isNew) return succeed({ before, after: before, isNew })
  }
  await keepPlan(trx, deps, after)
  return succeed({ before, after, isNew: true })
}

/** Writes what is remembered of a plan: its hash, and when to look at it next. */
export async function keepPlan(trx: Trx, deps: Deps, after: PatientCare): Promise<void> {
  const { record, care, events, pins, adoptionId } = after
  const { clinicId, patientId } = record
  const now = deps.now()
  await trx
    .updateTable('carePlan')
    .set({
      protocols: jsonOf(pins),
      adoptionId,
      planHash: care === null ? null : planHash(care.plan),
      anchor: optionalTimestamp(care?.plan.anchor),
      eventCount: events.length,
      updatedAt: timestampOf(now),
    })
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .execute()
  const clinic = await readClinic(trx, clinicId)
  await moveWake(trx, { after, clinic, now })
}

/** When there is next something to remind a patient of. */
export function dueAfter(
  { record, care, library }: PatientCare,
  clinic: Clinic,
  after: Instant,
): Instant | null {
  if (care === null || record.state !== 'active') return null
  const preferences = preferencesOf(record, clinic)
  return nextDueAt(library.planner, care.plan, { after, preferences })
}

/** A patient's wishes, and the clinic's where they have none. */
export function preferencesOf(
  { preferences }: PatientRecord,
  { settings }: Clinic,
): ReminderPreferences {
  const kinds = DEFAULT_REMINDER_KINDS.filter(
    (kind) => preferences.kinds === null || preferences.kinds.includes(kind),
  )
  return {
    quietHours: preferences.quietHours ?? settings.quietHours,
    digestAt: preferences.digestAt ?? settings.digestAt,
    checkInAt: settings.checkInAt,
    kinds,
  }
}

/**
 * One row for each plan: a changed plan rewrites it, however many reminders that moves. What fell due before the change
 * and was not yet worked on stays due. Callers hold the patient's care_plan row, as the worker does before it takes a wake.
 */
export async function moveWake(
  trx: Trx,
  {
    after,
    clinic,
    now,
  }: { readonly after: PatientCare; readonly clinic: Clinic; readonly now: Instant },
): Promise<void> {
  const { clinicId, patientId } = after.record
  const row = await trx
    .selectFrom('wake')
    .select('handledUntil')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .executeTakeFirst()
  const handledUntil = row?.handledUntil ?? now
  await writeWake(trx, {
    place: { clinicId, patientId },
    dueAt: dueAfter(after, clinic, handledUntil),
    handledUntil,
  })
}

export interface Wake {
  readonly place: { readonly clinicId: string; readonly patientId: string }
  /** Null: nothing is left to remind of. */
  readonly dueAt: Instant | null
  /** Everything due up to and including this instant was handed on. */
  readonly handledUntil: Instant
}

export async function writeWake(trx: Trx, { place, dueAt, handledUntil }: Wake): Promise<void> {
  if (dueAt === null) {
    await trx
      .deleteFrom('wake')
      .where('clinicId', '=', place.clinicId)
      .where('patientId', '=', place.patientId)
      .execute()
    return
  }
  const values = { dueAt: timestampOf(dueAt), handledUntil: timestampOf(handledUntil) }
  await trx
    .insertInto('wake')
    .values({ ...place, ...values })
    .onConflict((conflict) => conflict.columns(['clinicId', 'patientId']).doUpdateSet(values))
    .execute()
}
