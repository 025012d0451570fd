import { errorAt, type Issue } from '@afterglow/engine'
import { DEMO_PATIENTS } from './demo/demo-people.ts'
import { fillClinic } from './demo/fill-clinic.ts'
import { consoleLink } from './console-link.ts'
import type { Deps } from './deps.ts'
import { createClinic } from './store/clinic-settings.ts'
import { type Database, inScope } from './store/database.ts'

const EMAIL = 'owner@demo.example'
const OWNER = 'Dr Noor Rahimi'
const CLINIC = 'Riverside Skin Clinic (made up)'

/** Made-up patients never come among a clinic's own: why they may not be added, or nothing. */
export async function demoBar({ db }: Pick<Deps, 'db'>): Promise<readonly Issue[]> {
  const clinics = await db.selectFrom('authOrganization').select('id').limit(1).execute()
  if (clinics.length === 0 || (await hasDemo(db))) return []
  return [errorAt('--demo', 'business-rule', REAL_CLINIC)]
}

const REAL_CLINIC =
  'adds nothing to a database that holds a clinic of your own: name an empty folder, AFTERGLOW_DATA=demo'

async function hasDemo(db: Database): Promise<boolean> {
  const owner = db.selectFrom('authUser').select('id').where('email', '=', EMAIL)
  return (await owner.executeTakeFirst()) !== undefined
}

/** Adds a made-up clinic through the API's own routes, and says how to sign in. Nothing where it is there already. */
export async function addDemo(deps: Deps): Promise<string> {
  if (await hasDemo(deps.db)) return again(deps.config)
  const clinicId = deps.createId()
  const password = Buffer.from(deps.randomBytes(12)).toString('base64url')
  const userId = await addClinic(deps, clinicId, password)
  await fillClinic(deps, { clinicId, userId, name: OWNER })
  return [
    `A made-up clinic with ${DEMO_PATIENTS.length} patients is there. Sign in at ${consoleLink(deps.baseUrl)}`,
    `  e-mail ${EMAIL}, password ${password} (shown this once)`,
    'and set up the second factor that it asks for first: an authenticator app, or a passkey.',
  ].join('\n')
}

function again({ AFTERGLOW_DATA: folder, DATABASE_URL }: Deps['config']): string {
  const anew = DATABASE_URL === undefined ? `the folder ${folder}` : 'that database'
  return [
    `The made-up clinic is there already: ${EMAIL} at the console, with the password that was shown when it`,
    `was made and is kept nowhere. To begin anew, stop this server, remove ${anew} and start with --demo again.`,
  ].join('\n')
}

async function addClinic(deps: Deps, clinicId: string, password: string): Promise<string> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const clinic = { clinicId, name: CLINIC, zone, country: null, locale: 'en' }
  await inScope(deps.db, { clinicId }, (trx) => createClinic(trx, clinic, deps.now()))
  const owner = { clinicId, clinicName: CLINIC, name: OWNER, email: EMAIL, password }
  const created = await deps.staffAuth.createOwner({ ...owner, alsoClinician: true })
  if (created.ok) return created.value.userId
  throw new Error(created.issues.map(({ diagnostics }) => diagnostics).join(' '))
}
