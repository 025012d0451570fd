import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  BASE_URL,
  enrolled,
  PASSWORD,
  type Person,
  type StaffBench,
  testClient,
} from '../auth/staff-testing.ts'
import { createClinic } from '../store/clinic-settings.ts'
import { inScope } from '../store/database.ts'
import { asking, askingAs, DATABASES, staff, type TestServer } from '../testing/harness.ts'
import { afterglow, openForCommands, type Ran } from './testing.ts'

const NEW_PASSWORD = 'quarry heron 48 lantern'

describe.each(DATABASES)('what an operator does on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openForCommands(kind)
  })
  afterAll(() => server.close())

  const isShared = kind === 'postgres'

  /** Runs commands while the server of an embedded database is stopped; beside it on a PostgreSQL. */
  async function runAll(commands: readonly (readonly string[])[]): Promise<readonly Ran[]> {
    if (!isShared) await server.pause()
    const ran: Ran[] = []
    for (const args of commands) ran.push(await afterglow(server, ...args))
    if (!isShared) server = await server.reopen()
    return ran
  }

  describe('set-up-link', () => {
    it('prints a link that makes the first clinic, the last one printed alone', async () => {
      const [first, second] = await runAll([['set-up-link'], ['set-up-link', '--json']])
      expect(first).toMatchObject({ code: 0, err: '' })
      const [old, token] = [tokenIn(first?.out ?? ''), tokenIn(JSON.parse(second?.out ?? '').link)]
      // The server's clock is the test's, the command's is the machine's.
      server.clock.now = Date.now()
      const setUp = (one: string) => asking(server.app)('POST', '/setup', clinicWith(one))
      expect((await setUp(old)).status).toBe(400)
      expect((await setUp(token)).status).toBe(201)
      const [refused] = await runAll([['set-up-link']])
      expect(refused).toMatchObject({ code: 2, out: '' })
      expect(refused?.err).toContain(
        'afterglow reset-password or reset-second-factor, --email ADDRESS',
      )
    })
  })

  describe('reset-password', () => {
    it('lets a sole owner choose a new one by a link, once, and asks for the second factor after it', async () => {
      const person = await newOwner()
      const { client } = await enrolled(bench(), person)
      const old = client.headers()
      const [ran] = await runAll([['reset-password', '--email', person.email.toUpperCase()]])
      expect(ran).toMatchObject({ code: 0, err: '' })
      const said = `Iman Okafor (${person.email}) has no password now, and 1 session ended.`
      expect(ran?.out).toContain(said)
      server.clock.now = Date.now()
      expect(await server.deps.staffAuth.sessionOf(old)).toBeNull()
      const { email } = person
      const before = await testClient(bench()).post('/sign-in/email', { email, password: PASSWORD })
      expect(before.status).toBe(401)
      const token = /clinic\.html#\/new-password\/(\S+)/.exec(ran?.out ?? '')?.[1]
      const choose = (password: string) =>
        asking(server.app)('POST', '/team/accept', { token, password })
      expect((await choose('riverside riverside')).status).toBe(400)
      // The name that they have stays, and is none of the password's words.
      expect((await choose('iman okafor lantern 48')).status).toBe(400)
      expect((await choose(NEW_PASSWORD)).status).toBe(201)
      expect((await choose('lantern heron 84 quarry')).status).toBe(400)
      const again = testClient(bench())
      const told = await again.post('/sign-in/email', { email, password: NEW_PASSWORD })
      expect(told.body).toMatchObject({ twoFactorRedirect: true })
      expect(await server.deps.staffAuth.team.members(person.clinicId)).toMatchObject([
        { userId: person.userId, name: 'Iman Okafor', roles: ['owner'], secondFactor: true },
      ])
      const owner = askingAs(server, staff(person.clinicId, 'owner'))
      const { body } = await owner('GET', '/audit?action=team.reset-password')
      expect(body.items).toMatchObject([
        { actorKind: 'operator', detail: { userId: person.userId, sessions: 1 } },
      ])
    })

    it('is good until one second before its day has passed, and not when it has', async () => {
      const person = await newOwner()
      const [ran] = await runAll([['reset-password', '--email', person.email, '--json']])
      const { link, expiresAt } = JSON.parse(ran?.out ?? '')
      const token = String(link).split('/').at(-1)
      const choose = (password: string) =>
        asking(server.app)('POST', '/team/accept', { token, name: 'Iman Okafor', password })
      server.clock.now = Date.parse(expiresAt)
      expect((await choose(NEW_PASSWORD)).body.issues).toMatchObject([{ expression: 'token' }])
      server.clock.now = Date.parse(expiresAt) - 1_000
      expect((await choose(NEW_PASSWORD)).status).toBe(201)
      // Sessions that are opened next begin by the machine's clock.
      server.clock.now = Date.now()
    })

    it('refuses what is no address, or nobody’s, and takes nobody’s password', async () => {
      const { email } = await newOwner()
      const ran = await runAll([
        ['reset-password'],
        ['reset-password', '--email', 'noor'],
        ['reset-password', '--email', 'x@example.org'],
      ])
      for (const { code, out, err } of ran)
        expect([code, out, err]).toEqual([2, '', expect.stringContaining('--email')])
      const told = await testClient(bench()).post('/sign-in/email', { email, password: PASSWORD })
      expect(told.status).toBe(200)
    })
  })

  describe('reset-second-factor', () => {
    it('lets a member of staff set up a new factor with the password, and ends all that was open', async () => {
      const person = await newOwner()
      const { client, recoveryCodes } = await enrolled(bench(), person)
      const waiting = await signedIn(person)
      const old = client.headers()
      expect(await server.deps.staffAuth.sessionOf(old)).toMatchObject({ secondFactor: true })
      const args = ['reset-second-factor', '--email', person.email.toUpperCase()]
      const [ran] = await runAll([args])
      expect(ran).toMatchObject({ code: 0, err: '' })
      expect(ran?.out).toContain(`Iman Okafor (${person.email}) has no second factor now`)
      expect(ran?.out).toContain('and 0 passkeys are gone, 1 session ended.')
      expect(await server.deps.staffAuth.sessionOf(old)).toBeNull()
      // A sign-in that waited for its code, with a recovery code of before.
      const late = testClient(bench())
      for (const [name, value] of waiting.cookies) late.cookies.set(name, value)
      const code = recoveryCodes[0]
      expect((await late.post('/two-factor/verify-backup-code', { code })).status).toBe(401)
      const again = await signedIn(person)
      const session = await server.deps.staffAuth.sessionOf(again.headers())
      expect(session).toMatchObject({ secondFactor: false })
      const { client: anew } = await enrolled(bench(), person)
      const now = await server.deps.staffAuth.sessionOf(anew.headers())
      expect(now).toMatchObject({ secondFactor: true })
      const owner = askingAs(server, staff(person.clinicId, 'owner'))
      const { body } = await owner('GET', '/audit?action=team.reset-second-factor')
      expect(body.items).toMatchObject([
        { actorKind: 'operator', detail: { userId: person.userId, sessions: 1 } },
      ])
    })

    it('refuses what is no address, or nobody’s, by name, and changes nobody', async () => {
      const { client } = await enrolled(bench(), await newOwner())
      const wrong = [
        [[], '--email', 'write --email ADDRESS'],
        [['--email', 'noor'], '--email', 'not an e-mail address'],
        [['--email', 'x@example.org'], '--email', 'Nobody in any team'],
        [['x@example.org'], 'x@example.org', 'flags begin with --'],
      ] as const
      const ran = await runAll(wrong.map(([args]) => ['reset-second-factor', ...args]))
      for (const [k, { code, out, err }] of ran.entries()) {
        const [, place = '', said = ''] = wrong[k] ?? []
        expect([code, out]).toEqual([2, ''])
        expect(err).toContain(place)
        expect(err).toContain(said)
      }
      const session = await server.deps.staffAuth.sessionOf(client.headers())
      expect(session).toMatchObject({ secondFactor: true })
    })
  })

  describe('retention', () => {
    const tries = () => server.deps.db.selectFrom('rateLimit').select('key').execute()

    it('counts and removes nothing where it is dry or not understood, then removes what it counted', async () => {
      await sql`delete from rate_limit`.execute(server.deps.db)
      await sql`insert into rate_limit (key, window_start, count)
        values ('old', '2020-01-01T00:00:00Z', 1)`.execute(server.deps.db)
      const [dry, ...wrong] = await runAll([
        ['retention', '--dry-run'],
        ['retention', 'dry-run'],
        ['retention', '--dryrun'],
      ])
      expect(dry).toMatchObject({ code: 0, err: '' })
      expect(dry?.out).toContain('Nothing was removed')
      expect(dry?.out).toContain('tries 1')
      for (const { code, out, err } of wrong)
        expect([code, out, err]).toEqual([2, '', expect.stringMatching(/dry-?run/)])
      expect(await tries()).toHaveLength(1)
      const [ran] = await runAll([['retention', '--json']])
      const report = JSON.parse(ran?.out ?? '')
      expect(report).toMatchObject({ dryRun: false, server: { tries: 1 } })
      expect(await tries()).toEqual([])
    })
  })

  it('is refused on a database of another release', async () => {
    const { db } = server.deps
    await sql`update kysely_migration set name = name || '-x' where name like '0005%'`.execute(db)
    await server.pause()
    const commands = [
      ['set-up-link'],
      ['retention'],
      ['reset-password', '--email', 'a@b.cd'],
      ['reset-second-factor', '--email', 'a@b.cd'],
    ]
    for (const args of commands) {
      const ran = await afterglow(server, ...args)
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('of another release')])
    }
  })

  // What a sign-in needs of a bench: the very sign-in of this server.
  function bench(): StaffBench {
    return { auth: server.deps.staffAuth } as StaffBench
  }

  async function signedIn({ email }: Person) {
    const client = testClient(bench())
    await client.post('/sign-in/email', { email, password: PASSWORD })
    return client
  }

  async function newOwner(): Promise<Person> {
    const [clinicId, email] = [randomUUID(), `owner-${randomUUID().slice(0, 8)}@example.org`]
    const { deps, clock } = server
    const name = 'Riverside'
    await inScope(deps.db, { clinicId }, (trx) =>
      createClinic(
        trx,
        { clinicId, name, zone: 'Asia/Dubai', country: null, locale: 'en' },
        clock.now,
      ),
    )
    const owner = { clinicId, clinicName: name, name: 'Iman Okafor', email, password: PASSWORD }
    const created = await deps.staffAuth.createOwner(owner)
    if (!created.ok) throw new Error(JSON.stringify(created.issues))
    return { userId: created.value.userId, clinicId, email }
  }
})

function tokenIn(text: string): string {
  expect(text).toContain(`${BASE_URL}/clinic.html#/set-up/`)
  return /#\/set-up\/([\w-]+)/.exec(text)?.[1] ?? ''
}

function clinicWith(token: string): object {
  return {
    token,
    clinicName: 'Hillside',
    zone: 'Europe/Madrid',
    country: 'ES',
    name: 'Noor Rahimi',
    email: `noor-${randomUUID().slice(0, 8)}@example.org`,
    password: PASSWORD,
  }
}
