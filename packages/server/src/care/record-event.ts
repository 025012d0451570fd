import {
  DEFAULT_REMINDER_KINDS,
  errorAt,
  fail,
  latestRevisions,
  nextDueAt,
  type ReminderPreferences,
  type Result,
  type Session,
  succeed,
  type Instant,
  type Issue,
} from '@afterglow/engine'
import { sql } from 'kysely'
import type { Deps } from '../deps.ts'
import { jsonOf, optionalTimestamp, timestampOf, type Trx } from '../store/database.ts'
import type { Clinic } from '../store/clinic-settings.ts'
import { appendEvent, appendEvents, type EventType, type StoredEvent } from '../store/event-log.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { isActive } from './close-merged.ts'
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
  if (!(await isActive(trx, record))) return fail([NOT_ACTIVE])
  const after = withEvents(before, [...before.events, ...inSequence(events, before)])
  const issues = newIssues(before, after)
  if (issues.length > 0) return fail(issues)
  const isSubject = (word: string) => Object.hasOwn(after.library.planner.subjects, word)
  for (const event of after.events.slice(before.events.length)) {
    const isNew = await appendEvent(trx, record, { event, isSubject })
    if (!isNew) return succeed({ before, after: before, isNew })
  }
  await keepPlan(trx, deps, after)
  return succeed({ before, after, isNew: true })
}

/** Something that a patient reported, for the care that it is held of. */
export interface Report {
  readonly held: PatientCare
  readonly event: StoredEvent
}

/**
 * Appends to each of several patients' records, held by `holdCares`, what they reported. A report moves no end and is never
 * refused: what it says of a plan is for the clinic to see, also where something else in that plan is wrong.
 */
export async function recordReports(
  trx: Trx,
  deps: Deps,
  reports: readonly Report[],
): Promise<readonly Recorded[]> {
  const told = reports.map(({ held, event }) => ({
    held,
    record: held.record,
    // As many as were given.
    event: inSequence([event], held)[0] as StoredEvent,
    isSubject: (word: string) => Object.hasOwn(held.library.planner.subjects, word),
  }))
  const fresh = await appendEvents(trx, told)
  const recorded = told.map(({ held, event }, k): Recorded => {
    const isNew = fresh[k] ?? false
    const after = isNew ? withEvents(held, [...held.events, event]) : held
    return { before: held, after, isNew }
  })
  const changed = recorded.filter(({ isNew }) => isNew).map(({ after }) => after)
  await countReports(trx, deps, changed)
  return recorded
}

async function countReports(trx: Trx, deps: Deps, changed: readonly PatientCare[]): Promise<void> {
  const [first] = changed
  if (first === undefined) return
  const { clinicId } = first.record
  const patientIds = changed.map(({ record }) => record.patientId)
  const now = timestampOf(deps.now())
  await trx
    .updateTable('carePlan')
    .set({ planHash: null, eventCount: sql<number>`event_count + 1`, updatedAt: now })
    .where('clinicId', '=', clinicId)
    .where('patientId', 'in', patientIds)
    .execute()
  const running = changed.filter(({ session }) => session !== null)
  await markDue(trx, { clinicId, patientIds: running.map(({ record }) => record.patientId), now })
}

const NOT_ACTIVE = errorAt(
  'patientId',
  'business-rule',
  'This record was merged into another one: tell it there.',
)

/** Each a moment after the one before: of two of one millisecond nobody could tell later which was the last word. */
function inSequence(events: readonly StoredEvent[], before: PatientCare): readonly StoredEvent[] {
  const last = before.events.at(-1)?.recordedAt ?? Number.NEGATIVE_INFINITY
  return events.map((event, k) => ({
    ...event,
    recordedAt: Math.max(event.recordedAt + k, last + 1 + k),
  }))
}

/** What of the plan was refused since; a procedure that no protocol covers is told by the plan itself. */
function newIssues(before: PatientCare, after: PatientCare): readonly Issue[] {
  const issues = (after.care?.plan.issues ?? []).filter(({ code }) => code !== 'not-supported')
  if (issues.length === 0) return []
  // By what they say and not by their place: whatever is undone moves the places of all that came after it.
  const known = new Set((before.care?.plan.issues ?? []).map(({ diagnostics }) => diagnostics))
  return issues.filter(({ diagnostics }) => !known.has(diagnostics))
}

/**
 * Writes what is remembered of a plan: by what it was made, the hash of what it says, and that it is to be looked at: what
 * is due next, the worker works out, once for however many events came meanwhile.
 */
export async function keepPlan(trx: Trx, deps: Deps, after: PatientCare): Promise<void> {
  const { record, session, events, pins, adoptionId } = after
  const { clinicId, patientId } = record
  const now = timestampOf(deps.now())
  await trx
    .updateTable('carePlan')
    .set({
      protocols: jsonOf(pins),
      adoptionId,
      planHash: hashIfTold(after),
      anchor: optionalTimestamp(lastEnd(session)),
      eventCount: events.length,
      updatedAt: now,
    })
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .execute()
  if (session !== null) await markDue(trx, { clinicId, patientIds: [patientId], now })
}

/** What fell due before and was not yet handed on stays due: `handled_until` is the worker's alone to move. */
async function markDue(
  trx: Trx,
  {
    clinicId,
    patientIds,
    now,
  }: { readonly clinicId: string; readonly patientIds: readonly string[]; readonly now: string },
): Promise<void> {
  if (patientIds.length === 0) return
  await trx
    .insertInto('wake')
    .values(patientIds.map((patientId) => ({ clinicId, patientId, dueAt: now, handledUntil: now })))
    .onConflict((conflict) =>
      conflict.columns(['clinicId', 'patientId']).doUpdateSet({
        dueAt: sql<string>`least(wake.due_at, excluded.due_at)`,
      }),
    )
    .execute()
}

/** Until when a plan runs, and when the next session is due, is counted from its last procedure, as corrected. */
function lastEnd(session: Session | null): Instant | null {
  return session === null
    ? null
    : Math.max(...latestRevisions(session).map(({ endedAt }) => endedAt))
}

/** The hash of what clinic staff said or did; what a patient reports between would cost more than all the rest of it. */
function hashIfTold({ events, care }: PatientCare): string | null {
  const last = events.at(-1)
  if (care === null || last === undefined || REPORTED.has(last.type)) return null
  return planHash(care.plan)
}

const REPORTED: ReadonlySet<EventType> = new Set([
  'check-in',
  'message',
  'photo',
  'answer',
  'consent',
])

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
