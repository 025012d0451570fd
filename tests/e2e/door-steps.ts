import type { Page } from 'playwright-core'
import { totp } from '../../packages/server/src/auth/staff-testing.ts'
import type { ClinicServer, Member } from '../../scripts/clinic-server.ts'
import { isHeaded } from './steps.ts'

const STEP_MS = 30_000

/** When the code after this one is shown: the one of now may have been used already, and each is good once. */
export function nextStep(): number {
  return Date.now() + STEP_MS
}

export async function typePassword(
  page: Page,
  { email, password }: Pick<Member, 'email' | 'password'>,
): Promise<void> {
  await isHeaded(page, 'Sign in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

export async function signOut(page: Page): Promise<void> {
  await page.evaluate(`location.hash = '#/settings/you'`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await isHeaded(page, 'Sign in')
}

/** The server ends all of somebody's, as it does after eight hours without a touch. */
export async function endSessions({ deps }: ClinicServer, { userId }: Member): Promise<void> {
  await deps.db.deleteFrom('authSession').where('userId', '=', userId).execute()
}

export async function signInAgain(page: Page, who: Member): Promise<void> {
  await typePassword(page, who)
  await page.getByLabel('Code').fill(totp(who.secret, nextStep()))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** An authenticator that is part of the device, whose owner always agrees. */
export async function addAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Everything that the page shows, holds in its elements, or has put on the device. */
const KEPT = `(async () => {
  const parts = [document.documentElement.outerHTML, JSON.stringify([localStorage, sessionStorage])]
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys())
      if (request.url.includes('/api/')) parts.push(await (await cache.match(request)).text())
  }
  const databases = await indexedDB.databases()
  return parts.join('\\n') + databases.map(({ name }) => 'database ' + name).join()
})()`

export async function keptIn(page: Page): Promise<string> {
  return page.evaluate<string>(KEPT)
}
