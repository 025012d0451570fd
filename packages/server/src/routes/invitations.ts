import { z } from '@hono/zod-openapi'
import { createCode, codeForm, codeHash } from '../auth/patient-code.ts'
import { throughDoor } from '../auth/patient-door.ts'
import {
  addressFor,
  createInvitation,
  invitationState,
  type SecondItem,
  withdrawInvitations,
} from '../auth/patient-invitation.ts'
import { lostLinkKey, sendAgain } from '../auth/patient-lost-link.ts'
import { invitationCodeOf, redeemInvitation } from '../auth/patient-redemption.ts'
import { endSessions, type PatientKind } from '../auth/patient-session.ts'
import { takeRate } from '../auth/rate-limit.ts'
import { actorOf } from '../http/principal.ts'
import { created, done, invalidAt, notFound, problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, DESK, type Route } from '../http/route.ts'
import { timestampOf } from '../store/database.ts'
import type { PatientRecord } from '../store/patient-record.ts'
import { anyForm, idForm, listForm } from './forms.ts'
import { patientOf } from './patient-of.ts'
import { tooMany } from './too-many.ts'

const iso = (at: number | null) => (at === null ? null : timestampOf(at))

const kind = z.enum(['patient', 'caregiver'])
/** What an invitation is made with; a lost phone needs one too. */
export const inviteForm = z.strictObject({
  send: z.enum(['email', 'sms', 'none']).default('none'),
  /** Whether the person has to type six digits too, which the clinic tells them itself. */
  withCode: z.boolean().default(false),
})

export interface Inviting {
  readonly kind: PatientKind
  readonly send: 'email' | 'sms' | 'none'
  readonly withCode: boolean
}

/** Invites the patient of a route and answers with the link, and the code, that are shown this once. */
export async function invited(
  call: Call,
  record: PatientRecord,
  { kind: who, send, withCode }: Inviting,
): Promise<Reply> {
  if (record.state !== 'active') return notFound('patient')
  if (send !== 'none' && addressFor(record, send) === null) {
    const what = send === 'email' ? 'e-mail address' : 'phone number'
    return invalidAt('send', `the patient has no ${what} on record`)
  }
  const code = withCode ? createCode(call.deps.randomBytes) : null
  const second = code === null ? null : secondItem(call, { record, kind: who, code })
  const actorId = actorOf(call.principal).id
  const made = await createInvitation(call, { record, kind: who, send, second, actorId })
  call.note({ invitation: made.invitationId, kind: who, send })
  return created({
    ...made,
    kind: who,
    expiresAt: iso(made.expiresAt),
    sent: send,
    ...(code !== null && { code }),
  })
}

function secondItem(
  { deps, clinicId }: Call,
  {
    record: { patientId },
    kind: who,
    code,
  }: { readonly record: PatientRecord; readonly kind: PatientKind; readonly code: string },
): SecondItem {
  const what = invitationCodeOf(patientId, who)
  return { hash: codeHash(deps, { clinicId, what, code }), tries: 0 }
}

const create = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/invitations',
    summary:
      'Invite the patient or a caregiver: a link that is shown once, good for 72 hours and one use',
    tag: 'Sign-in of patients',
    access: DESK,
    action: 'invitation.create',
    body: inviteForm.extend({ kind: kind.default('patient') }),
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    return found.ok ? invited(call, found.record, call.body) : found.reply
  },
)

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/invitations',
    summary: 'The invitations of a patient and what became of each',
    tag: 'Sign-in of patients',
    access: DESK,
    action: 'invitation.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const rows = await call.trx
      .selectFrom('invitation')
      .selectAll()
      .where('clinicId', '=', call.clinicId)
      .where('patientId', '=', found.record.patientId)
      .orderBy('createdAt', 'desc')
      .orderBy('invitationId')
      .limit(200)
      .execute()
    const items = rows.map((row) => ({
      invitationId: row.invitationId,
      kind: row.kind,
      state: invitationState(row, call.at),
      withCode: row.codeHash !== null,
      createdAt: iso(row.createdAt),
      expiresAt: iso(row.expiresAt),
      redeemedAt: iso(row.redeemedAt),
      revokedAt: iso(row.revokedAt),
    }))
    return done({ items, next: null })
  },
)

