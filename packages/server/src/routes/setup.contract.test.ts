import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSetupLink, setupLink } from '../setup-link.ts'
import { inScope } from '../store/database.ts'
import {
  asking,
  askingAs,
  DATABASES,
  openTestServer,
  START,
  staff,
  type TestServer,
} from '../testing/harness.ts'

const tokenOf = (link: string | null) => link?.split('/').at(-1) ?? ''
let people = 0

function person(token: string) {
  return {
    token,
    clinicName: 'Riverside',
    zone: 'Europe/Madrid',
    country: 'ES',
    locale: 'es',
    name: 'Iman Okafor',
    email: `iman-${people++}@example.org`,
    password: 'heron lantern 48 quarry',
    alsoClinician: true,
  }
}

describe.each(DATABASES)('set-up on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(kind)
  })
  afterAll(() => server.close())

  /** Each from an address of its own: tries are counted. */
  const setUp = (body: object, address = `a${people++}`) =>
    asking(server.app)('POST', '/setup', body, { 'x-test-address': address })
  const isOpen = async (token: string) => {
    const headers = { 'x-test-address': `a${people++}` }
    const told = await asking(server.app)('POST', '/setup/check', { token }, headers)
    expect([told.status, Object.keys(told.body)]).toEqual([200, ['isOpen']])
    return told.body.isOpen
  }
  const organisations = () => server.deps.db.selectFrom('authOrganization').selectAll().execute()

  it('makes one clinic of two set-ups at the same time, with its owner, and no third afterwards', async () => {
    const token = tokenOf(await setupLink(server.deps))
    const both = await Promise.all([setUp(person(token)), setUp(person(token))])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 400]))
    expect((await setUp(person(token))).body.issues).toMatchObject([{ expression: 'token' }])
    const [made, ...others] = await organisations()
    expect(others).toEqual([])
    const clinicId = made?.id ?? ''
    expect(await server.deps.staffAuth.team.members(clinicId)).toMatchObject([
      { name: 'Iman Okafor', roles: ['owner', 'clinician'] },
    ])
    const { body } = await askingAs(server, staff(clinicId, 'read-only'))('GET', '/clinic')
    expect(body).toMatchObject({ name: 'Riverside', zone: 'Europe/Madrid', country: 'ES' })
  })

  it('prints no link where there is a clinic, and guesses no emergency number from the country', async () => {
    expect(await setupLink(server.deps)).toBeNull()
    const [clinic] = await organisations()
    const ask = askingAs(server, staff(clinic?.id ?? '', 'owner'))
    expect((await ask('GET', '/clinic')).body.settings.emergencyNumber).toBeNull()
  })

  it('takes the newest link alone, and none after 24 hours', async () => {
    const older = tokenOf(await createSetupLink(server.deps))
    const newer = tokenOf(await createSetupLink(server.deps))
    expect(await isOpen(older)).toBe(false)
    expect((await setUp(person(older))).status).toBe(400)
    server.clock.now = START + 24 * 3_600_000
    expect(await isOpen(newer)).toBe(false)
    expect((await setUp(person(newer))).status).toBe(400)
    server.clock.now -= 1
    // Asked as often as one likes: only the set-up uses it.
    expect([await isOpen(newer), await isOpen(newer)]).toEqual([true, true])
    expect((await setUp(person(newer))).status).toBe(201)
    expect(await isOpen(newer)).toBe(false)
    server.clock.now = START
  })

  it('leaves the link good and no half of a clinic where the owner cannot be made', async () => {
    const before = await organisations()
    const [{ email }] = (await server.deps.db.selectFrom('authUser').select('email').execute()) as [
      { email: string },
    ]
    const token = tokenOf(await createSetupLink(server.deps))
    const taken = await setUp({ ...person(token), email })
    expect(taken.body).toMatchObject({ status: 409, issues: [{ expression: 'email' }] })
    const weak = await setUp({ ...person(token), password: 'short' })
    expect(weak.body.issues).toMatchObject([{ expression: 'password' }])
    const zone = await setUp({ ...person(token), zone: 'Mars/Olympus' })
    expect(zone.body.issues).toMatchObject([{ expression: 'zone' }])
    const nowhere = await setUp({ ...person(token), zone: '', country: '' })
    expect(nowhere.body.issues).toMatchObject([{ expression: 'zone' }, { expression: 'country' }])
    expect(await organisations()).toEqual(before)
    expect((await setUp(person(token))).status).toBe(201)
  })

  it('lets nobody try tokens without end', async () => {
    const statuses = []
    for (let tries = 0; tries < 11; tries++) {
      statuses.push((await setUp(person(`guess-${tries}`), 'guesser')).status)
    }
    expect(statuses.slice(0, 10).every((status) => status === 400)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
  })

  it('changes what is given and keeps the rest, for the revision that was read', async () => {
    const [clinic] = await organisations()
    const clinicId = clinic?.id ?? ''
    const ask = askingAs(server, staff(clinicId, 'owner'))
    const tag = (await ask('GET', '/clinic')).headers.get('etag') ?? ''
    const change = { name: 'Hillside', settings: { phone: '+34910000000' } }
    const changed = await ask('PATCH', '/clinic', change, { 'if-match': tag })
    expect(changed.body).toMatchObject({
      name: 'Hillside',
      zone: 'Europe/Madrid',
      settings: { phone: '+34910000000', digestAt: '09:00' },
    })
    expect((await ask('PATCH', '/clinic', change, { 'if-match': tag })).status).toBe(412)
    expect((await ask('PATCH', '/clinic', change)).status).toBe(428)
    // Who signs in chooses the clinic by its name.
    expect((await organisations()).find(({ id }) => id === clinicId)?.name).toBe('Hillside')
    const next = changed.headers.get('etag') ?? ''
    const wrong = await ask(
      'PATCH',
      '/clinic',
      { settings: { digestAt: '9am', colour: 'red' } },
      { 'if-match': next },
    )
    expect(wrong.body.issues.map((one: { expression: string }) => one.expression).sort()).toEqual([
      'settings',
      'settings.digestAt',
    ])
  })

  it('lets nobody but an owner change the clinic, and writes the denial down', async () => {
    const [clinic] = await organisations()
    const clinicId = clinic?.id ?? ''
    const desk = askingAs(server, staff(clinicId, 'front-desk', 'clinician'))
    const told = await desk('PATCH', '/clinic', { name: 'Mine' }, { 'if-match': '"2"' })
    expect(told.status).toBe(403)
    const lines = await inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .selectFrom('audit')
        .select(['action', 'outcome'])
        .where('clinicId', '=', clinicId)
        .execute(),
    )
    expect(lines).toContainEqual({ action: 'clinic.set-up', outcome: 'done' })
    expect(lines).toContainEqual({ action: 'clinic.change', outcome: 'denied' })
  })

  it('makes keys whose secret is shown once, which work by their role until they are ended', async () => {
    const [clinic] = await organisations()
    const clinicId = clinic?.id ?? ''
    const owner = askingAs(server, staff(clinicId, 'owner'))
    const refusedRole = await owner('POST', '/api-keys', { name: 'x', role: 'owner' })
    expect(refusedRole.status).toBe(400)
    const { body } = await owner('POST', '/api-keys', { name: 'Booking', role: 'front-desk' })
    const bearer = { authorization: `Bearer ${body.key}` }
    const nobody = asking(server.app)
    const made = await nobody('POST', '/patients', { name: 'Aisha Rahman' }, bearer)
    expect(made.status).toBe(201)
    expect((await nobody('GET', '/api-keys', undefined, bearer)).status).toBe(403)
    const listed = await owner('GET', '/api-keys')
    expect(JSON.stringify(listed.body)).not.toContain(body.key)
    expect(listed.body.items).toMatchObject([{ name: 'Booking', usedAt: expect.any(String) }])
    expect((await owner('DELETE', `/api-keys/${body.apiKeyId}`)).status).toBe(204)
    expect((await nobody('GET', '/patients', undefined, bearer)).status).toBe(401)
    expect((await owner('DELETE', `/api-keys/${body.apiKeyId}`)).status).toBe(404)
  })
})
