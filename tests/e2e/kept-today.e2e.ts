import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { appears, goTo, isHeaded, tellSession, untilTodayDropped, untilTodayKept } from './steps.ts'

const { open } = useBrowser()

/** Notes what of a kept Today is in the page at any time, however soon the app draws over it. */
const WATCH = `globalThis.keptSeen = null
new MutationObserver(() => {
  const kept = document.querySelector('[data-kept]')
  if (kept) globalThis.keptSeen = {
    heading: kept.querySelector('h1').textContent,
    kicker: kept.querySelector('.page-kicker').textContent,
    free: kept.querySelectorAll('input:not([inert]), button:not([inert])').length,
  }
}).observe(document, { childList: true, subtree: true })`

/** Loads the page, waits until the app has drawn it, and says what was kept in it before. */
async function keptAtStart(page: Page): Promise<unknown> {
  await page.addInitScript(WATCH)
  await page.reload()
  await appears(page.locator('#app > :not([data-kept]) h1').first())
  return page.evaluate('globalThis.keptSeen')
}

async function openWithKept(): Promise<Page> {
  const page = await open()
  await tellSession(page)
  await untilTodayKept(page)
  return page
}

it('shows the kept Today at the start, its controls inert, and draws the same over it', async () => {
  const page = await openWithKept()
  const heading = await page.locator('main h1').innerText()
  expect(await keptAtStart(page)).toMatchObject({ heading, free: 0 })
  expect(await page.locator('main h1').innerText()).toBe(heading)
  expect(await page.locator('[inert]').count()).toBe(0)
})

it('shows nothing kept once anything is told', async () => {
  const page = await openWithKept()
  await page.locator('.task input').first().check()
  await untilTodayDropped(page)
  expect(await keptAtStart(page)).toBeNull()
})

it('shows nothing kept once a check-in has raised an alarm', async () => {
  const page = await openWithKept()
  await goTo(page, 'check-in')
  const breathing = page.getByRole('group', { name: 'Trouble breathing' })
  await breathing.getByRole('radio', { name: 'Yes' }).check()
  await page.locator('.check-in-ways').getByRole('button').first().click()
  expect(await isHeaded(page, 'Call the emergency number now')).toBe(true)
  await untilTodayDropped(page)
  await page.evaluate("location.hash = ''")
  expect(await keptAtStart(page)).toBeNull()
})

it('shows nothing kept once its time is over', async () => {
  const page = await openWithKept()
  await page.clock.setSystemTime(new Date('2026-11-24T12:00:00+04:00'))
  expect(await keptAtStart(page)).toBeNull()
})

it('shows nothing kept where the clock was set back', async () => {
  const page = await openWithKept()
  await page.clock.setSystemTime(new Date('2026-11-22T11:50:00+04:00'))
  expect(await keptAtStart(page)).toBeNull()
})
