import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resetPassword } from './password-reset.ts'
import {
  enrolled,
  newOwner,
  openStaffBench,
  PASSWORD,
  type Person,
  type StaffBench,
  testClient,
} from './staff-testing.ts'
import { createClinic } from '../store/clinic-settings.ts'
import { inScope } from '../store/database.ts'

let bench: StaffBench

const CODES = { last: 'business-rule', gone: 'not-found' }

async function invited(owner: Person, email = `nurse-${randomUUID().slice(0, 8)}@example.org`) {
  const { clinicId, userId: inviterId } = owner
  const sent = await bench.auth.team.invite({ clinicId, inviterId, email, roles: ['clinician'] })
  if (!sent.ok) throw new Error(JSON.stringify(sent.issues))
  return sent.value
}

async function joined(owner: Person): Promise<Person> {
  const { token, email } = await invited(owner)
  const accepted = await bench.auth.team.accept({ token, name: 'Sol Varga', password: PASSWORD })
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.issues))
  return { ...accepted.value, email }
}

const NEW_PASSWORD = 'quarry heron 48 lantern'

/** The token of the link by which an operator lets somebody choose a new password. */
async function resetToken({ clinicId, email }: Person): Promise<string> {
  const { db } = bench
  const clinic = { clinicId, name: 'Riverside', zone: 'UTC', country: null, locale: 'en' }
  await inScope(db, { clinicId }, (trx) => createClinic(trx, clinic, Date.now()))
  const reset = await resetPassword({ db, now: Date.now }, email)
  if (!reset.ok) throw new Error(JSON.stringify(reset.issues))
  return reset.value.token
}

const issuesOf = (result: { ok: boolean; issues?: readonly { code: string }[] }) =>
  result.issues?.map(({ code }) => code) ?? 'ok'

