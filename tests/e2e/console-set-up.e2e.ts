import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { totp } from '../../packages/server/src/auth/staff-testing.ts'
import { setupLink } from '../../packages/server/src/setup-link.ts'
import { useClinic } from './open-clinic.ts'
import { appears, isHeaded } from './steps.ts'

const { open, server } = useClinic({ isEmpty: true })

/** Whose codes they are, where and since when: printed with them. */
const OF_CODES = /^Recovery codes of noor@clinic\.example at Riverside, made on .*\d{1,2}.*20\d\d$/

const PASSWORD = 'harbour violin 31 meadow'

async function tellClinic(page: Page, country = 'AE'): Promise<void> {
  await isHeaded(page, 'Set up your clinic')
  await page.getByLabel('Name of the clinic').fill('Riverside')
  await page.getByLabel('Country').selectOption(country)
  await page.getByLabel('Your name').fill('Dr Noor Rahimi')
  await page.getByLabel('E-mail address').fill('noor@clinic.example')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Set up the clinic' }).click()
}

async function setUpApp(page: Page): Promise<void> {
  await isHeaded(page, 'A second step to sign in')
  await page.getByRole('radio', { name: 'An authenticator app' }).check()
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByLabel('Your password once more').fill(PASSWORD)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByText('The app is on this device, or cannot scan').click()
  const secret = (await page.locator('.totp-secret').innerText()).replaceAll(/\s/g, '')
  await page.getByLabel('The six digits that it shows').fill(totp(secret, Date.now()))
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await isHeaded(page, 'A second step to sign in')
  await appears(page.getByRole('heading', { name: 'Keep these recovery codes' }))
  expect(await page.locator('.recovery-codes li').count()).toBeGreaterThanOrEqual(8)
  await page.emulateMedia({ media: 'print' })
  await appears(page.getByText(OF_CODES))
  await page.emulateMedia({ media: null })
  await page.getByRole('button', { name: 'I have kept them' }).click()
}

/** The refusal stands above a long form: the focus goes there, and so does the view. */
async function isRefused(page: Page): Promise<void> {
  await appears(page.getByText(/This link was used already or is too old/))
  const refusal = page.locator('.form-error:focus')
  await appears(refusal)
  expect((await refusal.boundingBox())?.y).toBeGreaterThanOrEqual(0)
}

/** Said on arrival, with the way out, before anything is filled in. */
async function isSaidToBeGone(page: Page): Promise<void> {
  await isHeaded(page, 'This link is no longer good')
  await appears(page.getByText('npx afterglow set-up-link'))
  await appears(page.getByRole('button', { name: 'Go to sign-in' }))
  expect(await page.getByLabel('Name of the clinic').count()).toBe(0)
}

/** Where no answer comes to whether the link is good, the form stands all the same. */
async function unasked(path: string): Promise<Page> {
  const page = await open({ path: 'clinic.html', who: null })
  await page.route('**/api/v1/setup/check', (route) => route.abort())
  await page.goto(`${server().url}${path}`)
  return page
}

it('leads from the link of an empty server to the first Today, and the link is good once', async () => {
  const { deps } = server()
  const { pathname, hash } = new URL(String(await setupLink(deps)))
  const path = `${pathname.slice(1)}${hash}`
  const door = await open({ path: 'clinic.html', who: null })
  await appears(door.getByText(/No clinic here yet\? The link .* in its terminal/))
  const page = await open({ path, who: null })
  // Where it is and what they do, the person says: nothing is taken for it.
  await appears(page.getByRole('checkbox', { name: 'I treat patients', checked: false }))
  await tellClinic(page, '')
  await appears(page.getByText('Choose the country.'))
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Asia/Dubai')
  // A country without a number in our list can be chosen too, and that is said.
  await page.getByLabel('Country').selectOption('RS')
  await appears(page.getByText(/We have no checked emergency number for Serbia/))
  await tellClinic(page)
  await setUpApp(page)
  await isHeaded(page, 'Nobody waits for you')
  await appears(page.getByRole('link', { name: 'Afterglow Riverside' }))
  expect(page.url()).toMatch(/#\/today$/)
  // There is a clinic: nobody is given another link by just asking.
  expect(await setupLink(deps)).toBeNull()

  await isSaidToBeGone(await open({ path, who: null }))
  const late = await unasked(path)
  await tellClinic(late)
  await isRefused(late)
  const clinics = await deps.db.selectFrom('authOrganization').select('id').execute()
  expect(clinics).toHaveLength(1)
})
