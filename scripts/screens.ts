/**
 * Takes the pictures of docs/screens: every screen of the built app with the example session, on a phone and on a desk, in
 * the dark, and in a language that runs from right to left; then the clinic's console. `npm run screens`; then look at them.
 * `-- --only app` or `-- --only clinic` takes one half, and leaves the other's pictures.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildApp } from './build-app.ts'
import { CHROMIUM_ARGS, requireChromium } from './chromium.ts'
import { takeClinic } from './clinic-screens.ts'
import { serveFolder } from './static-server.ts'

const OUT = join(import.meta.dirname, '../docs/screens')
/** An hour after the example session. */
const NOW = '2026-11-22T11:45:00+04:00'
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

interface Look {
  readonly name: string
  readonly size: typeof PHONE
  readonly scheme: 'light' | 'dark'
  readonly locale: string
}

const LOOKS: readonly Look[] = [
  { name: 'phone', size: PHONE, scheme: 'light', locale: 'en-GB' },
  { name: 'phone-dark', size: PHONE, scheme: 'dark', locale: 'en-GB' },
  { name: 'phone-ar', size: PHONE, scheme: 'light', locale: 'ar-AE' },
  { name: 'phone-ur', size: PHONE, scheme: 'dark', locale: 'ur-PK' },
  { name: 'desk', size: DESK, scheme: 'light', locale: 'en-GB' },
  { name: 'desk-dark', size: DESK, scheme: 'dark', locale: 'en-GB' },
]

const SCREENS = [
  ['today', '#/today'],
  ['can-i', '#/can-i'],
  ['answer', '#/can-i/makeup'],
  ['ask', '#/ask'],
  ['products', '#/products'],
  ['timeline', '#/timeline'],
  ['check-in', '#/check-in'],
  ['sessions', '#/sessions'],
  ['results', '#/results'],
  ['help', '#/help'],
  ['more', '#/more'],
  ['share', '#/share'],
  ['sheet', '#/print'],
] as const

async function takeLook(browser: Browser, url: string, look: Look): Promise<void> {
  const context = await browser.newContext({
    viewport: look.size,
    colorScheme: look.scheme,
    locale: look.locale,
    timezoneId: 'Asia/Dubai',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.clock.install({ time: new Date(NOW) })
  await page.goto(url)
  await take(page, `${look.name}-start`)
  await page.locator('.ways').getByRole('button').first().click()
  await page.waitForURL(/#\/today/)
  for (const [name, route] of SCREENS) {
    await page.goto(`${url}${route}`)
    await take(page, `${look.name}-${name}`)
  }
  await context.close()
}

/** Once what it fetches is there and drawn. */
async function take(page: Page, name: string): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(OUT, `${name}.png`) })
}

const HALVES = ['app', 'clinic'] as const
const { values } = parseArgs({ options: { only: { type: 'string' } } })
const halves = HALVES.filter((one) => values.only === undefined || values.only === one)
if (halves.length === 0) {
  console.error(`--only: is one of ${HALVES.join(', ')}`)
  process.exit(2)
}

/** The pictures that were there of a half are taken anew, and those of a screen that is no more go. */
function clear(half: (typeof HALVES)[number]): void {
  mkdirSync(OUT, { recursive: true })
  for (const name of readdirSync(OUT))
    if (name.startsWith('clinic-') === (half === 'clinic')) rmSync(join(OUT, name))
}

const app = buildApp('screens')
const server = await serveFolder(app.folder)
const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS })
try {
  for (const half of halves) {
    clear(half)
    if (half === 'clinic') await takeClinic(browser, { appFolder: app.folder, out: OUT })
    else for (const look of LOOKS) await takeLook(browser, server.url, look)
  }
} finally {
  await browser.close()
  await server.close()
  app.remove()
}
