import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  BASE_URL,
  enrolled,
  newOwner,
  nextCode,
  openStaffBench,
  PASSWORD,
  type StaffBench,
  testClient,
  totp,
} from './staff-testing.ts'

let bench: StaffBench
beforeAll(async () => {
  bench = await openStaffBench()
}, 120_000)
afterAll(() => bench.close())

const SESSION = '__Host-afterglow.session_token'

describe('signing in with a password', () => {
  it('opens a session of the right person and clinic that has shown no second factor', async () => {
    const owner = await newOwner(bench)
    const client = testClient(bench)
    const { status, body } = await client.post('/sign-in/email', {
      email: owner.email.toUpperCase(),
      password: PASSWORD,
    })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(await bench.auth.sessionOf(client.headers())).toMatchObject({
      userId: owner.userId,
      clinicId: owner.clinicId,
      email: owner.email,
      roles: ['owner'],
      secondFactor: false,
    })
  })

  it('tells a wrong password and an unknown address apart by nothing', async () => {
    const { email } = await newOwner(bench)
    const password = 'not the one at all'
    const [wrong, unknown] = [
      await testClient(bench).post('/sign-in/email', { email, password }),
      await testClient(bench).post('/sign-in/email', { email: 'nobody@example.org', password }),
    ]
    expect(wrong.status).toBe(401)
    expect(wrong).toEqual(unknown)
  })

  it('reads no more of a request than it takes, whatever length was announced', async () => {
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(1_024).fill(0x20))
        if (pulled > 1_000) controller.close()
      },
    })
    const headers = { 'content-type': 'application/json' }
    // Node asks for it of a body that is a stream; the type does not know it.
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    const request = new Request(`${BASE_URL}/api/auth/sign-in/email`, init)
    expect((await bench.auth.handler(request, 'here')).status).toBe(400)
    expect(pulled).toBeLessThan(40)
  })

  it('sends the token in a cookie that only this host gets, and in no body', async () => {
    const { email } = await newOwner(bench)
    const client = testClient(bench)
    const { body, setCookies } = await client.post('/sign-in/email', { email, password: PASSWORD })
    const line = setCookies.find((one) => one.startsWith(`${SESSION}=`)) ?? ''
    const attributes = line.toLowerCase().split('; ').slice(1)
    expect(attributes).toEqual(
      expect.arrayContaining(['path=/', 'httponly', 'secure', 'samesite=lax']),
    )
    expect(attributes.join()).not.toContain('domain')
    const [token = 'none'] = (client.cookies.get(SESSION) ?? '').split('.')
    expect(token.length).toBeGreaterThanOrEqual(32)
    expect(JSON.stringify(body)).not.toContain(token)
  })

  it('refuses a cookie whose token is right and whose signature is not', async () => {
    const { client } = await enrolled(bench, await newOwner(bench))
    const [token] = (client.cookies.get(SESSION) ?? '').split('.')
    client.cookies.set(SESSION, `${token}.${'A'.repeat(43)}%3D`)
    expect(await bench.auth.sessionOf(client.headers())).toBeNull()
  })

  it('gives a new token at each sign-in and ends the session that was sent along', async () => {
    const { email } = await newOwner(bench)
    const client = testClient(bench)
    await client.post('/sign-in/email', { email, password: PASSWORD })
    const before = client.headers()
    await client.post('/sign-in/email', { email, password: PASSWORD })
    expect(client.headers().get('cookie')).not.toBe(before.get('cookie'))
    expect(await bench.auth.sessionOf(before)).toBeNull()
    expect(await bench.auth.sessionOf(client.headers())).not.toBeNull()
  })

  it('kills the token at sign-out, and not the cookie alone', async () => {
    const { client } = await enrolled(bench, await newOwner(bench))
    const before = client.headers()
    const out = await client.post('/sign-out')
    expect(out.status).toBe(200)
    expect(client.cookies.has(SESSION)).toBe(false)
    // By its name alone: a patient's app in the same browser keeps what it has.
    expect(out.headers.has('clear-site-data')).toBe(false)
    expect(await bench.auth.sessionOf(before)).toBeNull()
  })

  it('locks an account after ten tries from ten addresses, the right password too, for 15 minutes', async () => {
    const { email } = await newOwner(bench)
    const attempt = (password: string) =>
      testClient(bench).post('/sign-in/email', { email, password })
    for (let tried = 0; tried < 10; tried += 1)
      expect((await attempt('not the one at all')).status).toBe(401)
    expect((await attempt(PASSWORD)).status).toBe(429)
    bench.clock.aheadMs += 15 * 60_000
    expect((await attempt(PASSWORD)).status).toBe(200)
    bench.clock.aheadMs = 0
  })

  it('locks an address after 30 tries, whichever accounts they were for', async () => {
    const client = testClient(bench, '198.51.100.1')
    const answers = []
    for (let tried = 0; tried < 30; tried += 1)
      answers.push((await client.post('/two-factor/verify-totp', { code: '000000' })).status)
    // The tries on one account ran out before; those from the address go on counting.
    expect(answers).not.toContain(200)
    const { email } = await newOwner(bench)
    expect((await client.post('/sign-in/email', { email, password: PASSWORD })).status).toBe(429)
    const elsewhere = testClient(bench)
    expect((await elsewhere.post('/sign-in/email', { email, password: PASSWORD })).status).toBe(200)
  })

  it('is refused from another site, as a form, and with keys that better-auth knows and we do not', async () => {
    const { email } = await newOwner(bench)
    const body = { email, password: PASSWORD }
    const post = testClient(bench).post
    const statuses = [
      await post('/sign-in/email', body, { origin: 'https://evil.example' }),
      await post('/sign-in/email', body, { 'sec-fetch-site': 'cross-site' }),
      await post('/sign-in/email', body, { 'content-type': 'application/x-www-form-urlencoded' }),
      await post('/sign-in/email', { ...body, rememberMe: false }),
      await post('/two-factor/verify-totp', { code: '123456', trustDevice: true }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([403, 403, 400, 400, 400])
  })
})

