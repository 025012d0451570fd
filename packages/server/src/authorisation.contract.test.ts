import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openApiDocument } from './http/openapi.ts'
import type { Route } from './http/route.ts'
import { ROUTES } from './routes/index.ts'
import { TENANT_TABLES } from './store/tenant-tables.ts'
import { asking, DATABASES, type Told } from './testing/harness.ts'
import { type Cast, MARK, type Member, MEMBERS, openCast } from './testing/cast.ts'
import { queryExample, requestExample } from './testing/request-example.ts'
import { NAMED_PEOPLE, WHO_MAY } from './testing/who-may.ts'

const DENIED = [401, 403, 404]
/** Who acts for somebody in the list of who may. */
const AS: Readonly<Record<Member, string | null>> = {
  anonymous: 'anonymous',
  'patient A': 'patient',
  'caregiver of A': 'caregiver',
  'patient B': null,
  owner: 'owner',
  clinician: 'clinician',
  'front-desk': 'front-desk',
  'read-only': 'read-only',
  'api key, clinician': 'clinician',
  'owner and clinician of another clinic': null,
}

/** Whether an action is on the list of what a member of the cast may do. */
function isTheirs(member: Member, action: string): boolean {
  const as = AS[member]
  if (as === null || !(WHO_MAY[action] ?? '').split(' ').includes(as)) return false
  return member !== 'api key, clinician' || !NAMED_PEOPLE.has(action)
}

function pathOf({ spec }: Route, cast: Cast): string {
  const values: Readonly<Record<string, string>> = {
    patientId: cast.patientA,
    procedureId: cast.procedureA,
    clinicId: cast.clinicId,
  }
  const some = '018f4b7e-0000-7000-8000-000000000001'
  const path = spec.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? some)
  return path + queryExample(spec)
}

function send(cast: Cast, route: Route, member: Member): Promise<Told> {
  const { spec } = route
  const ask = asking(cast.server.app)
  const type = spec.upload?.types[0]
  return ask(spec.method.toUpperCase(), pathOf(route, cast), requestExample(spec), {
    ...cast.headers[member],
    ...(type && { 'content-type': type.startsWith('image/') ? 'image/png' : type }),
    ...(spec.revised && { 'if-match': '"999"' }),
    'x-test-address': `${member} ${spec.action}`,
  })
}

/** Every row of every clinic, but for what is written about the asking itself. */
async function everything({ server }: Cast): Promise<Readonly<Record<string, string>>> {
  const of: Record<string, string> = {}
  const tables = TENANT_TABLES.filter(
    (one) => !['audit', 'idempotency', 'patient_session', 'api_key'].includes(one),
  )
  for (const table of tables) {
    const { rows } = await sql<{ all: string }>`
      select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as all from ${sql.table(table)} t`.execute(
      server.deps.db,
    )
    of[table] = rows[0]?.all ?? ''
  }
  return of
}

interface Operation {
  readonly operationId: string
  readonly description: string
  readonly security: unknown
}

const OTHERS = ['patient B', 'owner and clinician of another clinic'] as const

describe('who may use which route', () => {
  it('is written down for every route, and for no other', () => {
    expect(Object.keys(WHO_MAY).sort()).toEqual(ROUTES.map(({ spec }) => spec.action).sort())
  })

  it('needs a name for what the list says, and the description of the API says so', async () => {
    const named = ROUTES.filter(({ spec }) => spec.namedPerson).map(({ spec }) => spec.action)
    expect(named.sort()).toEqual([...NAMED_PEOPLE].sort())
    const document = openApiDocument(ROUTES, 'https://care.example') as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
    }
    const operations = Object.values(document.paths).flatMap((one) => Object.values(one))
    const refusing = operations.filter(({ description }) =>
      description.includes('API key is refused'),
    )
    expect(refusing.map(({ operationId }) => operationId).sort()).toEqual(named.sort())
    for (const { security } of refusing) expect(security).toEqual([{ session: [] }])
  })

  it('names no action twice', () => {
    const actions = ROUTES.map(({ spec }) => spec.action)
    expect(actions.filter((one, k) => actions.indexOf(one) < k)).toEqual([])
  })
})

describe.each(DATABASES)('authorisation on %s', (kind) => {
  let cast: Cast
  beforeAll(async () => {
    cast = await openCast(kind)
  })
  afterAll(() => cast.close())

  it.each(MEMBERS)(
    'turns %s away from every route that is not theirs, and nothing changes',
    async (member) => {
      const before = await everything(cast)
      const wrong: string[] = []
      for (const route of ROUTES) {
        const { action } = route.spec
        if (AS[member] === null || WHO_MAY[action] === 'anonymous') continue
        if (isTheirs(member, action)) continue
        const told = await send(cast, route, member)
        if (told.status !== (member === 'anonymous' ? 401 : 403))
          wrong.push(`${action}: ${told.status}`)
      }
      expect(wrong).toEqual([])
      expect(await everything(cast)).toEqual(before)
    },
  )

  it.each(OTHERS)('shows and changes nothing of patient A for %s, on any route', async (member) => {
    const before = await everything(cast)
    const wrong: string[] = []
    for (const route of ROUTES.filter(({ spec }) => WHO_MAY[spec.action] !== 'anonymous')) {
      const { path, action, method } = route.spec
      if (!path.includes('{patientId}') && method !== 'get') continue
      const told = await send(cast, route, member)
      if (path.includes('{patientId}') && !DENIED.includes(told.status))
        wrong.push(`${action}: ${told.status}`)
      if (JSON.stringify(told.body).includes(MARK)) wrong.push(`${action} shows the name`)
    }
    expect(wrong).toEqual([])
    expect(await everything(cast)).toEqual(before)
  })

  it.each(MEMBERS.filter((one) => AS[one] !== null && one !== 'anonymous'))(
    'lets %s use what is theirs',
    async (member) => {
      const wrong: string[] = []
      for (const route of ROUTES) {
        const { action } = route.spec
        if (!isTheirs(member, action) || ENDS_THE_CAST.has(action)) continue
        if (member === 'api key, clinician' && OF_PEOPLE.has(action)) continue
        const told = await send(cast, route, member)
        if (told.status === 401 || told.status === 403 || told.status >= 500)
          wrong.push(`${action}: ${told.status} ${JSON.stringify(told.body)}`)
      }
      expect(wrong).toEqual([])
    },
  )
})

/** What would sign the cast out or erase them in the middle of the play; their own tests use them. */
const ENDS_THE_CAST: ReadonlySet<string> = new Set([
  'patient.erase',
  'patient.merge',
  'session.end',
  'session.end-others',
  'patient-session.end',
  'patient-session.end-all',
  'patient-session.lost-phone',
  'caregiver.withdraw',
  'team.remove',
])

/** Whoever signs in has sessions; a key does not sign in. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['session.list'])
