import { randomUUID } from 'node:crypto'
import { errorAt, type Instant } from '@afterglow/engine'
import { enterScope, jsonOf, leaveScope, timestampOf, type Trx } from '../store/database.ts'
import type { StaffDatabase } from './staff-tables.ts'

/** What the operator's commands do to a way in of somebody's has in common. */

/** Held, so that nobody sets one up meanwhile. */
export async function personOf(
  staff: StaffDatabase,
  email: string,
): Promise<{ readonly userId: string; readonly name: string; readonly email: string } | undefined> {
  return staff
    .selectFrom('authUser')
    .where('email', '=', email)
    .select(['id as userId', 'name', 'email'])
    .forUpdate()
    .executeTakeFirst()
}

export const NOBODY = errorAt(
  'email',
  'not-found',
  'Nobody in any team signs in with this address.',
)

/** Ends their sessions, and sign-ins that wait for a code; tells how many sessions there were. */
export async function endSignIns(staff: StaffDatabase, userId: string): Promise<number> {
  const sessions = await staff.deleteFrom('authSession').where('userId', '=', userId).execute()
  // A sign-in that waits for its code names whose it is.
  await staff.deleteFrom('authVerification').where('value', 'like', `%${userId}%`).execute()
  return Number(sessions[0]?.numDeletedRows ?? 0)
}

export interface OperatorLine {
  readonly clinicId: string
  readonly at: Instant
  readonly action: string
  readonly detail: Readonly<Record<string, string | number>>
}

/** In the audit of a clinic, by the operator. */
export async function writeOperatorLine(trx: Trx, line: OperatorLine): Promise<void> {
  const { clinicId, at, action, detail } = line
  await enterScope(trx, { clinicId })
  await trx
    .insertInto('audit')
    .values({
      clinicId,
      auditId: randomUUID(),
      at: timestampOf(at),
      actorKind: 'operator',
      actorId: null,
      action,
      patientId: null,
      outcome: 'done',
      requestId: null,
      detail: jsonOf(detail),
    })
    .execute()
  await leaveScope(trx)
}
