import { timingSafeEqual } from 'node:crypto'
import { errorAt } from '@afterglow/engine'
import { type Reply, refused } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import { inScope, timestampOf } from '../store/database.ts'
import { openPatient } from '../store/patient-record.ts'
import { codeHashes } from './patient-code.ts'
import { ended, type Entry, throughDoor, tokenOf } from './patient-door.ts'
import { CODE_TRIES, invitationState } from './patient-invitation.ts'
import {
  endSessions,
  openSession,
  PATIENT_SESSION_MS,
  type PatientKind,
} from './patient-session.ts'

/** What the code of an invitation is kept under: of the patient, so that it is good for a link that is sent again. */
export function invitationCodeOf(patientId: string, kind: PatientKind): string {
  return `invitation ${patientId} ${kind}`
}

/**
 * Redeems an invitation for a session. Unknown, expired, used and withdrawn have one answer; the same request again, under
 * its key, gets the session that it got.
 */
export async function redeemInvitation(
  call: Call,
  { token, code }: { readonly token: string; readonly code: string | null },
): Promise<Reply> {
  const { clinicId, hash } = tokenOf(token)
  return throughDoor(call, { clinicId, action: 'invitation.redeem' }, async (entry) => {
    const row = await heldInvitation(entry, hash)
    const kept = await entry.kept()
    if (kept !== null) return kept
    if (row === undefined) return ended()
    const { patientId, invitationId, kind } = row
    entry.about(patientId)
    if (invitationState(row, call.at) !== 'open' || !(await isActive(entry, patientId)))
      return ended()
    const wrong = await codeRefusal(entry, row, code)
    if (wrong !== null) return wrong
    await changeInvitation(entry, invitationId, { redeemedAt: timestampOf(call.at) })
    entry.afterwards(() => endOwnSession(call))
    const place = { clinicId, patientId }
    const expiresAt = call.at + PATIENT_SESSION_MS
    const session = { place, kind, invitationId, at: call.at, expiresAt }
    return openSession(entry.trx, call.deps, session)
  })
}

/** Held until the end: of two that redeem it at the same time one waits, and finds it used. */
async function heldInvitation({ trx, clinicId }: Entry, tokenHash: Uint8Array) {
  return trx
    .selectFrom('invitation')
    .selectAll()
    .where('clinicId', '=', clinicId)
    .where('tokenHash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst()
}

async function isActive({ trx, deps, clinicId }: Entry, patientId: string): Promise<boolean> {
  const record = await openPatient(trx, deps, { clinicId, patientId })
  return record?.state === 'active'
}

interface CodedRow {
  readonly invitationId: string
  readonly patientId: string
  readonly kind: PatientKind
  readonly codeHash: Uint8Array | null
  readonly tries: number
}

/** Null where the code is right, or none was asked for. Asking for it is no try; a wrong one is, and the last try ends it. */
async function codeRefusal(
  entry: Entry,
  { invitationId, patientId, kind, codeHash, tries }: CodedRow,
  code: string | null,
): Promise<Reply | null> {
  if (codeHash === null) return null
  if (code === null) return refused([errorAt('code', 'required', CODE_REQUIRED)])
  const { deps, clinicId, at } = entry
  const what = invitationCodeOf(patientId, kind)
  const isRight = codeHashes(deps, { clinicId, what, code }).some((hash) =>
    timingSafeEqual(hash, codeHash),
  )
  if (isRight) return null
  const isLast = tries + 1 >= CODE_TRIES
  await changeInvitation(entry, invitationId, {
    tries: tries + 1,
    ...(isLast && { revokedAt: timestampOf(at) }),
  })
  return isLast ? ended() : refused([errorAt('code', 'value', 'is not the code that was told')])
}

const CODE_REQUIRED = 'the clinic has told you six digits; type them'

async function changeInvitation(
  { trx, clinicId }: Entry,
  invitationId: string,
  change: {
    readonly tries?: number
    readonly revokedAt?: string
    readonly redeemedAt?: string
  },
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set(change)
    .where('clinicId', '=', clinicId)
    .where('invitationId', '=', invitationId)
    .execute()
}

/** The session that this browser had before: its cookie is gone, and with it whoever could end the session. */
async function endOwnSession({ deps, at, principal }: Call): Promise<void> {
  if (principal.kind !== 'patient' && principal.kind !== 'caregiver') return
  const { clinicId, patientId, sessionId } = principal
  const place = { clinicId, patientId }
  await inScope(deps.db, place, (trx) => endSessions(trx, { place, at }, { sessionId }))
}

/** The code that a session shows, for the app on the same phone. */
export const SIGN_IN_CODE = 'sign-in'

/** Redeems a sign-in code for a session of its own, which ends when the one that made the code would have. */
export async function redeemSignInCode(
  call: Call,
  { clinicId, code }: { readonly clinicId: string; readonly code: string },
): Promise<Reply> {
  return throughDoor(call, { clinicId, action: 'sign-in-code.redeem' }, async (entry) => {
    const row = await takenCode(entry, code)
    const kept = await entry.kept()
    if (kept !== null) return kept
    const from = row === undefined ? undefined : await liveSession(entry, row)
    if (from === undefined || !(await isActive(entry, from.patientId))) return ended()
    const { patientId, kind, invitationId, expiresAt } = from
    entry.about(patientId)
    const place = { clinicId, patientId }
    return openSession(entry.trx, call.deps, { place, kind, invitationId, at: call.at, expiresAt })
  })
}

/** Removed as it is read: whoever else has it at the same time finds nothing. */
async function takenCode({ trx, deps, clinicId, at }: Entry, code: string) {
  const row = await trx
    .deleteFrom('signInCode')
    .where('clinicId', '=', clinicId)
    .where('codeHash', 'in', codeHashes(deps, { clinicId, what: SIGN_IN_CODE, code }))
    .returning(['patientId', 'sessionId', 'expiresAt'])
    .executeTakeFirst()
  return row !== undefined && at < row.expiresAt ? row : undefined
}

/** A session that has ended since has taken its code with it; one that has expired has not. */
async function liveSession(
  { trx, clinicId, at }: Entry,
  { sessionId }: { readonly sessionId: string | null },
) {
  if (sessionId === null) return undefined
  const row = await trx
    .selectFrom('patientSession')
    .select(['patientId', 'kind', 'invitationId', 'expiresAt'])
    .where('clinicId', '=', clinicId)
    .where('sessionId', '=', sessionId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined && at < row.expiresAt ? row : undefined
}
