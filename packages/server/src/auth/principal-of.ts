import type { Instant } from '@afterglow/engine'
import type { Principal, Role } from '../http/principal.ts'
import { type Database, inScope, timestampOf, timeValue, type Trx } from '../store/database.ts'
import { inGroups } from '../store/group.ts'
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
/** The last use of a session or a key is written at most so often. */
const SEEN_EVERY_MS = 3_600_000

/** Who a request comes from: by an API key, a patient's cookie or a staff session, in this order; else nobody. */
export function createPrincipalOf(deps: PrincipalDeps): (request: Request) => Promise<Principal> {
  const patientOf = inGroups<Token, Principal>({ laneOf: ({ clinicId }) => clinicId }, (tokens) =>
    patientPrincipals(deps, tokens),
  )
  return async (request) => {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
    if (bearer !== undefined) return apiKeyPrincipal(deps, bearer)
    const cookie = readCookie(request.headers.get('cookie'), patientCookie(deps.baseUrl))
    const token = cookie === null ? null : readToken(cookie)
    if (token !== null) {
      const patient = await patientOf(token)
      if (patient.kind !== 'anonymous') return patient
    }
    const session = await deps.staffAuth.sessionOf(request.headers)
    if (session === null) return { kind: 'anonymous' }
    const { userId, name, clinicId, roles, secondFactor } = session
    return { kind: 'staff', userId, name, clinicId, roles, secondFactor }
  }
}

type Token = NonNullable<ReturnType<typeof readToken>>

async function apiKeyPrincipal({ db, now }: PrincipalDeps, text: string): Promise<Principal> {
  const token = readToken(text)
  if (token === null) return { kind: 'anonymous' }
  const { clinicId, hash } = token
  const at = now()
  const row = await inScope(db, { clinicId }, async (trx) => {
    const found = await trx
      .selectFrom('apiKey')
      .select(['apiKeyId', 'name', 'role', 'usedAt'])
      .where('clinicId', '=', clinicId)
      .where('tokenHash', '=', hash)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    if (found && at - (found.usedAt ?? 0) > SEEN_EVERY_MS) {
      await trx
        .updateTable('apiKey')
        .set({ usedAt: timestampOf(at) })
        .where('clinicId', '=', clinicId)
        .where('apiKeyId', '=', found.apiKeyId)
        .execute()
    }
    return found
  })
  if (row === undefined) return { kind: 'anonymous' }
  // Written by the route that made the key, from a Role.
  const roles = [row.role as Role]
  return { kind: 'api-key', apiKeyId: row.apiKeyId, name: row.name, clinicId, roles }
}

/** Of each of one clinic's tokens, in their order. */
async function patientPrincipals(
  { db, now }: PrincipalDeps,
  tokens: readonly Token[],
): Promise<readonly Principal[]> {
  const [first] = tokens
  if (first === undefined) return []
  const { clinicId } = first
  const at = now()
  const hashes = tokens.map(({ hash }) => hash)
  const rows = await inScope(db, { clinicId }, async (trx) => {
    const found = await liveSessions(trx, { clinicId, hashes, at })
    const old = found.filter(({ seenAt }) => at - seenAt > SEEN_EVERY_MS)
    await markSeen(trx, { clinicId, at, sessionIds: old.map(({ sessionId }) => sessionId) })
    return new Map(found.map((row) => [hexOf(row.tokenHash), row]))
  })
  return hashes.map((hash): Principal => {
    const row = rows.get(hexOf(hash))
    if (row === undefined) return { kind: 'anonymous' }
    const { kind, patientId, sessionId } = row
    return { kind, clinicId, patientId, sessionId }
  })
}

interface Looked {
  readonly clinicId: string
  readonly hashes: readonly Uint8Array[]
  readonly at: Instant
}

function liveSessions(trx: Trx, { clinicId, hashes, at }: Looked) {
  return trx
    .selectFrom('patientSession')
    .select(['sessionId', 'patientId', 'kind', 'seenAt', 'tokenHash'])
    .where('clinicId', '=', clinicId)
    .where('tokenHash', 'in', [...hashes])
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', timeValue(at))
    .where('seenAt', '>', timeValue(at - PATIENT_IDLE_MS))
    .execute()
}

interface Seen {
  readonly clinicId: string
  readonly sessionIds: readonly string[]
  readonly at: Instant
}

async function markSeen(trx: Trx, { clinicId, sessionIds, at }: Seen): Promise<void> {
  if (sessionIds.length === 0) return
  await trx
    .updateTable('patientSession')
    .set({ seenAt: timestampOf(at) })
    .where('clinicId', '=', clinicId)
    .where('sessionId', 'in', [...sessionIds])
    .execute()
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