describe('the second factor', () => {
  it('signs in with a code of the app, which holds once', async () => {
    const owner = await newOwner(bench)
    const { secret } = await enrolled(bench, owner)
    const code = nextCode(secret)
    const signIn = async () => {
      const client = testClient(bench)
      const first = await client.post('/sign-in/email', { email: owner.email, password: PASSWORD })
      expect(first.body).toMatchObject({ twoFactorRedirect: true, twoFactorMethods: ['totp'] })
      expect(await bench.auth.sessionOf(client.headers())).toBeNull()
      const second = await client.post('/two-factor/verify-totp', { code })
      return { status: second.status, session: await bench.auth.sessionOf(client.headers()) }
    }
    expect(await signIn()).toMatchObject({ status: 200, session: { secondFactor: true } })
    expect(await signIn()).toEqual({ status: 401, session: null })
  })

  it('takes each of ten recovery codes once', async () => {
    const owner = await newOwner(bench)
    const { recoveryCodes } = await enrolled(bench, owner)
    expect(recoveryCodes).toHaveLength(10)
    const signIn = async () => {
      const client = testClient(bench)
      await client.post('/sign-in/email', { email: owner.email, password: PASSWORD })
      // Typed from paper.
      const code = recoveryCodes[0]?.replaceAll('-', '').toUpperCase()
      return (await client.post('/two-factor/verify-backup-code', { code })).status
    }
    expect([await signIn(), await signIn()]).toEqual([200, 401])
  })

  it('keeps neither the secret nor the recovery codes as they are', async () => {
    const { secret, recoveryCodes } = await enrolled(bench, await newOwner(bench))
    const rows = await bench.db
      .selectFrom('authTwoFactor' as never)
      .selectAll()
      .execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain(recoveryCodes[0])
  })

  it('lets a session that has shown none set one up, and do nothing else', async () => {
    const owner = await newOwner(bench)
    const client = testClient(bench)
    await client.post('/sign-in/email', { email: owner.email, password: PASSWORD })
    const change = { currentPassword: PASSWORD, newPassword: 'marble otter 19 canyon' }
    expect(await client.post('/change-password', change)).toMatchObject({
      status: 403,
      body: { code: 'SECOND_FACTOR_REQUIRED' },
    })
    const before = client.headers()
    const { status } = await client.post('/two-factor/enable', { password: PASSWORD })
    expect(status).toBe(200)
    expect(await bench.auth.sessionOf(before)).toMatchObject({ secondFactor: false })
  })

  it('ends older sessions that have shown none, so that a thief of the password cannot finish a set-up', async () => {
    const owner = await newOwner(bench)
    const thief = testClient(bench)
    await thief.post('/sign-in/email', { email: owner.email, password: PASSWORD })
    await enrolled(bench, owner)
    expect(await bench.auth.sessionOf(thief.headers())).toBeNull()
  })

  it('changes the token when a set-up is done', async () => {
    const owner = await newOwner(bench)
    const client = testClient(bench)
    await client.post('/sign-in/email', { email: owner.email, password: PASSWORD })
    const before = client.headers()
    const { body } = await client.post('/two-factor/enable', { password: PASSWORD })
    const secret = new URL(String(body['totpURI'])).searchParams.get('secret') ?? ''
    await client.post('/two-factor/verify-totp', { code: totp(secret, Date.now()) })
    expect(await bench.auth.sessionOf(before)).toBeNull()
    expect(await bench.auth.sessionOf(client.headers())).toMatchObject({ secondFactor: true })
  })

  it('is turned off after a fresh sign-in alone, and the session that did it stays whole', async () => {
    const { client } = await enrolled(bench, await newOwner(bench))
    bench.clock.aheadMs += 16 * 60_000
    const body = { password: PASSWORD }
    expect(await client.post('/two-factor/disable', body)).toMatchObject({
      status: 403,
      body: { code: 'FRESH_SIGN_IN_REQUIRED' },
    })
    bench.clock.aheadMs = 0
    expect((await client.post('/two-factor/disable', body)).status).toBe(200)
    expect(await bench.auth.sessionOf(client.headers())).toMatchObject({ secondFactor: true })
  })
})

