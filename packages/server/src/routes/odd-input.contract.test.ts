import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../http/principal.ts'
import type { RouteSpec } from '../http/route.ts'
import {
  askingAs,
  DATABASES,
  newClinic,
  newPatientWithSession,
  openTestServer,
  patient,
  staff,
  type TestServer,
  type Told,
} from '../testing/harness.ts'
import { queryExample, requestExample } from '../testing/request-example.ts'
import { ROUTES } from './index.ts'

/** As long as an id, of its letters, and none. */
const NO_ID = '-'.repeat(36)
const SOME_ID = '018f4b7e-0000-7000-8000-000000000001'
/** Places that no page ended at: of other types, of too few parts, past what a date, an integer or an id can be. */
const PLACES = [
  [],
  ['x'],
  [1],
  [-1, 'x', 'y'],
  [1.5, SOME_ID],
  ['x', SOME_ID],
  [1e300, SOME_ID],
  [9e15, SOME_ID, SOME_ID],
  [8e15, SOME_ID],
  [-8e15, SOME_ID],
  [1, 8e15, SOME_ID],
  [1, -1, SOME_ID],
  [1, NO_ID],
  [1, 1, NO_ID],
  [1, NO_ID, NO_ID],
  [NO_ID, NO_ID],
]

describe.each(DATABASES)('what is none of ours on %s', (kind) => {
  let server: TestServer
  let clinicId: string
  let known: Readonly<Record<string, string>>
  beforeAll(async () => {
    server = await openTestServer(kind)
    clinicId = await newClinic(server)
    const { patientId, procedureId } = await newPatientWithSession(server, clinicId)
    known = { clinicId, patientId, procedureId }
  })
  afterAll(() => server.close())

  function principalOf({ access }: RouteSpec): Principal {
    const isPatients = access.includes('patient') && !access.includes('clinician')
    if (isPatients) return patient(clinicId, known['patientId'] ?? '')
    return staff(clinicId, 'owner', 'clinician', 'front-desk', 'read-only')
  }

  /** The route with its parameters as they are, but for one. */
  function pathOf({ path }: RouteSpec, odd: string): string {
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === odd ? NO_ID : (known[name] ?? SOME_ID),
    )
  }

  function takesCursor({ query }: RouteSpec): boolean {
    return JSON.stringify(query?.safeParse({ cursor: 'x' }).data ?? null).includes('cursor')
  }

  async function told(spec: RouteSpec, path: string): Promise<Told> {
    const type = spec.upload?.types[0]
    const ask = askingAs(server, principalOf(spec))
    return ask(spec.method.toUpperCase(), path, requestExample(spec), {
      ...(type && { 'content-type': type.startsWith('image/') ? 'image/png' : type }),
      ...(spec.revised && { 'if-match': '"1"' }),
      'x-test-address': path,
    })
  }

  it('is no id: every route refuses it, and none fails', async () => {
    const wrong: string[] = []
    for (const { spec } of ROUTES) {
      for (const [, odd = ''] of spec.path.matchAll(/\{(\w+Id)\}/g)) {
        const { status } = await told(spec, pathOf(spec, odd) + queryExample(spec))
        if (status < 400 || status >= 500) wrong.push(`${spec.action} ${odd}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('is no cursor: every list refuses it by its name', async () => {
    const wrong: string[] = []
    const lists = ROUTES.filter(({ spec }) => takesCursor(spec))
    expect(lists.length).toBeGreaterThan(5)
    for (const { spec } of lists) {
      for (const place of PLACES) {
        const text = JSON.stringify(place)
        const cursor = Buffer.from(text).toString('base64url')
        const { status, body } = await told(spec, `${pathOf(spec, '')}?cursor=${cursor}`)
        const named = body.issues?.[0]?.expression
        if (status !== 400 || named !== 'query.cursor')
          wrong.push(`${spec.action} ${text}: ${status} ${named}`)
      }
    }
    // The place after the first version that a clinic adopted.
    expect(wrong).toEqual(['adoption.list [1]: 200 undefined'])
  })
})
