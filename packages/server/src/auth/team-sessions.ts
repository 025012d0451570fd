import type { Instant } from '@afterglow/engine'
import { ABSOLUTE_MS, IDLE_MS } from './staff-session.ts'
import type { StaffDeps } from './staff-tables.ts'

/** One of somebody's own sessions, to recognise it by (ASVS 7.5.2). */
export interface OwnSession {
  readonly sessionId: string
  readonly createdAt: Instant
  readonly seenAt: Instant
  readonly address: string | null
  readonly userAgent: string | null
}

export async function ownSessions(
  { db, now }: StaffDeps,
  userId: string,
): Promise<readonly OwnSession[]> {
  const rows = await db
    .selectFrom('authSession')
    .where('userId', '=', userId)
    .select(['id as sessionId', 'createdAt', 'seenAt', 'ipAddress as address', 'userAgent'])
    .orderBy('createdAt', 'desc')
    .execute()
  const at = now()
  return rows
    .map(({ seenAt, ...row }) => ({ ...row, seenAt: seenAt ?? row.createdAt }))
    .filter((one) => at - one.seenAt < IDLE_MS && at - one.createdAt < ABSOLUTE_MS)
}

interface Named {
  readonly userId: string
  readonly sessionId: string
}

export async function endOwnSession({ db }: StaffDeps, session: Named): Promise<boolean> {
  const ended = await db
    .deleteFrom('authSession')
    .where('userId', '=', session.userId)
    .where('id', '=', session.sessionId)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

export async function endOtherSessions({ db }: StaffDeps, session: Named): Promise<number> {
  const ended = await db
    .deleteFrom('authSession')
    .where('userId', '=', session.userId)
    .where('id', '!=', session.sessionId)
    .returning('id')
    .execute()
  return ended.length
}
