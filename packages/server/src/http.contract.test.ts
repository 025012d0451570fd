import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { ROUTES } from './routes/index.ts'
import {
  asking,
  askingAs,
  newClinic,
  newPatientWithSession,
  openTestServer,
  staff,
  type TestServer,
} from './testing/harness.ts'
import { queryExample, requestExample } from './testing/request-example.ts'

const SOME_ID = '018f4b7e-0000-7000-8000-000000000001'
const PAGES = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/api/openapi.json',
  '/api/docs',
  '/api/docs/swagger-ui.css',
  '/nowhere',
]

let server: TestServer
let clinicId: string

beforeAll(async () => {
  server = await openTestServer('embedded')
  clinicId = await newClinic(server)
})
afterAll(() => server.close())

function pathOf(path: string): string {
  return path.replaceAll(/\{\w+\}/g, SOME_ID)
}

describe('every answer', () => {
  const addresses = [
    ...PAGES,
    '/api/auth/session',
    ...ROUTES.map(({ spec }) => `/api/v1${pathOf(spec.path)}`),
  ]

  it.each([...new Set(addresses)])(
    'of %s has the headers that keep it from being misused',
    async (path) => {
      const response = await server.app.request(path)
      const { headers } = response
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8,}/)
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      if (path.startsWith('/api/v1')) expect(headers.get('cache-control')).toBe('no-store')
      if (response.status !== 204)
        expect(headers.get('content-type')).toMatch(/charset|image|octet|zip/i)
    },
  )

  it('lets nothing load but from here on the page of the API', async () => {
    const { headers } = await server.app.request('/api/docs')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  })
})

describe('an address that is none', () => {
  it('shows a person the two that are, and tells a program that it is none', async () => {
    const app = createApp(server.deps, { files: new Hono(), addressOf: () => 'test' })
    const opened = await app.request('/clinik', { headers: { accept: 'text/html,*/*;q=0.8' } })
    expect(opened.status).toBe(404)
    expect(await opened.text()).toContain('<a href="/clinic.html">')
    const { headers } = opened
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    const asked = await app.request('/clinik', { headers: { accept: '*/*' } })
    expect(asked.status).toBe(404)
    expect(asked.headers.get('content-type')).toContain('application/problem+json')
    const ofApi = await app.request('/api/v1/nowhere', { headers: { accept: 'text/html' } })
    expect(ofApi.headers.get('content-type')).toContain('application/problem+json')
  })
})

describe('a GET', () => {
  const others = ROUTES.filter(({ spec }) => spec.method !== 'get')
  const taken = new Set(
    ROUTES.filter(({ spec }) => spec.method === 'get').map(({ spec }) => spec.path),
  )

  it.each(others.filter(({ spec }) => !taken.has(spec.path)).map(({ spec }) => spec.path))(
    'of %s, which changes something, is not there',
    async (path) => {
      const response = await server.app.request(`/api/v1${pathOf(path)}`)
      expect([401, 404, 405]).toContain(response.status)
    },
  )
})

describe('a request of another site', () => {
  it.each([
    ['an Origin', { origin: 'https://evil.example' }],
    ['Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling', { 'sec-fetch-site': 'same-site' }],
  ])(
    'is refused by %s, before anybody is looked at',
    async (_, headers: Record<string, string>) => {
      const ask = asking(server.app)
      expect((await ask('POST', '/patients', { name: 'A' }, headers)).status).toBe(403)
    },
  )

  it('of ours is answered', async () => {
    const ask = asking(server.app)
    const headers = { origin: 'https://care.example', 'sec-fetch-site': 'same-origin' }
    expect((await ask('POST', '/patients', { name: 'A' }, headers)).status).toBe(401)
  })
})

describe('a body', () => {
  it('that is no JSON, too large, of another type or with a key too many names the trouble', async () => {
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const json = { 'content-type': 'application/json' }
    const broken = await ask('POST', '/patients', new TextEncoder().encode('{"name":'), json)
    expect([broken.status, broken.body.detail]).toEqual([400, 'body: is no JSON'])
    const large = await ask('POST', '/patients', { name: 'x'.repeat(1_100_000) })
    expect(large.status).toBe(413)
    const form = await ask('POST', '/patients', { name: 'A' }, { 'content-type': 'text/plain' })
    expect(form.status).toBe(415)
    const strange = await ask('POST', '/patients', { name: 'A', admin: true })
    expect([strange.status, strange.body.issues[0].diagnostics]).toEqual([
      400,
      expect.stringContaining('admin'),
    ])
  })

  it('that is no object is named as a whole', async () => {
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const told = await ask('POST', '/patients', ['Aisha'])
    expect([told.status, told.body.issues[0].expression]).toEqual([400, 'body'])
    expect(told.body.detail).toMatch(/^body: \S/)
  })

  it('with a wrong value names the field and what is accepted', async () => {
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const told = await ask('POST', '/patients', { name: 'A', zone: 'Mars', phone: '050' })
    expect(told.headers.get('content-type')).toContain('application/problem+json')
    const fields = told.body.issues.map((one: { expression: string }) => one.expression)
    expect(fields.sort()).toEqual(['phone', 'zone'])
  })
})

