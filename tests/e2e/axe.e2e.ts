import { globSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { SCREENS } from './screens.ts'
import { appears, goTo, isHeaded, openEraseSheet, openExample, tellSession } from './steps.ts'

const { open, complaints } = useBrowser()

const LOCALES = { en: 'en-GB', es: 'es-ES', ar: 'ar-AE', ur: 'ur-PK' } as const
const SCHEMES = ['light', 'dark'] as const

const APP_SCREENS = join(import.meta.dirname, '../../packages/web/src/screens')

interface Size {
  readonly width: number
  readonly height: number
}

/** What WCAG asks for: 320 pixels, and 1280 by 1024 at 400 %, which is as narrow, and low. */
const NARROW: Size = { width: 320, height: 640 }
const ENLARGED: Size = { width: 320, height: 256 }

/**
 * What axe finds, its rule on the size of targets turned on. The page is looked at in one piece: what the bar at the
 * bottom covers for the moment can be scrolled free, and is not small for that.
 */
async function violations(page: Page): Promise<readonly string[]> {
  const { width = 390, height = 844 } = page.viewportSize() ?? {}
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height: Math.max(height, whole + 100) })
  const found = await new AxeBuilder({ page })
    // Without a second page for frames of other hosts: there are none.
    .setLegacyMode()
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    .analyze()
  await page.setViewportSize({ width, height })
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  )
}

/** True where something is wider than the page: then it has to be scrolled in two directions. */
async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )
}

/** The heading of an address that no screen has. */
async function headingOfNothing(page: Page): Promise<string> {
  await goTo(page, 'no-such-screen')
  return page.locator('main h1').first().innerText()
}

/** What is wrong as the page is; and whether it is too wide in another size. axe sees it whole: the same in both. */
async function lookAt(page: Page, other?: Size): Promise<readonly string[]> {
  const found = [...(await violations(page))]
  if (await isTooWide(page)) found.push('wider than the page')
  const own = page.viewportSize()
  if (!other || !own) return found
  await page.setViewportSize(other)
  if (await isTooWide(page)) found.push(`wider than the page at ${other.width} by ${other.height}`)
  await page.setViewportSize(own)
  return found
}

/** What is wrong on each screen, by its address. */
async function lookAtAll(page: Page, other?: Size): Promise<readonly string[]> {
  const nothing = await headingOfNothing(page)
  const found: string[] = []
  for (const screen of SCREENS) {
    await goTo(page, screen)
    const isThere = (await page.locator('main h1').first().innerText()) !== nothing
    const troubles = isThere ? await lookAt(page, other) : ['no such screen']
    found.push(...troubles.map((trouble) => `${screen}: ${trouble}`))
  }
  return found
}

it('looks at every screen that the app has', () => {
  const files = globSync('*/*-screen.tsx', { cwd: APP_SCREENS })
  const names = files.map((file) => file.split('/')[0] ?? '')
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !SCREENS.includes(name))).toEqual([])
})

const LANGUAGES = Object.keys(LOCALES) as readonly (keyof typeof LOCALES)[] // The keys written above.
const COLOURS = LANGUAGES.flatMap((locale) => SCHEMES.map((scheme) => [locale, scheme] as const))

it.each(COLOURS)(
  'finds nothing on any screen in %s, %s',
  async (locale, scheme) => {
    const page = await open({ locale: LOCALES[locale], scheme })
    await openExample(page)
    expect(await lookAtAll(page)).toEqual([])
  },
  600_000,
)

it.each(LANGUAGES)(
  'finds nothing on any screen in %s, narrow and enlarged, and scrolls one way only',
  async (locale) => {
    const page = await open({ locale: LOCALES[locale], ...NARROW })
    await openExample(page)
    expect(await lookAtAll(page, ENLARGED)).toEqual([])
  },
  600_000,
)

/** The first button goes on: with no to what is left open. */
async function goOn(page: Page): Promise<void> {
  await page.locator('.check-in-ways').getByRole('button').first().click()
}

it.each(SCHEMES)('finds nothing past the first look of a screen, in %s', async (scheme) => {
  const page = await open({ scheme })
  await tellSession(page)
  await goTo(page, 'check-in')
  await goOn(page)
  await appears(page.getByText(/^Check-in, 2 of/))
  expect(await lookAt(page), 'second part of the check-in').toEqual([])
  await goTo(page, 'today')
  await goTo(page, 'check-in')
  const breathing = page.getByRole('group', { name: 'Trouble breathing' })
  await breathing.getByRole('radio', { name: 'Yes' }).check()
  expect(await lookAt(page), 'an alarm told').toEqual([])
  await goOn(page)
  await isHeaded(page, 'Call the emergency number now')
  expect(await lookAt(page), 'what to do about it').toEqual([])
  await openEraseSheet(page)
  expect(await lookAt(page), 'an open sheet').toEqual([])
})

it('finds nothing on the care cards that need no script', async () => {
  const page = await open({ url: `${inject('appUrl')}help.html` })
  await appears(page.getByRole('heading', { level: 1 }))
  expect(await violations(page)).toEqual([])
})

it('would find a low contrast and a small target', async () => {
  const page = await open()
  await appears(page.getByRole('heading', { level: 1 }))
  await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
    '<p id="pale">pale words</p><div id="row"><button id="one"></button><button id="two"></button></div>')
    pale.style.color = 'color-mix(in oklab, canvas 90%, canvastext)'
    row.style.display = 'flex'
    for (const small of [one, two])
      small.style = 'inline-size: 9px; block-size: 9px; min-inline-size: 0; min-block-size: 0; padding: 0'`)
  const found = (await violations(page)).join('\n')
  expect(found).toContain('color-contrast: #pale')
  expect(found).toContain('target-size: #one')
  expect(found).toContain('button-name: #two')
  complaints()
})
