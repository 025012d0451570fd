import { z } from '@hono/zod-openapi'
import { codeForm, codeHash, createCode } from '../auth/patient-code.ts'
import { redeemSignInCode, SIGN_IN_CODE } from '../auth/patient-redemption.ts'
import { endSessions } from '../auth/patient-session.ts'
import { takeRate } from '../auth/rate-limit.ts'
import { created, done, problem, type Reply } from '../http/reply.ts'
import { type Call, defineRoute, type Route, STAFF } from '../http/route.ts'
import { readClinic } from '../store/clinic-settings.ts'
import { timestampOf } from '../store/database.ts'
import { openPatient } from '../store/patient-record.ts'
import { anyForm, idForm } from './forms.ts'
import { patientOf } from './patient-of.ts'
import { PATIENT_SESSION_ROUTES, signedOut } from './patient-sessions.ts'
import { tooMany } from './too-many.ts'

const CODE_MS = 600_000
const TAG = 'Sign-in of patients'

const createSignInCode = defineRoute(
  {
    method: 'post',
    path: '/patients/{patientId}/sign-in-codes',
    summary:
      'Six digits to type into the installed app on this phone, good for 10 minutes and one use',
    tag: TAG,
    access: ['patient', 'caregiver'],
    action: 'sign-in-code.create',
    body: z.strictObject({}),
    replies: { 201: anyForm },
  },
  async (call): Promise<Reply> => {
    const found = await patientOf(call)
    if (!found.ok) return found.reply
    const { trx, clinicId, principal, at } = call
    if (principal.kind !== 'patient' && principal.kind !== 'caregiver')
      return problem(403, 'forbidden')
    const { patientId, sessionId, kind } = principal
    await trx
      .deleteFrom('signInCode')
      .where('clinicId', '=', clinicId)
      .where('patientId', '=', patientId)
      .where('kind', '=', kind)
      .execute()
    const of = { patientId, sessionId, kind, createdAt: timestampOf(at) }
    const expiresAt = timestampOf(at + CODE_MS)
    const code = await keptCode(call, { ...of, expiresAt })
    return code === null ? problem(503, 'unavailable') : created({ code, expiresAt })
  },
)

const DRAWS = 20

interface CodeRow {
  readonly patientId: string
  readonly sessionId: string
  readonly kind: 'patient' | 'caregiver'
  readonly createdAt: string
  readonly expiresAt: string
}

/** A code that nobody of the clinic has now; with so many draws there is one until half of them are taken. */
async function keptCode({ trx, deps, clinicId }: Call, row: CodeRow): Promise<string | null> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const code = createCode(deps.randomBytes)
    const kept = await trx
      .insertInto('signInCode')
      .values({
        ...row,
        clinicId,
        codeHash: codeHash(deps, { clinicId, what: SIGN_IN_CODE, code }),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('kind')
      .executeTakeFirst()
    if (kept !== undefined) return code
  }
  return null
}

const CODES_OF_CLINIC = { limit: 20, windowMs: 600_000 }

const redeemCode = defineRoute(
  {
    method: 'post',
    path: '/sign-in-codes/redeem',
    summary: 'Begin a session with a code that another session of the same person shows',
    tag: TAG,
    access: ['anonymous'],
    action: 'sign-in-code.redeem',
    unscoped: true,
    keyed: true,
    triesPer10Min: 5,
    body: z.strictObject({ clinicId: idForm, code: codeForm }),
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { deps, at, body } = call
    const rate = { key: `sign-in-code ${body.clinicId}`, ...CODES_OF_CLINIC, at }
    return (await takeRate(deps.db, rate)) ? redeemSignInCode(call, body) : tooMany()
  },
)

const whoAmI = defineRoute(
  {
    method: 'get',
    path: '/session',
    summary: 'Who is signed in, and at which clinic',
    tag: TAG,
    access: [...STAFF, 'patient', 'caregiver'],
    action: 'session.read',
    replies: { 200: anyForm },
  },
  async (call): Promise<Reply> => {
    const { trx, deps, clinicId, principal } = call
    const { name, locale } = await readClinic(trx, clinicId)
    const clinic = { clinicId, name }
    switch (principal.kind) {
      case 'anonymous':
        return problem(401, 'not-signed-in')
      case 'staff':
      case 'api-key': {
        const { kind, roles } = principal
        return done({ kind, clinic, name: principal.name, roles, locale })
      }
      case 'patient':
      case 'caregiver': {
        const { kind, patientId } = principal
        const record = await openPatient(trx, deps, { clinicId, patientId })
        if (record === null) return problem(401, 'not-signed-in')
        return done({ kind, clinic, patientId, locale: record.locale, zone: record.zone })
      }
    }
  },
)

const signOut = defineRoute(
  {
    method: 'delete',
    path: '/session',
    summary:
      'Sign out: the session ends, and what the browser keeps of it goes. Staff sign out under /api/auth',
    tag: TAG,
    access: ['patient', 'caregiver'],
    action: 'patient-session.end',
    replies: { 204: null },
  },
  async (call): Promise<Reply> => {
    const { trx, at, principal } = call
    if (principal.kind !== 'patient' && principal.kind !== 'caregiver')
      return problem(403, 'forbidden')
    const { clinicId, patientId, sessionId } = principal
    await endSessions(trx, { place: { clinicId, patientId }, at }, { sessionId })
    return signedOut(call)
  },
)

export const PATIENT_SIGN_IN_ROUTES: readonly Route[] = [
  createSignInCode,
  redeemCode,
  whoAmI,
  signOut,
  ...PATIENT_SESSION_ROUTES,
]