describe.each(['embedded', 'postgres'] as const)('a team on %s', (database) => {
  beforeAll(async () => {
    bench = await openStaffBench({ database })
  }, 120_000)
  afterAll(() => bench.close())

  it('takes an invitation once, for who was invited, with the role that was given', async () => {
    const owner = await newOwner(bench)
    const { token, email } = await invited(owner)
    const accept = () => bench.auth.team.accept({ token, name: 'Sol Varga', password: PASSWORD })
    const both = await Promise.all([accept(), accept()])
    expect(both.map(issuesOf)).toEqual(expect.arrayContaining([[CODES.gone], 'ok']))
    expect(await bench.auth.team.members(owner.clinicId)).toMatchObject([
      { userId: owner.userId, roles: ['owner'] },
      { email, name: 'Sol Varga', roles: ['clinician'], secondFactor: false },
    ])
  })

  it('keeps no token that could be read back', async () => {
    const { token } = await invited(await newOwner(bench))
    const rows = await bench.db.selectFrom('authInvitation').selectAll().execute()
    const kept = rows.map((row) => Buffer.from(row.tokenHash ?? []).toString('base64url'))
    expect(kept.length).toBeGreaterThan(0)
    expect(kept).not.toContain(token)
  })

  it('lets an invitation go after 72 hours, when it is withdrawn, and when there is a newer one', async () => {
    const owner = await newOwner(bench)
    const { clinicId } = owner
    const accept = async (token: string) =>
      issuesOf(await bench.auth.team.accept({ token, name: 'Sol', password: PASSWORD }))
    const late = await invited(owner)
    bench.clock.aheadMs = 72 * 3_600_000
    expect(await accept(late.token)).toEqual([CODES.gone])
    bench.clock.aheadMs = 0
    const { invitationId, token } = await invited(owner)
    expect(await bench.auth.team.withdraw({ clinicId: randomUUID(), invitationId })).toBe(false)
    expect(await bench.auth.team.withdraw({ clinicId, invitationId })).toBe(true)
    expect(await accept(token)).toEqual([CODES.gone])
    const older = await invited(owner, 'twice@example.org')
    await invited(owner, 'twice@example.org')
    expect(await accept(older.token)).toEqual([CODES.gone])
  })

  it('says which rule a password breaks, and leaves the invitation open', async () => {
    const { token } = await invited(await newOwner(bench))
    const accept = (password: string) =>
      bench.auth.team.accept({ token, name: 'Sol Varga', password })
    expect(issuesOf(await accept('Riverside2026!!'))).toEqual(['business-rule'])
    expect(issuesOf(await accept(PASSWORD))).toBe('ok')
  })

  it('lets nobody into an account by an invitation to its address', async () => {
    const [first, second] = [await newOwner(bench), await newOwner(bench)]
    const { token } = await invited(second, first.email)
    const accept = (password: string) => bench.auth.team.accept({ token, name: 'Thief', password })
    expect(issuesOf(await accept('a password of the thief'))).toEqual([CODES.gone])
    expect(issuesOf(await accept(PASSWORD))).toBe('ok')
    const [self] = await bench.auth.team.members(first.clinicId)
    expect(self?.name).toBe('Iman Okafor')
  })

  it('lets another clinic’s invitation choose no password for who has none by now', async () => {
    const [nurse, other] = [await joined(await newOwner(bench)), await newOwner(bench)]
    const before = await invited(other, nurse.email)
    const token = await resetToken(nurse)
    const accept = async (by: string) =>
      issuesOf(await bench.auth.team.accept({ token: by, name: 'Sol', password: NEW_PASSWORD }))
    const after = await invited(other, nurse.email)
    expect(await accept(before.token)).toEqual([CODES.gone])
    expect(await accept(after.token)).toEqual([CODES.gone])
    expect(await accept(token)).toBe('ok')
    expect(await accept(after.token)).toBe('ok')
  })

  it('does not take somebody back who was removed, by the link for their new password', async () => {
    const owner = await newOwner(bench)
    const nurse = await joined(owner)
    const token = await resetToken(nurse)
    await bench.auth.team.remove(nurse)
    const back = await bench.auth.team.accept({ token, name: 'Sol', password: NEW_PASSWORD })
    expect(issuesOf(back)).toEqual([CODES.gone])
    expect(await bench.auth.team.members(owner.clinicId)).toHaveLength(1)
  })

  it('changes roles at once, in a session that is open', async () => {
    const owner = await newOwner(bench)
    const nurse = await joined(owner)
    const { client } = await enrolled(bench, nurse)
    const { clinicId, userId } = nurse
    await bench.auth.team.changeRoles({ clinicId, userId, roles: ['read-only'] })
    expect(await bench.auth.sessionOf(client.headers())).toMatchObject({ roles: ['read-only'] })
  })

  it('ends every session of who leaves, at once, and every way in', async () => {
    const owner = await newOwner(bench)
    const nurse = await joined(owner)
    const { client } = await enrolled(bench, nurse)
    expect(issuesOf(await bench.auth.team.remove(nurse))).toBe('ok')
    expect(await bench.auth.sessionOf(client.headers())).toBeNull()
    const again = testClient(bench)
    const { status } = await again.post('/sign-in/email', {
      email: nurse.email,
      password: PASSWORD,
    })
    expect(status).toBe(401)
  })

  it('takes somebody back who had left, with a new password and a second factor to set up', async () => {
    const owner = await newOwner(bench)
    const nurse = await joined(owner)
    await enrolled(bench, nurse)
    await bench.auth.team.remove(nurse)
    const { token } = await invited(owner, nurse.email)
    const password = 'marble otter 19 canyon'
    expect(await bench.auth.team.accept({ token, name: 'Sol Varga', password })).toMatchObject({
      value: { userId: nurse.userId },
    })
    const client = testClient(bench)
    await client.post('/sign-in/email', { email: nurse.email, password })
    expect(await bench.auth.sessionOf(client.headers())).toMatchObject({ secondFactor: false })
  })

  it('of somebody in two clinics ends the sessions in the one alone', async () => {
    const [first, second] = [await newOwner(bench), await newOwner(bench)]
    const nurse = await joined(first)
    const { token } = await invited(second, nurse.email)
    await bench.auth.team.accept({ token, name: '', password: PASSWORD })
    const { client } = await enrolled(bench, nurse)
    expect(await bench.auth.sessionOf(client.headers())).toBeNull()
    const choose = (organizationId: string) =>
      client.post('/organization/set-active', { organizationId })
    expect(await choose(second.clinicId)).toMatchObject({ status: 200, body: {} })
    expect(await bench.auth.sessionOf(client.headers())).toMatchObject({
      clinicId: second.clinicId,
      secondFactor: true,
    })
    await choose(first.clinicId)
    await choose(second.clinicId.toUpperCase())
    expect(await bench.auth.sessionOf(client.headers())).toMatchObject({
      clinicId: second.clinicId,
    })
    expect((await choose(randomUUID())).status).toBeGreaterThanOrEqual(400)
    await bench.auth.team.remove({ clinicId: first.clinicId, userId: nurse.userId })
    expect(await bench.auth.sessionOf(client.headers())).not.toBeNull()
  })

  it('never leaves a clinic without an owner, not even when two go at the same time', async () => {
    const owner = await newOwner(bench)
    const { clinicId } = owner
    expect(issuesOf(await bench.auth.team.remove(owner))).toEqual([CODES.last])
    const demote = (userId: string) =>
      bench.auth.team.changeRoles({ clinicId, userId, roles: ['clinician'] })
    expect(issuesOf(await demote(owner.userId))).toEqual([CODES.last])
    const nurse = await joined(owner)
    await bench.auth.team.changeRoles({ clinicId, userId: nurse.userId, roles: ['owner'] })
    const both = await Promise.all([bench.auth.team.remove(owner), demote(nurse.userId)])
    expect(both.map(issuesOf).filter((one) => one === 'ok')).toHaveLength(1)
    const members = await bench.auth.team.members(clinicId)
    expect(members.filter(({ roles }) => roles.includes('owner'))).toHaveLength(1)
  })

  it('shows somebody their own sessions and ends those, and nobody else’s', async () => {
    const owner = await newOwner(bench)
    const { client } = await enrolled(bench, owner)
    const [session, ...more] = await bench.auth.team.sessions(owner.userId)
    const sessionId = session?.sessionId ?? ''
    expect(more).toEqual([])
    expect(await bench.auth.team.endSession({ userId: randomUUID(), sessionId })).toBe(false)
    expect(await bench.auth.sessionOf(client.headers())).not.toBeNull()
    expect(await bench.auth.team.endSession({ userId: owner.userId, sessionId })).toBe(true)
    expect(await bench.auth.sessionOf(client.headers())).toBeNull()
  })
})