const revoke = defineRoute(
  {
    method: 'delete',
    path: '/patients/{patientId}/invitations/{invitationId}',
    summary:
      'Withdraw an invitation, and end the sessions that it began: from then on only the clinic lets the person in again',
    tag: 'Sign-in of patients',
    access: DESK,
    action: 'invitation.revoke',
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { trx, clinicId, at } = call
    const { patientId } = found.record
    const invitationId = idForm.safeParse(call.params['invitationId'])
    if (!invitationId.success) return notFound('invitation')
    const row = await trx
      .updateTable('invitation')
      .set({ revokedAt: timestampOf(at) })
      .where('clinicId', '=', clinicId)
      .where('patientId', '=', patientId)
      .where('invitationId', '=', invitationId.data)
      .returning(['invitationId', 'kind'])
      .executeTakeFirst()
    if (row === undefined) return notFound('invitation')
    const which = { invitationId: row.invitationId }
    const place = { clinicId, patientId }
    call.note({ sessions: await endSessions(trx, { place, at }, which) })
    await withdrawInvitations(trx, { place, at, kind: row.kind })
    return done(null)
  },
)

const redeem = defineRoute(
  {
    method: 'post',
    path: '/invitations/redeem',
    summary: 'Begin a session with an invitation, by a button that the person presses',
    tag: 'Sign-in of patients',
    access: ['anonymous'],
    action: 'invitation.redeem',
    unscoped: true,
    keyed: true,
    triesPer10Min: 30,
    body: z.strictObject({ token: z.string().max(200), code: codeForm.optional() }),
    replies: { 200: anyForm },
  },
  (call) => redeemInvitation(call, { token: call.body.token, code: call.body.code ?? null }),
)

const TEN_MINUTES_MS = 600_000
const LOST_LINKS = {
  ofAddress: { limit: 3, windowMs: 3_600_000 },
  ofClinic: { limit: 60, windowMs: TEN_MINUTES_MS },
}
const addressForm = z.union([z.email().max(254), z.string().regex(/^\+[1-9]\d{6,14}$/)], {
  error: 'must be an e-mail address, or a number with its country such as +971501234567',
})

const again = defineRoute(
  {
    method: 'post',
    path: '/invitations/again',
    summary:
      'Lost the link: a new one goes to the address on record, if it is; the answer is the same if not',
    tag: 'Sign-in of patients',
    access: ['anonymous'],
    action: 'invitation.again',
    unscoped: true,
    keyed: true,
    triesPer10Min: 5,
    body: z.strictObject({ clinicId: idForm, address: addressForm }),
    replies: { 202: anyForm },
  },
  async (call): Promise<Reply> => {
    const { deps, at, body } = call
    const { clinicId, address } = body
    const ofAddress = { key: lostLinkKey(deps, body), ...LOST_LINKS.ofAddress, at }
    const ofClinic = { key: `lost-link ${clinicId}`, ...LOST_LINKS.ofClinic, at }
    if (!(await takeRate(deps.db, ofAddress)) || !(await takeRate(deps.db, ofClinic)))
      return tooMany()
    const channel = address.includes('@') ? 'email' : 'sms'
    return throughDoor(call, { clinicId, action: 'invitation.again' }, async (entry) => {
      const kept = await entry.kept()
      if (kept !== null) return kept
      if (!(await isClinic(entry))) return problem(404, 'not-found')
      await sendAgain(entry, { channel, address })
      return done({ accepted: true }, { status: 202 })
    })
  },
)

async function isClinic({ trx, clinicId }: Pick<Call, 'trx' | 'clinicId'>): Promise<boolean> {
  const rows = trx.selectFrom('clinic').select('clinicId').where('clinicId', '=', clinicId)
  return (await rows.executeTakeFirst()) !== undefined
}

export const INVITATION_ROUTES: readonly Route[] = [create, list, revoke, redeem, again]
