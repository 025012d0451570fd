import { randomUUID } from 'node:crypto'
import { errorAt, fail, type Instant, type Issue, type Result, succeed } from '@afterglow/engine'
import { z } from '@hono/zod-openapi'
import type { Role } from '../http/principal.ts'
import { timestampOf } from '../store/database.ts'
import { hashPassword, PASSWORD_FAULTS, passwordFault } from './staff-password.ts'
import type { StaffDatabase, StaffDeps } from './staff-tables.ts'

/** The first person of a clinic, at set-up. */
export interface NewOwner {
  readonly clinicId: string
  readonly clinicName: string
  readonly name: string
  readonly email: string
  readonly password: string
  /** An owner who treats patients is a clinician too: one person may be both. */
  readonly alsoClinician?: boolean
}

/** An owner whose details are checked, with the password as it is kept: making it takes long, and no transaction waits. */
export interface ReadyOwner extends Pick<NewOwner, 'clinicId' | 'clinicName' | 'name' | 'email'> {
  readonly hash: string
  readonly roles: readonly Role[]
}

export async function createOwner(
  deps: StaffDeps,
  owner: NewOwner,
): Promise<Result<{ readonly userId: string }>> {
  const ready = await readyOwner(owner)
  if (!ready.ok) return ready
  return deps.db.transaction().execute((trx) => insertOwner(trx, ready.value, deps.now()))
}

export async function readyOwner(owner: NewOwner): Promise<Result<ReadyOwner>> {
  const { clinicId, clinicName, name } = owner
  const email = emailOf(owner.email)
  const issues = personIssues(owner, clinicName)
  if (email === null || issues.length > 0) return fail([...issues, ...(email ? [] : [BAD_EMAIL])])
  const hash = await hashPassword(owner.password)
  const roles: readonly Role[] = owner.alsoClinician ? ['owner', 'clinician'] : ['owner']
  return succeed({ clinicId, clinicName, name, email, hash, roles })
}

/** The clinic's team with its first member, in a caller's transaction; nothing is written where the address is taken. */
export async function insertOwner(
  trx: StaffDatabase,
  { clinicId, clinicName, name, email, hash, roles }: ReadyOwner,
  now: Instant,
): Promise<Result<{ readonly userId: string }>> {
  const at = timestampOf(now)
  const userId = await insertPerson(trx, { email, name, hash, at })
  if (userId === null) return fail([TAKEN])
  await trx
    .insertInto('authOrganization')
    .values({ id: clinicId, name: clinicName, slug: clinicId, createdAt: at })
    .execute()
  await insertMember(trx, { clinicId, userId, roles, at })
  return succeed({ userId })
}

export const BAD_EMAIL: Issue = errorAt('email', 'value', 'This is not an e-mail address.')
const TAKEN: Issue = errorAt('email', 'duplicate', 'Somebody has this e-mail address already.')

/** In the one form that it is kept and compared in, or null where it is none. */
export function emailOf(text: string): string | null {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && z.email().safeParse(email).success ? email : null
}

const LONGEST_NAME = 100

export function personIssues(
  { name, email, password }: { name: string; email: string; password: string },
  clinicName: string,
): readonly Issue[] {
  const length = name.trim().length
  const fault = passwordFault(password, { email, names: [name, clinicName] })
  return [
    ...(length === 0 || length > LONGEST_NAME
      ? [errorAt('name', 'value', `A name has 1 to ${LONGEST_NAME} characters.`)]
      : []),
    ...(fault === null ? [] : [errorAt('password', 'business-rule', PASSWORD_FAULTS[fault])]),
  ]
}

interface Person {
  readonly email: string
  readonly name: string
  readonly hash: string
  readonly at: string
}

/** The new person's id, or null where the address is somebody's. */
export async function insertPerson(trx: StaffDatabase, person: Person): Promise<string | null> {
  const { email, at } = person
  const added = await trx
    .insertInto('authUser')
    .values({
      id: randomUUID(),
      name: person.name.trim(),
      email,
      emailVerified: true,
      createdAt: at,
      updatedAt: at,
      twoFactorEnabled: false,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) return null
  await setPassword(trx, { userId: added.id, hash: person.hash, at })
  return added.id
}

export async function setPassword(
  trx: StaffDatabase,
  { userId, hash, at }: { userId: string; hash: string; at: string },
): Promise<void> {
  await trx
    .insertInto('authAccount')
    .values({
      id: randomUUID(),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: hash,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
}

export async function insertMember(
  trx: StaffDatabase,
  member: { clinicId: string; userId: string; roles: readonly Role[]; at: string },
): Promise<boolean> {
  const added = await trx
    .insertInto('authMember')
    .values({
      id: randomUUID(),
      organizationId: member.clinicId,
      userId: member.userId,
      role: member.roles.join(','),
      createdAt: member.at,
    })
    .onConflict((conflict) => conflict.columns(['organizationId', 'userId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
