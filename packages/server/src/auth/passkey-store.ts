import { randomUUID } from 'node:crypto'
import type { Instant } from '@afterglow/engine'
import type { WebAuthnCredential } from '@simplewebauthn/server'
import { timestampOf } from '../store/database.ts'
import { factorsOf } from './staff-session.ts'
import type { StaffDeps } from './staff-tables.ts'

interface Passkey {
  readonly passkeyId: string
  readonly name: string
  readonly createdAt: Instant
  readonly lastUsedAt: Instant | null
}

interface StoredPasskey {
  readonly passkeyId: string
  readonly userId: string
  readonly credential: WebAuthnCredential
}

export async function passkeysOf({ db }: StaffDeps, userId: string): Promise<readonly Passkey[]> {
  return db
    .selectFrom('authPasskey')
    .where('userId', '=', userId)
    .select(['id as passkeyId', 'name', 'createdAt', 'lastUsedAt'])
    .orderBy('createdAt')
    .execute()
}

export async function credentialsOf(
  { db }: StaffDeps,
  userId: string,
): Promise<readonly { id: string; transports: string[] }[]> {
  const rows = await db
    .selectFrom('authPasskey')
    .where('userId', '=', userId)
    .select(['credentialId', 'transports'])
    .execute()
  return rows.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: [...transports],
  }))
}

/** False where the credential is somebody's already. */
export async function addPasskey(
  { db, now }: StaffDeps,
  { userId, name, credential }: { userId: string; name: string; credential: WebAuthnCredential },
): Promise<boolean> {
  const added = await db
    .insertInto('authPasskey')
    .values({
      id: randomUUID(),
      userId,
      name,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      createdAt: timestampOf(now()),
    })
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function findPasskey(
  { db }: StaffDeps,
  credentialId: string,
): Promise<StoredPasskey | null> {
  const row = await db
    .selectFrom('authPasskey')
    .where('credentialId', '=', credentialId)
    .select(['id', 'userId', 'publicKey', 'counter', 'transports'])
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, userId, counter } = row
  const publicKey = Uint8Array.from(row.publicKey)
  const transports = [...row.transports]
  return { passkeyId: id, userId, credential: { id: credentialId, publicKey, counter, transports } }
}

/**
 * Writes the counter of a use down. False where another use was quicker with the same count: a copy of the authenticator.
 * Passkeys that are synchronised count nothing and say 0 for ever.
 */
export async function countPasskeyUse(
  { db, now }: StaffDeps,
  passkey: StoredPasskey,
  counter: number,
): Promise<boolean> {
  const counted = await db
    .updateTable('authPasskey')
    .set({ counter, lastUsedAt: timestampOf(now()) })
    .where('id', '=', passkey.passkeyId)
    .where('counter', '=', passkey.credential.counter)
    .returning('id')
    .executeTakeFirst()
  return counted !== undefined
}

type Removal = 'removed' | 'not-found' | 'last-factor'

/** Removes a passkey, but never the last second factor: of two removals at one time the other sees what is left. */
export async function removePasskey(
  deps: StaffDeps,
  { userId, passkeyId }: { readonly userId: string; readonly passkeyId: string },
): Promise<Removal> {
  return deps.db.transaction().execute(async (trx) => {
    await trx.selectFrom('authUser').select('id').where('id', '=', userId).forUpdate().execute()
    const within = { ...deps, db: trx }
    const passkeys = await passkeysOf(within, userId)
    if (!passkeys.some((one) => one.passkeyId === passkeyId)) return 'not-found'
    const factors = await factorsOf(within, userId)
    if (passkeys.length === 1 && !factors.includes('totp')) return 'last-factor'
    await trx.deleteFrom('authPasskey').where('id', '=', passkeyId).execute()
    return 'removed'
  })
}
