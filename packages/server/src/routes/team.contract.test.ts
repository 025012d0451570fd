import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrolled, PASSWORD, type StaffBench } from '../auth/staff-testing.ts'
import type { Principal } from '../http/principal.ts'
import { createClinic } from '../store/clinic-settings.ts'
import { inScope } from '../store/database.ts'
import { acknowledged } from '../testing/alert-steps.ts'
import { escalate } from '../deliver/escalate.ts'
import {
  type Ask,
  asking,
  askingAs,
  DATABASES,
  newPatientWithSession,
  openTestServer,
  type TestServer,
  type Told,
} from '../testing/harness.ts'
import { decide, deliveriesIn } from '../wake/wake-testing.ts'

describe.each(DATABASES)('the team over HTTP on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    // The address that the sign-in of the tests goes to.
    server = await openTestServer(kind, {
      environment: { AFTERGLOW_URL: 'https://clinic.example' },
    })
    server.clock.now = Date.now()
  })
  afterAll(() => server.close())

  /** A clinic with an owner who is somebody: invitations say who sent them. */
  async function newTeam() {
    const clinicId = randomUUID()
    const email = `owner-${clinicId.slice(0, 8)}@example.org`
    const { deps, clock } = server
    await inScope(deps.db, { clinicId }, (trx) =>
      createClinic(
        trx,
        { clinicId, name: 'R', zone: 'UTC', country: null, locale: 'en' },
        clock.now,
      ),
    )
    const owner = { clinicId, clinicName: 'R', name: 'Iman Okafor', email, password: PASSWORD }
    const made = await deps.staffAuth.createOwner(owner)
    if (!made.ok) throw new Error(JSON.stringify(made.issues))
    const { userId } = made.value
    const principal: Principal = {
      kind: 'staff',
      userId,
      name: 'Iman Okafor',
      clinicId,
      roles: ['owner'],
      secondFactor: true,
    }
    return { clinicId, userId, ask: askingAs(server, principal) }
  }

  async function joined(ask: Ask, roles: readonly string[]) {
    const email = `nurse-${randomUUID().slice(0, 8)}@example.org`
    const sent = await ask('POST', '/team/invitations', { email, roles })
    const accepted = await accept(sent)
    expect(accepted.status).toBe(201)
    return { userId: String(accepted.body.userId), email }
  }

  function accept({ body }: Told): Promise<Told> {
    const token = String(body.link).split('/').at(-1)
    const named = { token, name: 'Sol Varga', password: PASSWORD }
    return asking(server.app)('POST', '/team/accept', named, { 'x-test-address': randomUUID() })
  }

  /** Signed in as a browser is: with the cookie of a session that has shown two factors. */
  async function signedIn({ email }: { readonly email: string }) {
    const bench = { auth: server.deps.staffAuth } as StaffBench
    const { client } = await enrolled(bench, { email, userId: '', clinicId: '' })
    const cookie = client.headers().get('cookie') ?? ''
    const ask = asking(server.app)
    return (method: string, path: string, body?: unknown) => ask(method, path, body, { cookie })
  }

  it('is told by name to whoever works there, and to them alone, without how to reach anybody', async () => {
    const { ask, userId } = await newTeam()
    // Who joined first stands first.
    server.clock.now += 1
    const nurse = await joined(ask, ['read-only'])
    const theirs = await signedIn(nurse)
    const { status, body } = await theirs('GET', '/team/names')
    expect(status).toBe(200)
    expect(body).toEqual({
      items: [
        { userId, name: 'Iman Okafor', roles: ['owner'], isYou: false },
        { userId: nurse.userId, name: 'Sol Varga', roles: ['read-only'], isYou: true },
      ],
      next: null,
    })
    const { ask: elsewhere } = await newTeam()
    expect((await elsewhere('GET', '/team/names')).body.items).toHaveLength(1)
  })

  it('invites by mail and by link, once for one key, and takes the link once', async () => {
    const { ask, clinicId } = await newTeam()
    const sent = { email: 'sol@example.org', roles: ['clinician'] }
    const key = { 'idempotency-key': 'the-same-key-0000001' }
    const first = await ask('POST', '/team/invitations', sent, key)
    const again = await ask('POST', '/team/invitations', sent, key)
    expect(again.body).toEqual(first.body)
    expect(first.body.link).toMatch(/^https:\/\/clinic\.example\/clinic\.html#\/join-team\//)
    // The server of the tests has no mail: whoever invites is to know.
    expect(first.body.isMailed).toBe(false)
    const open = await ask('GET', '/team/invitations')
    expect(open.body.items).toHaveLength(1)
    expect(JSON.stringify(open.body)).not.toContain(first.body.link.split('/').at(-1))
    const mails = await inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .selectFrom('delivery')
        .select(['kind', 'state'])
        .where('clinicId', '=', clinicId)
        .execute(),
    )
    expect(mails).toEqual([{ kind: 'team-invitation', state: 'queued' }])
  })

  it('withdraws an invitation, and no link is good after that', async () => {
    const { ask } = await newTeam()
    const sent = await ask('POST', '/team/invitations', {
      email: 'a@example.org',
      roles: ['owner'],
    })
    const path = `/team/invitations/${sent.body.invitationId}`
    expect((await ask('DELETE', path)).status).toBe(204)
    expect((await ask('DELETE', path)).status).toBe(404)
    expect((await ask('DELETE', '/team/invitations/none')).status).toBe(404)
    const token = sent.body.link.split('/').at(-1)
    const body = { token, name: 'A', password: PASSWORD }
    expect((await asking(server.app)('POST', '/team/accept', body)).status).toBe(400)
  })

  it('says of a link whether it is good, and nothing else, and uses nothing up', async () => {
    const { ask } = await newTeam()
    const invite = () =>
      ask('POST', '/team/invitations', { email: 'b@example.org', roles: ['clinician'] })
    const check = async ({ body }: Told) => {
      const token = String(body.link).split('/').at(-1)
      const headers = { 'x-test-address': randomUUID() }
      const told = await asking(server.app)('POST', '/team/accept/check', { token }, headers)
      return [told.status, told.body]
    }
    const [first, second] = [await invite(), await invite()]
    expect(await check(first)).toEqual([200, { isOpen: false }])
    expect(await check(second)).toEqual([200, { isOpen: true }])
    expect((await accept(second)).status).toBe(201)
    expect(await check(second)).toEqual([200, { isOpen: false }])
    const withdrawn = await ask('POST', '/team/invitations', {
      email: 'c@example.org',
      roles: ['clinician'],
    })
    await ask('DELETE', `/team/invitations/${withdrawn.body.invitationId}`)
    expect(await check(withdrawn)).toEqual([200, { isOpen: false }])
    const never = { ...second, body: { link: 'https://clinic.example/never' } }
    expect(await check(never)).toEqual([200, { isOpen: false }])
  })

  it('changes a role for the very next request of somebody who is signed in', async () => {
    const { ask } = await newTeam()
    const sol = await joined(ask, ['front-desk'])
    const asSol = await signedIn(sol)
    expect((await asSol('POST', '/patients', { name: 'Aisha Rahman' })).status).toBe(201)
    const roles = ['read-only']
    expect((await ask('PUT', `/team/${sol.userId}/roles`, { roles })).body).toMatchObject({ roles })
    expect((await asSol('POST', '/patients', { name: 'Zainab Qureshi' })).status).toBe(403)
    expect((await asSol('GET', '/team')).status).toBe(403)
  })

  it('ends the sessions of whoever is removed at once', async () => {
    const { ask } = await newTeam()
    const sol = await joined(ask, ['clinician'])
    const asSol = await signedIn(sol)
    expect((await asSol('GET', '/patients')).status).toBe(200)
    expect((await ask('DELETE', `/team/${sol.userId}`)).status).toBe(204)
    expect((await asSol('GET', '/patients')).status).toBe(401)
    expect((await ask('DELETE', `/team/${sol.userId}`)).status).toBe(404)
  })

  it('keeps the last owner, in role and in person', async () => {
    const { ask, userId } = await newTeam()
    const demoted = await ask('PUT', `/team/${userId}/roles`, { roles: ['clinician'] })
    expect(demoted.body).toMatchObject({ status: 409, issues: [{ code: 'business-rule' }] })
    expect((await ask('DELETE', `/team/${userId}`)).status).toBe(409)
    expect((await ask('GET', '/team')).body.items).toMatchObject([{ userId, roles: ['owner'] }])
  })

  it.each([
    ['is removed', (ask: Ask, id: string) => ask('DELETE', `/team/${id}`)],
    [
      'may only read from now on',
      (ask: Ask, id: string) => ask('PUT', `/team/${id}/roles`, { roles: ['read-only'] }),
    ],
  ] as const)('has the alerts of somebody who %s wait for somebody again', async (_, leave) => {
    const { ask, clinicId } = await newTeam()
    const to = ['desk@example.org']
    await decide(server, clinicId, { alertEmails: to, escalationEmails: to })
    const { userId } = await joined(ask, ['clinician'])
    const seesTo = { kind: 'staff', userId, name: 'Sol Varga', clinicId, secondFactor: true }
    const asSol = askingAs(server, { ...seesTo, roles: ['clinician'] } as Principal)
    const { patientId } = await newPatientWithSession(server, clinicId)
    const symptoms = [{ name: 'breathing-difficulty' }]
    await asSol('POST', `/patients/${patientId}/check-ins`, { symptoms })
    const alert = async () => (await asSol('GET', '/alerts')).body.items[0]
    const before = await alert()
    expect((await acknowledged(asSol, before)).body).toMatchObject({ ownerId: userId })
    server.clock.now += 20 * 60_000
    expect((await leave(ask, userId)).status).toBeLessThan(300)
    const open = { alertId: before.alertId, ownerId: null, acknowledgedAt: null }
    const { raisedAt, revision } = before
    expect(await alert()).toMatchObject({ ...open, raisedAt, judgedAgain: false })
    expect((await alert()).revision).toBe(revision + 2)
    await escalate(server.deps, { clinicId, alertId: before.alertId })
    // As no mail has left yet: those who were named, and the clinic's owner.
    const mails = await deliveriesIn(server, { clinicId })
    expect(mails.filter((mail) => mail.kind === 'escalation')).toHaveLength(2)
    const { body } = await ask('GET', '/audit?limit=200')
    expect(body.items).toContainEqual(
      expect.objectContaining({ detail: expect.objectContaining({ userId, alerts: 1 }) }),
    )
  })

  const leaving = [
    ['is removed', (ask: Ask, id: string) => ask('DELETE', `/team/${id}`)],
    [
      'is a clinician from now on',
      (ask: Ask, id: string) => ask('PUT', `/team/${id}/roles`, { roles: ['clinician'] }),
    ],
  ] as const
  it.each(leaving)('leaves no way in to an owner who %s', async (_, leave) => {
    const { ask, userId } = await newTeam()
    const bo = await joined(ask, ['owner', 'clinician'])
    const asBo = await signedIn(bo)
    const roles = ['owner']
    const byBo = await asBo('POST', '/team/invitations', { email: 'bo-too@example.org', roles })
    const byIman = await ask('POST', '/team/invitations', { email: 'ada@example.org', roles })
    const key = { name: 'Notes', role: 'clinician' }
    const keys = [await asBo('POST', '/api-keys', key), await ask('POST', '/api-keys', key)]
    const withKey = (told: Told | undefined) =>
      asking(server.app)('GET', '/patients', undefined, {
        authorization: `Bearer ${told?.body.key}`,
      })
    expect((await withKey(keys[0])).status).toBe(200)

    expect((await leave(ask, bo.userId)).status).toBeLessThan(300)
    const accepted = await Promise.all([byBo, byIman].map((told) => accept(told)))
    expect(accepted.map(({ status }) => status)).toEqual([400, 201])
    expect((await ask('GET', '/team/invitations')).body.items).toEqual([])
    expect([(await withKey(keys[0])).status, (await withKey(keys[1])).status]).toEqual([401, 200])
    const { body } = await ask('GET', '/audit?limit=200')
    const line = body.items.find(({ detail }: { detail: { apiKeys?: number } }) => detail.apiKeys)
    expect(line).toMatchObject({ actorId: userId, detail: { apiKeys: 1, invitations: 1 } })
  })

  it('takes an invitation only as long as who sent it is an owner', async () => {
    const { ask, clinicId } = await newTeam()
    const bo = await joined(ask, ['owner'])
    await ask('DELETE', `/team/${bo.userId}`)
    const { team } = server.deps.staffAuth
    const late = { clinicId, inviterId: bo.userId, email: 'late@example.org' }
    const sent = await team.invite({ ...late, roles: ['owner'] })
    if (!sent.ok) throw new Error(JSON.stringify(sent.issues))
    const { token } = sent.value
    expect(await team.accept({ token, name: 'Bo Berg', password: PASSWORD })).toMatchObject({
      ok: false,
    })
  })

  it('touches nobody of another clinic', async () => {
    const [mine, theirs] = [await newTeam(), await newTeam()]
    const path = `/team/${theirs.userId}`
    expect((await mine.ask('DELETE', path)).status).toBe(404)
    expect((await mine.ask('PUT', `${path}/roles`, { roles: ['read-only'] })).status).toBe(404)
    expect((await theirs.ask('GET', '/team')).body.items).toHaveLength(1)
  })

  it('shows somebody their own sessions and ends the others', async () => {
    const { ask } = await newTeam()
    const sol = await joined(ask, ['read-only'])
    const first = await signedIn(sol)
    const list = await first('GET', '/sessions')
    expect(list.body.items).toMatchObject([{ current: true }])
    expect((await first('DELETE', `/sessions/${randomUUID()}`)).status).toBe(404)
    expect((await first('DELETE', '/sessions')).body).toEqual({ ended: 0 })
    const [own] = list.body.items
    expect((await first('DELETE', `/sessions/${own.sessionId}`)).status).toBe(204)
    expect((await first('GET', '/sessions')).status).toBe(401)
  })

  it('writes down who changed the team, though the change has a transaction of its own', async () => {
    const { ask, clinicId, userId } = await newTeam()
    const sol = await joined(ask, ['clinician'])
    await ask('PUT', `/team/${sol.userId}/roles`, { roles: ['read-only'] })
    await ask('DELETE', `/team/${userId}`)
    const lines = await inScope(server.deps.db, { clinicId }, (trx) =>
      trx
        .selectFrom('audit')
        .select(['action', 'actorId', 'outcome'])
        .where('clinicId', '=', clinicId)
        .orderBy('at')
        .execute(),
    )
    const told = lines.map(({ action, actorId }) => `${action} ${actorId}`).sort()
    expect(told).toEqual([
      `team.accept ${sol.userId}`,
      `team.invite ${userId}`,
      `team.roles ${userId}`,
    ])
  })
})