describe('a session', () => {
  it('ends 8 hours after its last use and not before', async () => {
    const { client } = await enrolled(bench, await newOwner(bench))
    bench.clock.aheadMs = 8 * 3_600_000 - 60_000
    expect(await bench.auth.sessionOf(client.headers())).not.toBeNull()
    bench.clock.aheadMs += 8 * 3_600_000
    expect(await bench.auth.sessionOf(client.headers())).toBeNull()
    bench.clock.aheadMs = 0
    expect(await bench.auth.sessionOf(client.headers())).toBeNull()
  })

  it('ends 7 days after it began, however much it is used', async () => {
    const { client } = await enrolled(bench, await newOwner(bench))
    for (let hours = 7; hours < 7 * 24; hours += 7) {
      bench.clock.aheadMs = hours * 3_600_000
      expect(await bench.auth.sessionOf(client.headers()), `${hours} h`).not.toBeNull()
    }
    bench.clock.aheadMs = 7 * 24 * 3_600_000
    expect(await bench.auth.sessionOf(client.headers())).toBeNull()
    bench.clock.aheadMs = 0
  })

  it('gives way to a new one when the password changes, and the others end', async () => {
    const owner = await newOwner(bench)
    const { client, secret } = await enrolled(bench, owner)
    const other = testClient(bench)
    await other.post('/sign-in/email', { email: owner.email, password: PASSWORD })
    await other.post('/two-factor/verify-totp', { code: nextCode(secret) })
    expect(await bench.auth.sessionOf(other.headers())).toMatchObject({ secondFactor: true })
    const newPassword = 'marble otter 19 canyon'
    const change = { currentPassword: PASSWORD, newPassword }
    expect((await client.post('/change-password', change)).status).toBe(200)
    expect(await bench.auth.sessionOf(other.headers())).toBeNull()
    expect(await bench.auth.sessionOf(client.headers())).toMatchObject({ secondFactor: true })
  })
})

describe('what is there', () => {
  it('is our list and nothing else that better-auth has', async () => {
    const { client } = await enrolled(bench, await newOwner(bench))
    const posts = `/sign-up/email /sign-in/social /sign-in/magic-link /organization/create /organization/invite-member
      /organization/update-member-role /delete-user /change-email /update-user /update-session /verify-password
      /two-factor/send-otp /two-factor/get-totp-uri /request-password-reset /reset-password /revoke-sessions /toString /sign-in/email/ //sign-in/email`
    for (const path of posts.split(/\s+/)) expect((await client.post(path)).status, path).toBe(404)
    const gets = `/get-session /list-sessions /ok /error /reset-password/abc /sign-in/email`
    for (const path of gets.split(' ')) expect((await client.get(path)).status, path).toBe(404)
  })

  it('logs what was tried and how it ended, and no e-mail address, password or code', async () => {
    const { email } = await newOwner(bench)
    bench.events.length = 0
    await testClient(bench, '192.0.2.7').post('/sign-in/email', { email, password: 'secret words' })
    const action = '/sign-in/email'
    expect(bench.events).toEqual([
      { action, outcome: 'refused', status: 401, address: '192.0.2.7', userId: null },
    ])
  })
})
