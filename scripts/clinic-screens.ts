import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Member, openClinicServer } from './clinic-server.ts'
import { type FilledClinic, newFilledClinic } from './filled-clinic.ts'

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
    const clinic = await newFilledClinic(server)
    const { owner } = clinic
    for (const look of LOOKS) {
      const context = await signedIn(browser, { owner, url: server.url, look })
      const page = await context.newPage()
      await page.goto(`${server.url}clinic.html#/today`)
      for (const [name, route] of screensOf(clinic))
        await take(page, { route, out: join(given.out, `${look.name}-${name}.png`) })
      await context.close()
    }
    await takeLinked(browser, { link: clinic.link, out: given.out })
  } finally {
    await server.close()
  }
}

function screensOf({
  patientId: anna,
  alertId,
}: FilledClinic): readonly (readonly [name: string, route: string])[] {
  return [
    ['today', 'today'],
    ['inbox', `inbox/${alertId}`],
    ['patient', `patients/${anna}`],
    ['plan', `patients/${anna}/plan`],
    ['course', `patients/${anna}/course`],
    ['photos', `patients/${anna}/photos`],
    ['new-session', `new-session/${anna}`],
    ['sheet', `sheet/${anna}`],
    ['series', 'series/all'],
    ['protocol', 'protocol'],
    ['evidence', 'protocol/subject/makeup'],
    ['insight', 'insight'],
    ['settings', 'settings/look'],
  ]
}

/** What their patient has of it, on a phone: an invitation opens once, so it is the same phone in light and in dark. */
const PATIENTS_SCREENS = ['today', 'messages', 'my-clinic']

async function takeLinked(
  browser: Browser,
  { link, out }: { readonly link: string; readonly out: string },
): Promise<void> {
  const context = await browser.newContext({ ...asSeen(PHONE, 'en-GB'), colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(link)
  await take(page, { out: join(out, 'clinic-patient-join.png') })
  await page.getByRole('button', { name: 'Open my plan' }).click()
  await page.waitForURL(/#\/today$/)
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    const name = scheme === 'light' ? 'clinic-patient' : 'clinic-patient-dark'
    for (const route of PATIENTS_SCREENS)
      await take(page, { route, out: join(out, `${name}-${route}.png`) })
  }
  await context.close()
}

function asSeen(viewport: typeof PHONE, locale: string) {
  return { viewport, locale, timezoneId: 'Asia/Dubai', reducedMotion: 'reduce' } as const
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
  const { size, locale, scheme } = look
  const context = await browser.newContext({ ...asSeen(size, locale), colorScheme: scheme })
  await context.addCookies([{ ...owner.cookie, url, httpOnly: true }])
  return context
}

/** Once what it asks for is there and drawn. */
async function take(
  page: Page,
  { route, out }: { readonly route?: string; readonly out: string },
): Promise<void> {
  if (route !== undefined) await page.evaluate(`location.hash = '#/${route}'`)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(800)
  await page.screenshot({ path: out })
}