describe('a mistake of ours', () => {
  it('is answered without a word of what went wrong, counted, and told to the log under the id of the answer', async () => {
    const lines: object[] = []
    const log = { ...server.deps.log, error: (line: object) => lines.push(line) }
    const deps = {
      ...server.deps,
      log: log as unknown as typeof server.deps.log,
      principalOf: async (): Promise<never> => {
        throw new Error('a secret of the database')
      },
    }
    const ask = asking(createApp(deps, { files: null, addressOf: () => 'test' }))
    const told = await ask('GET', '/patients')
    expect([told.status, told.body.type]).toEqual([500, '/problems#our-mistake'])
    expect(JSON.stringify(told.body)).not.toContain('secret')
    expect(lines).toMatchObject([{ requestId: told.body.requestId, action: 'patient.list' }])
    const counted = await deps.metrics.registry.metrics()
    expect(counted).toMatch(/seconds_count\{method="get",route="\/patients",status="500"\} 1\n/)
  })
})

describe('an Idempotency-Key', () => {
  it('is asked for by every POST that writes', async () => {
    const posts = ROUTES.filter(
      ({ spec }) => spec.method === 'post' && !spec.asks && !spec.unscoped,
    )
    const told = await Promise.all(
      posts.map(async (route) => {
        const { spec } = route
        if (
          !spec.access.some((one) => one === 'owner' || one === 'clinician' || one === 'front-desk')
        )
          return null
        const roles = ['owner', 'clinician', 'front-desk'] as const
        const ask = askingAs(server, staff(clinicId, ...roles))
        const type = spec.upload?.types[0]
        const body = type ? new Uint8Array([1]) : requestExample(spec)
        const headers = {
          'idempotency-key': '',
          'if-match': '"1"',
          ...(type && { 'content-type': type }),
        }
        const path = pathOf(spec.path) + queryExample(spec)
        const answer = await ask('POST', path, body, headers)
        return `${spec.action} ${answer.status} ${answer.body.type}`
      }),
    )
    const wrong = told.filter((one) => one !== null && !one.endsWith('400 /problems#key-required'))
    expect(wrong).toEqual([])
  })

  it('of another request is refused, and of two callers are two', async () => {
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const key = { 'idempotency-key': 'a-key-that-is-used-twice' }
    const first = await ask('POST', '/patients', { name: 'First' }, key)
    expect((await ask('POST', '/patients', { name: 'Second' }, key)).status).toBe(422)
    const other = askingAs(server, staff(clinicId, 'owner'))
    const theirs = await other('POST', '/patients', { name: 'First' }, key)
    expect(theirs.body.patientId).not.toBe(first.body.patientId)
  })

  it('sent eight times at once makes one patient', async () => {
    const ask = askingAs(server, staff(clinicId, 'clinician'))
    const key = { 'idempotency-key': 'a-key-sent-eight-times-at-once' }
    const told = await Promise.all(
      Array.from({ length: 8 }, () => ask('POST', '/patients', { name: 'Once Only' }, key)),
    )
    expect(new Set(told.map(({ body }) => body.patientId)).size).toBe(1)
    const found = await ask('POST', '/patients/search', { text: 'once only' })
    expect(found.body.items).toHaveLength(1)
  })
})

describe('a change', () => {
  it('says which revision it is of, and loses against one that came before', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const path = `/patients/${patientId}`
    const etag = (await ask('GET', path)).headers.get('etag') ?? ''
    expect((await ask('PATCH', path, { locale: 'es' })).status).toBe(428)
    expect((await ask('PATCH', path, { locale: 'es' }, { 'if-match': etag })).status).toBe(200)
    expect((await ask('PATCH', path, { locale: 'ar' }, { 'if-match': etag })).status).toBe(412)
  })

  it('is not there for a copy that is still good', async () => {
    const { patientId } = await newPatientWithSession(server, clinicId)
    const ask = askingAs(server, staff(clinicId, 'front-desk'))
    const etag = (await ask('GET', `/patients/${patientId}/plan`)).headers.get('etag') ?? ''
    const again = await ask('GET', `/patients/${patientId}/plan`, undefined, {
      'if-none-match': etag,
    })
    expect(again.status).toBe(304)
  })
})

describe('a mistake of ours', () => {
  it('tells the caller nothing but where to find it, and stops', async () => {
    const broken = {
      ...server,
      deps: {
        ...server.deps,
        shelf: {
          ...server.deps.shelf,
          libraryOf: () => Promise.reject(new Error('secret detail')),
        },
      },
    }
    const { patientId } = await newPatientWithSession(server, clinicId)
    const told = await askingAs(broken, staff(clinicId, 'front-desk'))(
      'GET',
      `/patients/${patientId}/plan`,
    )
    expect(told.status).toBe(500)
    expect(JSON.stringify(told.body)).not.toContain('secret detail')
    expect(told.body.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })
})
