import type { Instant } from '@afterglow/engine'
import { consoleLink } from './console-link.ts'
import type { Deps } from './deps.ts'
import { type Database, timestampOf, timeValue, type Trx } from './store/database.ts'
import { sha256 } from './token.ts'

/** Long enough to open it on another machine, short enough for a link that stood on a screen. */
const SETUP_MS = 24 * 3_600_000
const SECRET_BYTES = 32

type SetupDeps = Pick<Deps, 'db' | 'now' | 'randomBytes' | 'baseUrl'>

/** The link that makes the first clinic; null where there is one already. */
export async function setupLink(deps: SetupDeps): Promise<string | null> {
  const clinic = await deps.db.selectFrom('authOrganization').select('id').limit(1).execute()
  return clinic.length === 0 ? createSetupLink(deps) : null
}

/** A link that makes one clinic more, once, within 24 hours; an earlier one that nobody used is no longer good. */
export async function createSetupLink(deps: SetupDeps): Promise<string> {
  const token = Buffer.from(deps.randomBytes(SECRET_BYTES)).toString('base64url')
  const row = { tokenHash: sha256(token), createdAt: timestampOf(deps.now()) }
  await deps.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('setupToken').where('usedAt', 'is', null).execute()
    await trx.insertInto('setupToken').values(row).execute()
  })
  return consoleLink(deps.baseUrl, `set-up/${token}`)
}

/** Whether a token is good now; asked before a password is hashed, which takes long on purpose. */
export async function isSetupToken(db: Database, token: string, at: Instant): Promise<boolean> {
  return (await goodToken(db, token, at).executeTakeFirst()) !== undefined
}

/** As `isSetupToken`, and held until the end of the transaction: of two set-ups one finds it used. */
export async function holdSetupToken(trx: Trx, token: string, at: Instant): Promise<boolean> {
  return (await goodToken(trx, token, at).forUpdate().executeTakeFirst()) !== undefined
}

function goodToken(db: Database, token: string, at: Instant) {
  return db
    .selectFrom('setupToken')
    .select('tokenHash')
    .where('tokenHash', '=', sha256(token))
    .where('usedAt', 'is', null)
    .where('createdAt', '>', timeValue(at - SETUP_MS))
}

export async function spendSetupToken(trx: Trx, token: string, at: Instant): Promise<void> {
  await trx
    .updateTable('setupToken')
    .set({ usedAt: timestampOf(at) })
    .where('tokenHash', '=', sha256(token))
    .execute()
}
