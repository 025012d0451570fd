import type { Instant } from '@afterglow/engine'
import { sql } from 'kysely'
import { queueDelivery, type Sending } from '../deliver/queue-delivery.ts'
import { derivedId } from '../derived-id.ts'
import { timestampOf, timeValue, type Trx } from '../store/database.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { createToken } from '../token.ts'
import { PATIENT_IDLE_MS } from './principal-of.ts'
import type { PatientKind, PatientPlace } from './patient-session.ts'

const INVITATION_MS = 72 * 3_600_000
/** So many wrong codes end an invitation. */
export const CODE_TRIES = 5

/** The second item of an invitation, and how often it was told wrong. */
export interface SecondItem {
  readonly hash: Uint8Array
  readonly tries: number
}

export interface NewInvitation {
  readonly record: PatientRecord
  readonly kind: PatientKind
  readonly send: 'email' | 'sms' | 'none'
  readonly second: SecondItem | null
  /** The user or key that asked for it; null where the patient did. */
  readonly actorId: string | null
}

export interface Invitation {
  readonly invitationId: string
  /** Shown once: only its hash is kept. */
  readonly link: string
  readonly expiresAt: Instant
}

/** Invites a patient, or whoever cares for them. What was sent before and not used is good no longer. */
export async function createInvitation(
  sending: Sending,
  { record, kind, send, second, actorId }: NewInvitation,
): Promise<Invitation> {
  const { trx, deps, clinicId, at } = sending
  const { patientId } = record
  await holdPatient(trx, { clinicId, patientId })
  await endInvitations(trx, { place: { clinicId, patientId }, at, kind })
  const { text, hash } = createToken(clinicId, deps.randomBytes)
  const invitationId = deps.createId()
  const expiresAt = at + INVITATION_MS
  await trx
    .insertInto('invitation')
    .values({
      clinicId,
      invitationId,
      patientId,
      kind,
      tokenHash: hash,
      actorId,
      codeHash: second?.hash ?? null,
      tries: second?.tries ?? 0,
      createdAt: timestampOf(at),
      expiresAt: timestampOf(expiresAt),
    })
    .execute()
  const invitation = { invitationId, link: `${deps.baseUrl}/#/join/${text}`, expiresAt }
  if (send !== 'none') await sendInvitation(sending, { record, send, invitation })
  return invitation
}

/** Two invitations made at the same time would each not see the other, and both be good. */
async function holdPatient(trx: Trx, { clinicId, patientId }: PatientPlace): Promise<void> {
  await trx
    .selectFrom('patient')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .forUpdate()
    .execute()
}

async function sendInvitation(
  sending: Sending,
  {
    record,
    send,
    invitation: { invitationId, link, expiresAt },
  }: {
    readonly record: PatientRecord
    readonly send: 'email' | 'sms'
    readonly invitation: Invitation
  },
): Promise<void> {
  const to = addressFor(record, send)
  if (to === null) throw new Error('an invitation is sent to an address on record')
  await queueDelivery(sending, {
    deliveryId: derivedId(sending.clinicId, 'invitation', invitationId),
    record,
    kind: 'invitation',
    channel: send,
    dueAt: sending.at,
    expiresAt,
    reminder: {},
    content: { to, locale: record.locale, values: { link } },
  })
}

export function addressFor(
  { identity }: Pick<PatientRecord, 'identity'>,
  send: 'email' | 'sms',
): string | null {
  return send === 'email' ? identity.email : identity.phone
}

/** Ends a patient's invitations that nobody has used, of one kind or of both; says how many. */
export async function endInvitations(
  trx: Trx,
  {
    place: { clinicId, patientId },
    at,
    kind,
  }: { readonly place: PatientPlace; readonly at: Instant; readonly kind?: PatientKind },
): Promise<number> {
  const rows = await trx
    .updateTable('invitation')
    .set({ revokedAt: timestampOf(at) })
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('redeemedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .$if(kind !== undefined, (all) => all.where('kind', '=', kind ?? 'patient'))
    .returning('invitationId')
    .execute()
  return rows.length
}

/**
 * Withdraws what the clinic lets a patient, or a caregiver, in by, once it has ended sessions of theirs: a lost link brings
 * nothing of it back. What another session goes back to stays, and so does what the clinic made and nobody has used yet.
 */
export async function withdrawInvitations(
  trx: Trx,
  {
    place: { clinicId, patientId },
    at,
    kind,
  }: { readonly place: PatientPlace; readonly at: Instant; readonly kind?: PatientKind },
): Promise<void> {
  const now = timeValue(at)
  const seen = timeValue(at - PATIENT_IDLE_MS)
  await trx
    .updateTable('invitation')
    .set({ revokedAt: timestampOf(at) })
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('revokedAt', 'is', null)
    .$if(kind !== undefined, (all) => all.where('kind', '=', kind ?? 'patient'))
    .where(sql<boolean>`not (redeemed_at is null and actor_id is not null and expires_at > ${now})`)
    .where(
      sql<boolean>`not exists (select from patient_session s
        where s.clinic_id = invitation.clinic_id and s.patient_id = invitation.patient_id
          and s.invitation_id = invitation.invitation_id
          and s.ended_at is null and s.expires_at > ${now} and s.seen_at > ${seen})`,
    )
    .execute()
}

export interface InvitationTimes {
  readonly expiresAt: Instant
  readonly redeemedAt: Instant | null
  readonly revokedAt: Instant | null
}

/** Good in [creation, expiry). */
export function invitationState(
  { expiresAt, redeemedAt, revokedAt }: InvitationTimes,
  at: Instant,
): 'open' | 'redeemed' | 'revoked' | 'expired' {
  if (revokedAt !== null) return 'revoked'
  if (redeemedAt !== null) return 'redeemed'
  return at < expiresAt ? 'open' : 'expired'
}
