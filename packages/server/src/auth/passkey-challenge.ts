import { randomUUID } from 'node:crypto'
import { timestampOf } from '../store/database.ts'
import type { StaffDeps } from './staff-tables.ts'
import { tokenHashText } from './staff-token.ts'

export const CHALLENGE_MS = 5 * 60_000

/** What a challenge is for, and whose it is: a session that sets up a passkey, or the browser that asked to sign in. */
interface Ceremony {
  readonly kind: 'register' | 'sign-in'
  readonly holder: string
}

/** Keeps a challenge for five minutes; an older one of the same holder is gone. */
export async function keepChallenge(
  { db, now }: StaffDeps,
  ceremony: Ceremony,
  challenge: string,
): Promise<void> {
  const identifier = identifierOf(ceremony)
  const at = timestampOf(now())
  await db.deleteFrom('authVerification').where('identifier', '=', identifier).execute()
  await db
    .insertInto('authVerification')
    .values({
      id: randomUUID(),
      identifier,
      value: challenge,
      expiresAt: timestampOf(now() + CHALLENGE_MS),
      createdAt: at,
      updatedAt: at,
    })
    .execute()
}

/** The challenge, once: whoever comes second, or late, gets null. */
export async function takeChallenge(
  { db, now }: StaffDeps,
  ceremony: Ceremony,
): Promise<string | null> {
  const row = await db
    .deleteFrom('authVerification')
    .where('identifier', '=', identifierOf(ceremony))
    .returning(['value', 'expiresAt'])
    .executeTakeFirst()
  return row !== undefined && now() < row.expiresAt ? row.value : null
}

function identifierOf({ kind, holder }: Ceremony): string {
  return `passkey-${kind}:${tokenHashText(holder)}`
}
