import { randomUUID } from 'node:crypto'
import { BASE_URL, enrolled, PASSWORD, type StaffBench } from '../auth/staff-testing.ts'
import { patientCookie } from '../auth/patient-cookie.ts'
import type { Role } from '../http/principal.ts'
import { inScope, timestampOf } from '../store/database.ts'
import { createToken } from '../token.ts'
import {
  newClinic,
  newPatientWithSession,
  openTestServer,
  type DatabaseKind,
  type TestServer,
} from './harness.ts'

/** Everybody who may come: with the credentials that they would really send. */
export interface Cast {
  readonly server: TestServer
  readonly clinicId: string
  readonly otherClinicId: string
  readonly patientA: string
  readonly procedureA: string
  readonly patientB: string
  /** The headers of each. */
  readonly headers: Readonly<Record<Member, Readonly<Record<string, string>>>>
  readonly close: () => Promise<void>
}

export const MEMBERS = [
  'anonymous',
  'patient A',
  'caregiver of A',
  'patient B',
  'owner',
  'clinician',
  'front-desk',
  'read-only',
  'api key, clinician',
  'owner and clinician of another clinic',
] as const
export type Member = (typeof MEMBERS)[number]

/** In everything of patient A's that a person reads: whoever may not see them must never see it. */
export const MARK = 'Zuleikha'

export async function openCast(kind: DatabaseKind): Promise<Cast> {
  const server = await openTestServer(kind, { environment: { AFTERGLOW_URL: BASE_URL } })
  const clinicId = await newClinic(server)
  const otherClinicId = await newClinic(server, { name: 'Lakeside' })
  const a = await newPatientWithSession(server, clinicId, { name: `${MARK} Anwar` })
  const b = await newPatientWithSession(server, clinicId, { name: 'Berta Bloom' })
  const place = { clinicId, patientId: a.patientId }
  const headers = {
    ...(await staffMembers(server, { clinicId, otherClinicId })),
    anonymous: {},
    'patient A': await patientHeaders(server, { ...place, kind: 'patient' }),
    'caregiver of A': await patientHeaders(server, { ...place, kind: 'caregiver' }),
    'patient B': await patientHeaders(server, {
      clinicId,
      patientId: b.patientId,
      kind: 'patient',
    }),
    'api key, clinician': await keyHeaders(server, clinicId),
  }
  const patients = { patientA: a.patientId, procedureA: a.procedureId, patientB: b.patientId }
  return { server, clinicId, otherClinicId, ...patients, headers, close: server.close }
}

async function staffMembers(
  server: TestServer,
  { clinicId, otherClinicId }: { clinicId: string; otherClinicId: string },
): Promise<Pick<Cast['headers'], StaffMember>> {
  return {
    owner: await staffHeaders(server, clinicId, ['owner']),
    clinician: await staffHeaders(server, clinicId, ['clinician']),
    'front-desk': await staffHeaders(server, clinicId, ['front-desk']),
    'read-only': await staffHeaders(server, clinicId, ['read-only']),
    'owner and clinician of another clinic': await staffHeaders(server, otherClinicId, [
      'owner',
      'clinician',
    ]),
  }
}

type StaffMember =
  | 'owner'
  | 'clinician'
  | 'front-desk'
  | 'read-only'
  | 'owner and clinician of another clinic'

async function staffHeaders(
  { deps }: TestServer,
  clinicId: string,
  roles: readonly Role[],
): Promise<Readonly<Record<string, string>>> {
  const email = `staff-${randomUUID().slice(0, 8)}@example.org`
  const owner = { clinicId: randomUUID(), clinicName: 'Elsewhere', name: 'Sam Reed', email }
  const created = await deps.staffAuth.createOwner({ ...owner, password: PASSWORD })
  if (!created.ok) throw new Error(JSON.stringify(created.issues))
  const { userId } = created.value
  await joinOnly(deps.db, { userId, clinicId, roles })
  // What a sign-in needs of a bench: the very sign-in of this server.
  const bench = { auth: deps.staffAuth } as StaffBench
  const { client } = await enrolled(bench, { userId, clinicId, email })
  return { cookie: client.headers().get('cookie') ?? '' }
}

/** A member of that clinic alone: whoever has one clinic has chosen it. */
async function joinOnly(
  db: TestServer['deps']['db'],
  { userId, clinicId, roles }: { userId: string; clinicId: string; roles: readonly Role[] },
): Promise<void> {
  const now = timestampOf(Date.now())
  await db
    .insertInto('authOrganization')
    .values({ id: clinicId, name: 'Riverside', slug: clinicId, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db.deleteFrom('authMember').where('userId', '=', userId).execute()
  await db
    .insertInto('authMember')
    .values({
      id: randomUUID(),
      organizationId: clinicId,
      userId,
      role: roles.join(','),
      createdAt: now,
    })
    .execute()
}

async function patientHeaders(
  { deps, clock }: TestServer,
  {
    clinicId,
    patientId,
    kind,
  }: { clinicId: string; patientId: string; kind: 'patient' | 'caregiver' },
): Promise<Readonly<Record<string, string>>> {
  const token = createToken(clinicId, deps.randomBytes)
  const now = timestampOf(clock.now)
  const expiresAt = timestampOf(clock.now + 30 * 86_400_000)
  const times = { createdAt: now, seenAt: now, expiresAt }
  const row = {
    clinicId,
    patientId,
    kind,
    sessionId: randomUUID(),
    tokenHash: token.hash,
    ...times,
  }
  await inScope(deps.db, { clinicId }, (trx) =>
    trx.insertInto('patientSession').values(row).execute(),
  )
  return { cookie: `${patientCookie(BASE_URL)}=${token.text}` }
}

async function keyHeaders(
  { deps, clock }: TestServer,
  clinicId: string,
): Promise<Readonly<Record<string, string>>> {
  const token = createToken(clinicId, deps.randomBytes)
  const row = {
    clinicId,
    apiKeyId: randomUUID(),
    name: 'Booking',
    tokenHash: token.hash,
    role: 'clinician',
  }
  await inScope(deps.db, { clinicId }, (trx) =>
    trx
      .insertInto('apiKey')
      .values({ ...row, createdAt: timestampOf(clock.now) })
      .execute(),
  )
  return { authorization: `Bearer ${token.text}` }
}
