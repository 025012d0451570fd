import { randomUUID } from 'node:crypto'
import { errorAt, type Issue } from '@afterglow/engine'
import { createApp } from './app.ts'
import type { Deps } from './deps.ts'
import type { Principal } from './http/principal.ts'
import { createClinic } from './store/clinic-settings.ts'
import { type Database, inScope } from './store/database.ts'

const HOUR_MS = 3_600_000

/** Somebody made up, so many hours after a session, with what they reported so many hours ago. */
interface DemoPatient {
  readonly name: string
  readonly hoursAgo: number
  readonly needleDepthMm: number
  readonly skin: string
  readonly medicines?: readonly string[]
  readonly checkIns?: readonly {
    readonly hoursAgo: number
    readonly symptoms: readonly object[]
    readonly notes?: string
  }[]
}

const PATIENTS: readonly DemoPatient[] = [
  { name: 'Leila Haddad', hoursAgo: 1, needleDepthMm: 1.5, skin: 'IV' },
  {
    name: 'Grace Mensah',
    hoursAgo: 26,
    needleDepthMm: 1,
    skin: 'VI',
    checkIns: [{ hoursAgo: 2, symptoms: [{ name: 'redness', severity: 'mild' }] }],
  },
  {
    name: 'Marta Ruiz',
    hoursAgo: 74,
    needleDepthMm: 2,
    skin: 'II',
    checkIns: [
      {
        hoursAgo: 1,
        symptoms: [
          { name: 'pus', severity: 'moderate' },
          { name: 'warmth', severity: 5 },
        ],
      },
    ],
  },
  {
    name: 'Omar Siddiqui',
    hoursAgo: 6 * 24,
    needleDepthMm: 1.5,
    skin: 'V',
    medicines: ['anticoagulant'],
  },
  {
    name: 'Anna Kowalska',
    hoursAgo: 9 * 24,
    needleDepthMm: 0.5,
    skin: 'I',
    checkIns: [{ hoursAgo: 5, symptoms: [{ name: 'peeling', severity: 'mild' }] }],
  },
  { name: 'Noura Al Mansoori', hoursAgo: 30 * 24, needleDepthMm: 1.5, skin: 'IV' },
  { name: 'Thandiwe Nkosi', hoursAgo: -3 * 24, needleDepthMm: 1, skin: 'VI' },
]

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
  for (const patient of PATIENTS) await addPatient(deps, { clinicId, userId, patient })
  return [
    `A made-up clinic with ${PATIENTS.length} patients is there. No screen shows it yet; its sign-in is for the API,`,
    'as in the walk in docs/operate.md, which also sets up the second factor that it asks for first:',
    `  e-mail ${EMAIL}, password ${password} (shown this once)`,
  ].join('\n')
}

function again({ AFTERGLOW_DATA: folder, DATABASE_URL }: Deps['config']): string {
  const anew = DATABASE_URL === undefined ? `the folder ${folder}` : 'that database'
  return [
    `The made-up clinic is there already: ${EMAIL}, with the password that was shown when it was made and is`,
    `kept nowhere. To begin anew, stop this server, remove ${anew} and start with --demo again.`,
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

interface Adding {
  readonly clinicId: string
  readonly userId: string
  readonly patient: DemoPatient
}

async function addPatient(deps: Deps, { clinicId, userId, patient }: Adding): Promise<void> {
  const roles = ['owner', 'clinician'] as const
  const principal = {
    kind: 'staff',
    userId,
    name: 'Dr Noor Rahimi',
    clinicId,
    roles,
    secondFactor: true,
  } as const
  const ask = asking(deps, principal)
  const { patientId } = await ask('/patients', { name: patient.name })
  const now = deps.now()
  await ask(`/patients/${patientId}/procedures`, {
    endedAt: iso(now - patient.hoursAgo * HOUR_MS),
    device: 'pen',
    needleDepthMm: patient.needleDepthMm,
    bodySites: ['face'],
    adjuncts: [],
    setting: 'clinic',
    indications: ['acne-scars'],
    patient: { fitzpatrickSkinType: patient.skin, medicines: patient.medicines ?? [], history: [] },
  })
  for (const { hoursAgo, ...told } of patient.checkIns ?? []) {
    await ask(`/patients/${patientId}/check-ins`, { ...told, at: iso(now - hoursAgo * HOUR_MS) })
  }
}

function iso(at: number): string {
  return new Date(Math.floor(at / 60_000) * 60_000).toISOString()
}

type Ask = (path: string, body: object) => Promise<Readonly<Record<string, string>>>

function asking(deps: Deps, principal: Principal): Ask {
  const app = createApp(
    { ...deps, principalOf: async () => principal },
    { files: null, addressOf: () => 'demo' },
  )
  return async (path, body) => {
    const response = await app.request(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
    // Every route that is asked here answers with an object of ids.
    const answer = (await response.json()) as Readonly<Record<string, string>>
    if (response.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }
}
