import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import { done, type Done } from '../http/reply.ts'
import { timestampOf, timeValue, type Trx } from '../store/database.ts'
import { createToken } from '../token.ts'
import { setCookie } from './patient-cookie.ts'
import { PATIENT_IDLE_MS } from './principal-of.ts'

/** So long after it began a session of a patient ends, however much it is used. */
export const PATIENT_SESSION_MS = 180 * 86_400_000

export type PatientKind = 'patient' | 'caregiver'

export interface PatientPlace {
  readonly clinicId: string
  readonly patientId: string
}

export interface NewSession {
  readonly place: PatientPlace
  readonly kind: PatientKind
  /** The invitation that it goes back to: withdrawing that one ends it. */
  readonly invitationId: string | null
  readonly at: Instant
  readonly expiresAt: Instant
}

/** Begins a session; the answer brings its cookie and says whose it is. */
export async function openSession(
  trx: Trx,
  { randomBytes, createId, baseUrl }: Pick<Deps, 'randomBytes' | 'createId' | 'baseUrl'>,
  { place, kind, invitationId, at, expiresAt }: NewSession,
): Promise<Done> {
  const token = createToken(place.clinicId, randomBytes)
  const now = timestampOf(at)
  await trx
    .insertInto('patientSession')
    .values({
      ...place,
      sessionId: createId(),
      kind,
      tokenHash: token.hash,
      invitationId,
      createdAt: now,
      seenAt: now,
      expiresAt: timestampOf(expiresAt),
    })
    .execute()
  const maxAgeS = Math.floor((expiresAt - at) / 1000)
  return done(
    { ...place, kind },
    { headers: { 'set-cookie': setCookie(baseUrl, token.text, maxAgeS) } },
  )
}

/** Which of a patient's sessions: one, those of a kind, those that an invitation began; all of them where nothing is said. */
export interface WhichSessions {
  readonly sessionId?: string
  readonly kind?: PatientKind
  readonly invitationId?: string
}

/** Ends sessions at once, with the codes that they made and the push messages that they asked for. */
export async function endSessions(
  trx: Trx,
  { place, at }: { readonly place: PatientPlace; readonly at: Instant },
  { sessionId, kind, invitationId }: WhichSessions = {},
): Promise<number> {
  const { clinicId, patientId } = place
  const rows = await trx
    .updateTable('patientSession')
    .set({ endedAt: timestampOf(at) })
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('endedAt', 'is', null)
    .$if(sessionId !== undefined, (all) => all.where('sessionId', '=', sessionId ?? ''))
    .$if(kind !== undefined, (all) => all.where('kind', '=', kind ?? 'patient'))
    .$if(invitationId !== undefined, (all) => all.where('invitationId', '=', invitationId ?? ''))
    .returning('sessionId')
    .execute()
  const ids = rows.map((row) => row.sessionId)
  if (ids.length === 0) return 0
  for (const table of ['signInCode', 'pushSubscription'] as const) {
    await trx
      .deleteFrom(table)
      .where('clinicId', '=', clinicId)
      .where('patientId', '=', patientId)
      .where('sessionId', 'in', ids)
      .execute()
  }
  return ids.length
}

export interface LiveSession {
  readonly sessionId: string
  readonly kind: PatientKind
  readonly createdAt: Instant
  readonly seenAt: Instant
  readonly expiresAt: Instant
}

/** The sessions of a patient that would still be let in, the last used first. */
export async function liveSessions(
  trx: Trx,
  { place, at }: { readonly place: PatientPlace; readonly at: Instant },
): Promise<readonly LiveSession[]> {
  return trx
    .selectFrom('patientSession')
    .select(['sessionId', 'kind', 'createdAt', 'seenAt', 'expiresAt'])
    .where('clinicId', '=', place.clinicId)
    .where('patientId', '=', place.patientId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', timeValue(at))
    .where('seenAt', '>', timeValue(at - PATIENT_IDLE_MS))
    .orderBy('seenAt', 'desc')
    .orderBy('sessionId')
    .execute()
}
