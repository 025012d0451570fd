import type { PatientFacts } from '@afterglow/engine'
import { readItems, type Reply, type Request, send } from './request.ts'

/** Who said or did something. */
export interface EventActor {
  readonly kind: string
  readonly id: string | null
}

/** One thing that happened to a patient, as it is kept. */
export interface PatientEvent {
  readonly eventId: string
  readonly type: string
  readonly at: string
  readonly recordedAt: string
  readonly actor: EventActor
  readonly data: Readonly<Record<string, unknown>>
  readonly undone: boolean
}

/** What an event says under a key; empty where it says no text there. */
export function textIn({ data }: Pick<PatientEvent, 'data'>, key: string): string {
  const value = data[key]
  return typeof value === 'string' ? value : ''
}

/** Everything, in the order recorded, what was taken back included. */
export function readPatientEvents(patientId: string): Promise<readonly PatientEvent[]> {
  return readItems<PatientEvent>(`/v1/patients/${patientId}/events`)
}

/** What was told last of the person; nothing where it was taken back. */
export function factsIn(events: readonly PatientEvent[]): PatientFacts {
  const told = events.findLast(({ type, undone }) => type === 'patient-facts' && !undone)
  return told?.data ?? {}
}

/** What is told of a patient's care; each is added, and taken back by another. */
export interface ToldEvent {
  readonly eventId: string
  readonly planHash: string | null
}

type Telling = Promise<Reply<ToldEvent>>

type What = Pick<Request, 'path' | 'body' | 'ifMatch'>

function tell(patientId: string, { path, ...what }: What, key: string): Telling {
  return send({ method: 'POST', path: `/v1/patients/${patientId}/${path}`, ...what, key })
}

/** What a word is said on: the plan that whoever says it has seen it change. */
export interface Seen {
  readonly key: string
  readonly planHash: string | null
}

function onPlan({ planHash }: Seen): Pick<Request, 'ifMatch'> {
  return planHash === null ? {} : { ifMatch: `"${planHash}"` }
}

/** What waits for a clinician or for signs opens; no timed window does. */
export function tellClearance(patientId: string, subject: string, seen: Seen): Telling {
  return tell(patientId, { path: 'clearances', body: { subject }, ...onPlan(seen) }, seen.key)
}

export interface OverrideForm {
  readonly subject: string
  /** From the end of the session on: `PT48H`, `P7D`. */
  readonly window: string
  readonly reason: string
}

export function tellOverride(patientId: string, form: OverrideForm, seen: Seen): Telling {
  return tell(patientId, { path: 'overrides', body: form, ...onPlan(seen) }, seen.key)
}

export function tellDone(patientId: string, subject: string, key: string): Telling {
  return tell(patientId, { path: 'done', body: { subject } }, key)
}

export function tellAdvice(
  patientId: string,
  { subject, window }: Pick<OverrideForm, 'subject' | 'window'>,
  key: string,
): Telling {
  return tell(patientId, { path: 'advice', body: { subject, window } }, key)
}

export function tellMove(patientId: string, zone: string, key: string): Telling {
  return tell(patientId, { path: 'moves', body: { zone } }, key)
}

export function tellCorrection(
  patientId: string,
  { procedure, endedAt }: { readonly procedure: string; readonly endedAt: string },
  key: string,
): Telling {
  return tell(patientId, { path: `procedures/${procedure}/corrections`, body: { endedAt } }, key)
}

/** What is known of a patient; a key that is left out is unknown, an empty list is none. */
export function tellFacts(patientId: string, facts: PatientFacts): Promise<Reply<PatientFacts>> {
  return send({ method: 'PUT', path: `/v1/patients/${patientId}/facts`, body: facts })
}
