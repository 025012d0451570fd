import { type Issue, parseSession, type PatientFacts, type Session } from '@afterglow/engine'
import { factsIn, readPatientEvents } from './events.ts'
import type { ProtocolPin } from './protocols.ts'
import { type Answered, ProblemError, read, readTagged, type Reply, send } from './request.ts'

/** Who a patient is, where they are and how they are reached. */
export interface Patient {
  readonly patientId: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  /** The clinic's own number for them. */
  readonly reference: string | null
  readonly zone: string
  readonly locale: string
  readonly preferences: Preferences
  readonly state: 'active' | 'merged' | 'erased'
  readonly mergedInto: string | null
  readonly revision: number
  readonly createdAt: string
}

interface Preferences {
  readonly channel: 'email' | 'push' | 'sms' | null
  readonly quietHours: { readonly from: string; readonly until: string } | null
  readonly digestAt: string | null
  readonly kinds: readonly string[] | null
}

export interface PatientPage {
  readonly items: readonly Patient[]
  /** Where the next page begins; null on the last one. */
  readonly next: string | null
}

/** By part of a name, an address, a number or its last four digits. What is typed goes in the body, and in no address. */
export async function searchPatients(text: string): Promise<Reply<PatientPage>> {
  return send({ method: 'POST', path: '/v1/patients/search', body: { text } })
}

/** The newest first. */
export function readPatients(cursor: string | null = null): Promise<PatientPage> {
  const from = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`
  return read<PatientPage>(`/v1/patients${from}`)
}

/** With the revision that whoever changes it has to name. */
export function readPatient(patientId: string): Promise<Answered<Patient>> {
  return readTagged<Patient>(pathOf(patientId))
}

/** For a list that names only the patient's id. */
export async function readPatientName(patientId: string): Promise<string> {
  return (await read<Pick<Patient, 'name'>>(pathOf(patientId))).name
}

export interface NewPatient {
  readonly name: string
  readonly email?: string | null
  readonly phone?: string | null
  readonly reference?: string | null
  readonly zone?: string
  readonly locale?: string
}

export function createPatient(patient: NewPatient, key: string): Promise<Reply<Patient>> {
  return send({ method: 'POST', path: '/v1/patients', body: patient, key })
}

export type PatientChange = Partial<NewPatient> & { readonly preferences?: Partial<Preferences> }

/** Whatever is not named stays. */
export function changePatient(
  patientId: string,
  change: PatientChange,
  etag: string | null,
): Promise<Reply<Patient>> {
  return send({ method: 'PATCH', path: pathOf(patientId), body: change, ifMatch: etag })
}

/** What a patient's plan is worked out from, and the hash that the server has of it. */
export interface PatientSession {
  /** Null before the first procedure. */
  readonly session: Session | null
  /** What is known of the person, also where their only session was taken back. */
  readonly facts: PatientFacts
  readonly protocols: readonly ProtocolPin[]
  readonly planHash: string | null
  /** Ids of sessions that were planned, whose time has passed, and of which nobody has said that they took place. */
  readonly toConfirm: readonly string[]
}

export async function readPatientSession(patientId: string): Promise<PatientSession> {
  const { session, ...rest } = await read<Omit<PatientSession, 'session' | 'facts'> & Unread>(
    `${pathOf(patientId)}/session`,
  )
  if (session === null)
    return { session, facts: factsIn(await readPatientEvents(patientId)), ...rest }
  const parsed = parseSession(session)
  if (!parsed.ok) throw new ProblemError(unreadable(parsed.issues))
  return { session: parsed.value, facts: parsed.value.patient, ...rest }
}

interface Unread {
  readonly session: unknown
}

/** The server is newer or older than this page: nothing of the plan is shown then. */
function unreadable(issues: readonly Issue[]): ProblemError['problem'] {
  return {
    status: 422,
    code: 'unreadable',
    title: 'This page cannot read what the server sent. Load it again.',
    detail: null,
    issues,
  }
}

function pathOf(patientId: string): string {
  return `/v1/patients/${encodeURIComponent(patientId)}`
}
