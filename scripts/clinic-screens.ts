import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { fillClinic } from '../packages/server/src/demo/fill-clinic.ts'
import { asking, type Member, newClinic, openClinicServer } from './clinic-server.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

const LOOKS = [
  { name: 'clinic-desk', size: DESK, scheme: 'light', locale: 'en-GB' },
  { name: 'clinic-desk-dark', size: DESK, scheme: 'dark', locale: 'en-GB' },
  { name: 'clinic-phone', size: PHONE, scheme: 'light', locale: 'en-GB' },
  { name: 'clinic-desk-ar', size: DESK, scheme: 'light', locale: 'ar-AE' },
] as const

/** The console with a made-up clinic in it, in the state that it has right after it was filled. */
export async function takeClinic(
  browser: Browser,
  given: { readonly appFolder: string; readonly out: string },
): Promise<void> {
  const server = await openClinicServer({ appFolder: given.appFolder })
  try {
    const owner = await newClinic(server, 'Riverside Skin Clinic')
    await fillClinic(server.deps, owner)
    const ask = asking(server, owner)
    const { items } = await ask('GET', '/v1/patients?limit=100')
    // As the list of patients has them.
    const patients = items as readonly { readonly name: string; readonly patientId: string }[]
    const anna = patients.find(({ name }) => name === 'Anna Kowalska')?.patientId ?? ''
    for (const look of LOOKS) {
      const context = await signedIn(browser, { owner, url: server.url, look })
      const page = await context.newPage()
      await page.goto(`${server.url}clinic.html#/today`)
      for (const [name, route] of screensOf(anna))
        await take(page, { route, out: join(given.out, `${look.name}-${name}.png`) })
      await context.close()
    }
  } finally {
    await server.close()
  }
}

function screensOf(anna: string): readonly (readonly [name: string, route: string])[] {
  return [
    ['today', 'today'],
    ['patient', `patients/${anna}`],
    ['plan', `patients/${anna}/plan`],
    ['course', `patients/${anna}/course`],
    ['photos', `patients/${anna}/photos`],
    ['new-session', `new-session/${anna}`],
    ['sheet', `sheet/${anna}`],
    ['series', 'series/all'],
    ['protocol', 'protocol'],
    ['evidence', 'protocol/subject/makeup'],
    ['settings', 'settings/look'],
  ]
}

interface SigningIn {
  readonly owner: Member
  readonly url: string
  readonly look: (typeof LOOKS)[number]
}

async function signedIn(
  browser: Browser,
  { owner, url, look }: SigningIn,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: look.size,
    colorScheme: look.scheme,
    locale: look.locale,
    timezoneId: 'Asia/Dubai',
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ ...owner.cookie, url, httpOnly: true }])
  return context
}

/** Once what it asks for is there and drawn. */
async function take(
  page: Page,
  { route, out }: { readonly route: string; readonly out: string },
): Promise<void> {
  await page.evaluate(`location.hash = '#/${route}'`)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(800)
  await page.screenshot({ path: out })
}
