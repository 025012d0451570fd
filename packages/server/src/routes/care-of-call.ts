import { type Instant, parseInstant, type Session, toWire } from '@afterglow/engine'
import { readCare, type PatientCare, zoneOf } from '../care/patient-care.ts'
import { invalidAt, type Problem, problem } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import { patientOf } from './patient-of.ts'

/** A patient with a plan, and the instant that is asked about. */
export interface PlannedCare extends PatientCare {
  readonly care: NonNullable<PatientCare['care']>
  readonly askedAt: Instant
  readonly zone: string
}

type Found =
  | { readonly ok: true; readonly planned: PlannedCare }
  | { readonly ok: false; readonly reply: Problem }

/** The plan of the patient that a path names, at an instant that was given or now. */
export async function plannedCareOf(call: Call, at: string | undefined): Promise<Found> {
  const asked = await askedCareOf(call, at)
  if (!asked.ok) return asked
  const { read, askedAt } = asked
  if (read.care === null) return { ok: false, reply: problem(409, 'conflict', NO_PROCEDURE) }
  return { ok: true, planned: { ...read, care: read.care, askedAt, zone: zoneOf(read, askedAt) } }
}

type Asked =
  | { readonly ok: true; readonly read: PatientCare; readonly askedAt: Instant }
  | { readonly ok: false; readonly reply: Problem }

/** As above, of a patient who may have had no procedure yet. */
export async function askedCareOf(call: Call, at: string | undefined): Promise<Asked> {
  const found = await standingPatientOf(call)
  if (!found.ok) return found
  const askedAt = at === undefined ? call.at : parseInstant(at)
  if (askedAt === undefined) return { ok: false, reply: notInstant('at', at) }
  return { ok: true, askedAt, read: await readCare(call.trx, call.deps, { record: found.record }) }
}

/** A record that was merged has none of what happened since: nothing is answered by it any more. */
export async function standingPatientOf(call: Call): ReturnType<typeof patientOf> {
  const found = await patientOf(call)
  if (!found.ok || found.record.state === 'active') return found
  const detail = `This record was merged: ask for patient ${found.record.mergedInto}.`
  return { ok: false, reply: problem(410, 'gone', { detail }) }
}

type Held =
  | { readonly ok: true; readonly held: PatientCare & { readonly session: Session } }
  | { readonly ok: false; readonly reply: Problem }

/** The care of the patient that a path names, held for whoever is about to add to it; its plan is not worked out yet. */
export async function heldCareOf(call: Call): Promise<Held> {
  const found = await standingPatientOf(call)
  if (!found.ok) return found
  const held = await readCare(call.trx, call.deps, { record: found.record, lock: true })
  if (!hasSession(held)) return { ok: false, reply: problem(409, 'conflict', NO_PROCEDURE) }
  return { ok: true, held }
}

function hasSession(care: PatientCare): care is PatientCare & { readonly session: Session } {
  return care.session !== null
}

export const NO_PROCEDURE = {
  detail: 'No procedure is recorded for this patient, so there is no plan yet.',
}

export function notInstant(expression: string, found: unknown): Problem {
  const accepted = 'accepted is a date and time with an offset, such as 2026-11-22T11:45:00+04:00'
  return invalidAt(expression, `found ${JSON.stringify(found)}; ${accepted}`)
}

/** A value as it leaves: instants as text in the person's zone, and what of their record the plan could not use. */
export function careJson({ care, zone }: PlannedCare, value: object): object {
  const { issues, unmapped } = care.plan
  const told = {
    ...(issues.length > 0 && { issues }),
    ...(unmapped.length > 0 && { unmapped }),
  }
  // An object stays one.
  return toWire({ ...value, ...told }, zone) as object
}
