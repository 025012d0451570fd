import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { LANGUAGES, LOCALES, lookAt, lookAtAll, violations } from './axe.ts'
import { useBrowser } from './open-app.ts'
import { SCREENS } from './screens.ts'
import { appears, goTo, isHeaded, openEraseSheet, openExample, tellSession } from './steps.ts'

const { open, complaints } = useBrowser()

const SCHEMES = ['light', 'dark'] as const

const APP_SCREENS = join(import.meta.dirname, '../../packages/web/src/screens')

it('looks at every screen that the app has', () => {
  const files = globSync('*/*-screen.tsx', { cwd: APP_SCREENS })
  const names = files.map((file) => file.split('/')[0] ?? '')
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !SCREENS.includes(name))).toEqual([])
})

/** Each language once and each scheme in each direction: what a colour is does not depend on the words. */
const LOOKS = [
  ['en', 'light'],
  ['es', 'dark'],
  ['ar', 'dark'],
  ['ur', 'light'],
] as const

it('looks in every language that the app has', () => {
  expect(LOOKS.map(([locale]) => locale).toSorted()).toEqual(LANGUAGES.toSorted())
})

it.each(LOOKS)(
  'finds nothing on any screen in %s, %s',
  async (locale, scheme) => {
    const page = await open({ locale: LOCALES[locale], scheme })
    await openExample(page)
    expect(await lookAtAll(page)).toEqual([])
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
