import type { Instant } from '@afterglow/engine'
import type { Principal, Role } from '../http/principal.ts'
import { type Database, inScope, timestampOf, timeValue } from '../store/database.ts'
import { readToken } from '../token.ts'
import { patientCookie, readCookie } from './patient-cookie.ts'
import type { StaffAuth } from './staff-auth.ts'

export interface PrincipalDeps {
  readonly db: Database
  readonly staffAuth: StaffAuth
  readonly baseUrl: string
  readonly now: () => Instant
}

/** So long after the last request a session of a patient ends, if its own end does not come first. */
export const PATIENT_IDLE_MS = 90 * 86_400_000
/** A session's last use is written at most so often. */
const SEEN_EVERY_MS = 3_600_000

/** Who a request comes from: by an API key, a patient's cookie or a staff session, in this order; else nobody. */
export async function principalOf(deps: PrincipalDeps, request: Request): Promise<Principal> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer !== undefined) return apiKeyPrincipal(deps, bearer)
  const cookie = readCookie(request.headers.get('cookie'), patientCookie(deps.baseUrl))
  if (cookie !== null) {
    const patient = await patientPrincipal(deps, cookie)
    if (patient.kind !== 'anonymous') return patient
  }
  const session = await deps.staffAuth.sessionOf(request.headers)
  if (session === null) return { kind: 'anonymous' }
  const { userId, name, clinicId, roles, secondFactor } = session
  return { kind: 'staff', userId, name, clinicId, roles, secondFactor }
}

async function apiKeyPrincipal({ db, now }: PrincipalDeps, text: string): Promise<Principal> {
  const token = readToken(text)
  if (token === null) return { kind: 'anonymous' }
  const { clinicId, hash } = token
  const row = await inScope(db, { clinicId }, (trx) =>
    trx
      .updateTable('apiKey')
      .set({ usedAt: timestampOf(now()) })
      .where('clinicId', '=', clinicId)
      .where('tokenHash', '=', hash)
      .where('endedAt', 'is', null)
      .returning(['apiKeyId', 'name', 'role'])
      .executeTakeFirst(),
  )
  if (row === undefined) return { kind: 'anonymous' }
  // Written by the route that made the key, from a Role.
  const roles = [row.role as Role]
  return { kind: 'api-key', apiKeyId: row.apiKeyId, name: row.name, clinicId, roles }
}

async function patientPrincipal({ db, now }: PrincipalDeps, text: string): Promise<Principal> {
  const token = readToken(text)
  if (token === null) return { kind: 'anonymous' }
  const { clinicId, hash } = token
  const at = now()
  return inScope(db, { clinicId }, async (trx) => {
    const row = await trx
      .selectFrom('patientSession')
      .select(['sessionId', 'patientId', 'kind', 'seenAt'])
      .where('clinicId', '=', clinicId)
      .where('tokenHash', '=', hash)
      .where('endedAt', 'is', null)
      .where('expiresAt', '>', timeValue(at))
      .where('seenAt', '>', timeValue(at - PATIENT_IDLE_MS))
      .executeTakeFirst()
    if (row === undefined) return { kind: 'anonymous' }
    const { sessionId, patientId, kind, seenAt } = row
    if (at - seenAt > SEEN_EVERY_MS) {
      await trx
        .updateTable('patientSession')
        .set({ seenAt: timestampOf(at) })
        .where('clinicId', '=', clinicId)
        .where('sessionId', '=', sessionId)
        .execute()
    }
    return { kind, clinicId, patientId, sessionId }
  })
}
