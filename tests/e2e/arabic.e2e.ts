import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { appears, goTo, openExample, tellSession } from './steps.ts'

const { open } = useBrowser()

const ARABIC = /\p{Script=Arabic}/u

async function boxOf(page: Page, selector: string): Promise<{ x: number; width: number }> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`nothing at ${selector}`)
  return box
}

it.each([
  ['ar', 'ar-AE'],
  ['ur', 'ur-PK'],
])('reads from right to left in %s, in its own language', async (lang, locale) => {
  const page = await open({ locale })
  await appears(page.locator('main h1'))
  const html = page.locator('html')
  expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([lang, 'rtl'])
  expect(await page.locator('main h1').innerText()).toMatch(ARABIC)
  await tellSession(page)
  expect(await page.locator('main h1').first().innerText()).toMatch(ARABIC)
  const [first, last] = [await boxOf(page, '.nav-today'), await boxOf(page, '.nav-help')]
  expect(first.x).toBeGreaterThan(last.x)
})

it('leaves no word of the interface in English on the main screens', async () => {
  const page = await open({ locale: 'ar-AE' })
  await tellSession(page)
  for (const screen of ['today', 'can-i', 'timeline', 'check-in', 'sessions', 'more']) {
    await goTo(page, screen)
    const english = await page.evaluate<
      readonly string[]
    >(`[...document.querySelectorAll('button, a, h1, h2, legend, label')]
      .filter((one) => one.closest('[lang=en]') === null && one.getClientRects().length > 0)
      .map((one) => one.innerText.trim())
      .filter((text) => /^[A-Za-z' ]{4,}$/.test(text) && text !== 'Afterglow')`)
    expect(english, screen).toEqual([])
  }
})

it('says that the translation is a draft, and shows English beside every care card', async () => {
  const page = await open({ locale: 'ar-AE' })
  await openExample(page)
  await goTo(page, 'help')
  const english = page.locator('main [lang=en]')
  expect(await appears(english.filter({ hasText: 'Trouble breathing' }).first())).toBe(true)
  await goTo(page, 'more')
  expect(await appears(page.getByText('مسودة').first())).toBe(true)
})

it('shows the digits that the person chose, and the emergency number in the ones on the keys', async () => {
  const page = await open({ locale: 'ar-AE' })
  await tellSession(page)
  const digits = () => page.getByRole('main').innerText()
  expect(await digits()).not.toMatch(/[٠-٩]/)
  await goTo(page, 'more')
  await page.locator('input[value=arab]').click()
  await appears(page.locator('input[value=arab]:checked'))
  await goTo(page, 'today')
  expect(await digits()).toMatch(/[٠-٩]/)
  await goTo(page, 'help')
  await page.locator('select').selectOption('AE')
  const call = page.locator('a[href^="tel:"]')
  expect(await call.getAttribute('href')).toBe('tel:998')
  expect(await call.locator('bdi').innerText()).toBe('998')
})

it('switches to English and back without losing the plan', async () => {
  const page = await open({ locale: 'ar-AE' })
  await tellSession(page)
  await goTo(page, 'more')
  await page.getByRole('button', { name: 'English' }).click()
  await page.locator('html[lang=en][dir=ltr]').waitFor()
  await goTo(page, 'today')
  expect(await appears(page.getByText('Day 0 · 1 hour after'))).toBe(true)
})
