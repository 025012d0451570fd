import type { Deps } from '../deps.ts'
import { clinicKey, sealJson, unsealJson } from '../seal/index.ts'
import { timestampOf } from './database.ts'

/** In the place of a clinic: what is sealed for the server itself. */
export const SERVER = '00000000-0000-4000-8000-000000000000'

/**
 * A secret of the server's own, made when it is first asked for and sealed under the master key, so that it outlasts a
 * change of that key. Two processes that start at once agree on the one that was written first.
 */
export async function serverSecret<T>(
  { db, masterKeys, now }: Pick<Deps, 'db' | 'masterKeys' | 'now'>,
  name: string,
  create: () => T,
): Promise<T> {
  const key = clinicKey(masterKeys, SERVER, 'staff-secret')
  const place = { clinicId: SERVER, patientId: null, field: 'server_secret.sealed', rowId: name }
  const sealed = sealJson(key, create(), place)
  await db
    .insertInto('serverSecret')
    .values({ name, sealed, createdAt: timestampOf(now()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db
    .selectFrom('serverSecret')
    .select('sealed')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  const opened = unsealJson(key, row.sealed, place)
  if (!opened.ok)
    throw new Error(`the secret "${name}" does not open: the key file is not this database's`)
  // Written above, by whichever process was first, from the same kind of value.
  return opened.value as T
}
