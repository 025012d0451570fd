import { addressFor, createInvitation } from '../auth/patient-invitation.ts'
import { invitedBefore } from '../auth/patient-lost-link.ts'
import type { Sending } from '../deliver/queue-delivery.ts'
import { folded, nameKey, nameWords } from '../seal/folded-name.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { patientsByReference } from '../store/patient-lookup.ts'
import {
  changePatient,
  createPatient,
  type Identity,
  NO_PREFERENCES,
  type PatientRecord,
} from '../store/patient-record.ts'
import { type GivenProcedure, type RecordedProcedure, recordProcedure } from './record-procedure.ts'

/** A session that a booking system says is done. */
export interface BookedSession {
  readonly patient: {
    readonly reference: string
    readonly name: string
    readonly email: string | null
    readonly phone: string | null
    readonly locale?: string | undefined
    readonly zone?: string | undefined
  }
  readonly given: GivenProcedure
  /** How the link to the plan is sent; by e-mail where nothing is said and there is an address. */
  readonly send?: 'email' | 'sms' | 'none' | undefined
  readonly sourceId: string
}

export type Booked =
  | {
      readonly kind: 'booked'
      readonly record: PatientRecord
      readonly sent: 'email' | 'sms' | 'none'
    }
  /** Two patients have the number: whose session it was is not guessed. */
  | { readonly kind: 'ambiguous' }
  /** The patient who has the number has another name, and not both an address and a word of it in common. */
  | { readonly kind: 'other-person' }
  | Exclude<RecordedProcedure, { kind: 'recorded' }>

/** Finds the patient by the clinic's number, or makes one; records the session, and sends the link to the plan. */
export async function bookSession(sending: Sending, booked: BookedSession): Promise<Booked> {
  const { trx, deps, clinicId } = sending
  const { patient, given, sourceId } = booked
  const { reference } = patient
  const found = await patientsByReference(trx, deps, { clinicId, reference })
  if (found.length > 1) return { kind: 'ambiguous' }
  const [known] = found
  if (known && !isSamePerson(known.identity, patient)) return { kind: 'other-person' }
  const record = known ? await completed(sending, known, patient) : await made(sending, patient)
  const actor = { kind: 'webhook', id: sourceId }
  const told = await recordProcedure(sending, { record, given, actor })
  if (told.kind !== 'recorded') return told
  return { kind: 'booked', record, sent: await sentLink(sending, record, booked.send ?? 'email') }
}

/** A link that asks for the code that the clinic told them, where it wanted one; none to whom it has withdrawn access. */
async function sentLink(
  sending: Sending,
  record: PatientRecord,
  send: 'email' | 'sms' | 'none',
): Promise<'email' | 'sms' | 'none'> {
  if (send === 'none' || addressFor(record, send) === null) return 'none'
  const before = await invitedBefore(sending.trx, record)
  if (before === 'withdrawn') return 'none'
  const second = before === 'never' ? null : before.second
  await createInvitation(sending, { record, kind: 'patient', send, second, actorId: null })
  return send
}

/**
 * Whether somebody told of may be the one on record: by their name, its words in any order; or by an address and a word of
 * it, for whoever has another surname now. A family may share an address, and a number may be mistyped.
 */
function isSamePerson(
  { name, email, phone }: Identity,
  told: Pick<Identity, 'name' | 'email' | 'phone'>,
): boolean {
  if (nameKey(name) === nameKey(told.name)) return true
  const words = nameWords(told.name)
  if (!nameWords(name).some((word) => words.includes(word))) return false
  if (email !== null && email.toLowerCase() === told.email?.toLowerCase()) return true
  return phone !== null && digitsOf(phone) === digitsOf(told.phone ?? '')
}

function digitsOf(phone: string): string {
  return folded(phone).replaceAll(/\D/g, '')
}

async function made(
  { trx, deps, clinicId }: Sending,
  { zone, locale, ...identity }: BookedSession['patient'],
): Promise<PatientRecord> {
  const clinic = await readClinic(trx, clinicId)
  const patient = {
    patientId: deps.createId(),
    zone: zone ?? clinic.zone,
    locale: locale ?? clinic.locale,
    preferences: NO_PREFERENCES,
    identity,
  }
  return createPatient(trx, deps, { clinicId, patient })
}

/** What is on record stands; an address that was missing is added. */
async function completed(
  { trx, deps }: Sending,
  record: PatientRecord,
  { email, phone }: BookedSession['patient'],
): Promise<PatientRecord> {
  const before = record.identity
  const identity = { ...before, email: before.email ?? email, phone: before.phone ?? phone }
  if (identity.email === before.email && identity.phone === before.phone) return record
  return (await changePatient(trx, deps, { record, change: { identity } })) ?? record
}
