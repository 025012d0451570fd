import { endInvitations, withdrawInvitations } from '../auth/patient-invitation.ts'
import { setCookie } from '../auth/patient-cookie.ts'
import {
  endSessions,
  liveSessions,
  type PatientKind,
  type WhichSessions,
} from '../auth/patient-session.ts'
import { done, notFound, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, DESK, type Route } from '../http/route.ts'
import { timestampOf } from '../store/database.ts'
import { anyForm, idForm, listForm } from './forms.ts'
import { invited, inviteForm } from './invitations.ts'
import { patientOf } from './patient-of.ts'

const TAG = 'Sign-in of patients'

/**
 * What this origin keeps goes with the session, also where the app is not open to remove it. The cookie goes by its name:
 * "cookies" would take those of the whole domain, and sign out staff who share the browser.
 */
export function signedOut({ deps }: Pick<Call, 'deps'>): Reply {
  return done(null, {
    headers: {
      'set-cookie': setCookie(deps.baseUrl, '', 0),
      'clear-site-data': '"cache","storage"',
    },
  })
}

const list = defineRoute(
  {
    method: 'get',
    path: '/patients/{patientId}/sessions',
    summary: 'Where the patient and their caregivers are signed in',
    tag: TAG,
    access: [...DESK, 'patient'],
    action: 'patient-session.list',
    replies: { 200: listForm },
  },
  async (call) => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { trx, clinicId, at, principal } = call
    const { patientId } = found.record
    const rows = await liveSessions(trx, { place: { clinicId, patientId }, at })
    const own = 'sessionId' in principal ? principal.sessionId : null
    const items = rows.map(({ sessionId, kind, createdAt, seenAt, expiresAt }) => ({
      sessionId,
      kind,
      isThis: sessionId === own,
      createdAt: timestampOf(createdAt),
      seenAt: timestampOf(seenAt),
      expiresAt: timestampOf(expiresAt),
    }))
    return done({ items, next: null })
  },
)

/** Ends sessions of the patient that the path names; says how many there were. What the clinic ends, it has withdrawn. */
async function ended(call: Call, which: WhichSessions): Promise<number | null> {
  const found = await patientOf(call)
  if (!found.ok) return null
  const { trx, clinicId, at } = call
  const place = { clinicId, patientId: found.record.patientId }
  const kind = which.kind ?? (await kindOf(call, which.sessionId))
  const count = await endSessions(trx, { place, at }, which)
  call.note({ sessions: count })
  if (call.principal.kind !== 'patient')
    await withdrawInvitations(trx, { place, at, ...(kind && { kind }) })
  return count
}

async function kindOf(
  { trx, clinicId }: Call,
  sessionId: string | undefined,
): Promise<PatientKind | undefined> {
  if (sessionId === undefined) return undefined
  const row = await trx
    .selectFrom('patientSession')
    .select('kind')
    .where('clinicId', '=', clinicId)
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return row?.kind
}

const endOne = defineRoute(
  {
    method: 'delete',
    path: '/patients/{patientId}/sessions/{sessionId}',
    summary:
      'End one session of a patient; where it was their last, and the clinic ends it, only the clinic lets them in again',
    tag: TAG,
    access: [...DESK, 'patient'],
    action: 'patient-session.end-one',
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const sessionId = idForm.safeParse(call.params['sessionId'])
    if (!sessionId.success) return notFound('session')
    return (await ended(call, { sessionId: sessionId.data })) ? done(null) : notFound('session')
  },
)

const endAll = defineRoute(
  {
    method: 'delete',
    path: '/patients/{patientId}/sessions',
    summary:
      'End every session of a patient, caregivers’ too; where the clinic does it, only the clinic lets them in again',
    tag: TAG,
    access: [...DESK, 'patient'],
    action: 'patient-session.end-all',
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    if ((await ended(call, {})) === null) return notFound('patient')
    return call.principal.kind === 'patient' ? signedOut(call) : done(null)
  },
)

const withdrawCaregivers = defineRoute(
  {
    method: 'delete',
    path: '/patients/{patientId}/caregivers',
    summary:
      'Withdraw the access of caregivers: their sessions end, their invitations are good no longer',
    tag: TAG,
    access: [...DESK, 'patient'],
    action: 'caregiver.withdraw',
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const { trx, clinicId, at } = call
    if ((await ended(call, { kind: 'caregiver' })) === null) return notFound('patient')
    const place = { clinicId, patientId: call.params['patientId'] ?? '' }
    await endInvitations(trx, { place, at, kind: 'caregiver' })
    return done(null)
  },
)

const lostPhone = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/lost-phone',
    summary: 'A lost phone: every session ends, and there is a new invitation',
    tag: TAG,
    access: DESK,
    action: 'patient-session.lost-phone',
    body: inviteForm,
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { trx, clinicId, at } = call
    const place = { clinicId, patientId: found.record.patientId }
    call.note({ sessions: await endSessions(trx, { place, at }) })
    await endInvitations(trx, { place, at })
    return invited(call, found.record, { ...call.body, kind: 'patient' })
  },
)

export const PATIENT_SESSION_ROUTES: readonly Route[] = [
  list,
  endOne,
  endAll,
  withdrawCaregivers,
  lostPhone,
]
