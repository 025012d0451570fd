import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAFF_ROUTES } from '../auth/staff-routes.ts'
import { ROUTES } from '../routes/index.ts'
import {
  asking,
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
} from '../testing/harness.ts'
import { queryExample, requestExample } from '../testing/request-example.ts'
import { createToken } from '../token.ts'
import { openApiDocument } from './openapi.ts'
import { asksForKey, type Route } from './route.ts'

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
  }[]
  readonly responses: Readonly<Record<string, { readonly headers?: object }>>
}

const DOCUMENT = openApiDocument(ROUTES, 'https://care.example') as {
  readonly info: { readonly description: string }
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

function operationsOf(): ReadonlyMap<string, Operation> {
  const all = Object.values(DOCUMENT.paths).flatMap((one) => Object.values(one))
  return new Map(all.map((one) => [one.operationId, one]))
}

const OPERATIONS = operationsOf()

function isRequired(action: string, header: string): boolean {
  const found = OPERATIONS.get(action)?.parameters?.find(({ name }) => name === header)
  return found?.in === 'header' && found.required === true
}

function showsTag(action: string): boolean {
  const operation = OPERATIONS.get(action)
  if (operation === undefined) throw new Error(`${action} is not described`)
  const { parameters = [], responses } = operation
  const isAsked = parameters.some(({ name }) => name === 'If-None-Match')
  const isTold = 'ETag' in (responses['200']?.headers ?? {})
  if (isAsked !== isTold || isAsked !== '304' in responses) throw new Error(`${action}: half a tag`)
  return isTold
}

describe('the description of the API', () => {
  it('begins with what holds for every route, and with the patients', () => {
    const { info, tags } = DOCUMENT
    for (const path of Object.keys(STAFF_ROUTES)) expect(info.description).toContain(`${path}\``)
    expect(tags[0]?.name).toBe('Patients')
    expect(tags.map(({ name }) => name).sort()).toEqual(
      [...new Set(ROUTES.map(({ spec }) => spec.tag))].sort(),
    )
  })

  it('says of every parameter of a path what it is', () => {
    const bare = [...OPERATIONS.values()].flatMap(({ operationId, parameters = [] }) =>
      parameters
        .filter((one) => one.in === 'path' && !one.description)
        .map(({ name }) => `${operationId} ${name}`),
    )
    expect(bare).toEqual([])
  })

  it('has every route, and shows the headers that each asks for', () => {
    expect([...OPERATIONS.keys()].sort()).toEqual(ROUTES.map(({ spec }) => spec.action).sort())
    for (const { spec } of ROUTES) {
      const { action } = spec
      const shown = [isRequired(action, 'Idempotency-Key'), isRequired(action, 'If-Match')]
      expect([action, ...shown]).toEqual([action, asksForKey(spec), spec.revised === true])
    }
  })
})

describe.each(DATABASES)('what the description says of headers, on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let ids: Readonly<Record<string, string>>
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    ids = { ...(await newPatientWithSession(server, clinicId)), clinicId }
  })
  afterAll(() => server.close())

  const pathOf = ({ spec }: Route, own: Readonly<Record<string, string>> = {}) =>
    spec.path.replaceAll(
      /\{(\w+)\}/g,
      (_, name: string) => own[name] ?? ids[name] ?? randomUUID(),
    ) + queryExample(spec)

  it('is what a POST before sign-in is answered without an Idempotency-Key', async () => {
    const posts = ROUTES.filter(({ spec }) => spec.method === 'post' && spec.unscoped)
    expect(posts.length).toBeGreaterThan(5)
    const { text: token } = createToken(clinicId, server.deps.randomBytes)
    for (const route of posts) {
      const { spec } = route
      const example = requestExample(spec)
      // With the token or the id of a clinic that there is: nothing else is wrong with the request.
      const given = { token, clinicId, code: '123456' }
      const named = Object.entries(given).filter(([key]) => has(example, key))
      const body = spec.upload ? example : { ...Object(example), ...Object.fromEntries(named) }
      const headers = { 'idempotency-key': '', ...(spec.upload && { 'content-type': FORM }) }
      const told = await asking(server.app)('POST', pathOf(route, { token }), body, headers)
      const isAsked = told.body.type === '/problems#key-required'
      expect([spec.action, isAsked]).toEqual([
        spec.action,
        isRequired(spec.action, 'Idempotency-Key'),
      ])
    }
  })

  it('is what a GET is answered with: an ETag, and 304 for a copy that is still good, or neither', async () => {
    const seen: string[] = []
    for (const route of ROUTES.filter(({ spec }) => spec.method === 'get')) {
      const { access, action } = route.spec
      const isPatients = !access.some((one) => one === 'owner' || one === 'clinician')
      const everybody = staff(clinicId, 'owner', 'clinician', 'front-desk')
      const ask = askingAs(
        server,
        isPatients ? patient(clinicId, ids['patientId'] ?? '') : everybody,
      )
      const told = await ask('GET', pathOf(route))
      if (told.status !== 200) continue
      seen.push(action)
      const etag = told.headers.get('etag')
      expect([action, etag !== null]).toEqual([action, showsTag(action)])
      if (etag === null) continue
      const again = await ask('GET', pathOf(route), undefined, { 'if-none-match': etag })
      // What changes with every look at it, as the audit does, has another tag by then.
      if (!CHANGING.has(action)) expect([action, again.status]).toEqual([action, 304])
    }
    expect(seen.length).toBeGreaterThan(25)
  })

  it('is what a calendar is answered with, as other programs fetch it', async () => {
    const own = askingAs(server, patient(clinicId, ids['patientId'] ?? ''))
    const made = await own('POST', `/patients/${ids['patientId']}/calendar-feeds`, {})
    const address = new URL(made.body.url)
    const get = (headers: Readonly<Record<string, string>> = {}) =>
      server.app.request(address.pathname, { headers })
    const etag = (await get()).headers.get('etag') ?? ''
    expect(showsTag('calendar.read')).toBe(true)
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
  })
})

const FORM = 'application/x-www-form-urlencoded'
const CHANGING: ReadonlySet<string> = new Set(['audit.list', 'access.list'])

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value
}
