import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { appears, goTo, isHeaded, tellSession, THIS_MORNING } from './steps.ts'

const { open } = useBrowser()

/** Opens the check-in and says no to everything until a question with this name is there, or no more are. */
async function sayNoUntil(page: Page, sign?: string): Promise<void> {
  await page.locator('.nav-check-in').click()
  const place = page.getByText(/^Check-in, \d of \d$/)
  await appears(place)
  for (let part = 1; (await place.count()) > 0; part++) {
    await appears(page.getByText(new RegExp(`^Check-in, ${part} of`)))
    if (sign && (await page.getByRole('group', { name: sign, exact: true }).count()) > 0) return
    const noFever = page.getByLabel(/^No, I do not feel hot/)
    if ((await noFever.count()) > 0) await noFever.check()
    await goOn(page)
    await appears(page.getByText(new RegExp(`^Check-in, ${part + 1} of|^Keep in mind$`)))
  }
}

/** The one button that goes on; what it says depends on what is answered. */
async function goOn(page: Page): Promise<void> {
  await page.locator('.check-in-ways').getByRole('button').first().click()
}

it('ends the questions at an alarm, and says whom to call', async () => {
  const page = await open()
  await tellSession(page)
  await sayNoUntil(page, 'Trouble breathing')
  const breathing = page.getByRole('group', { name: 'Trouble breathing' })
  await breathing.getByRole('radio', { name: 'Yes' }).check()
  await goOn(page)
  expect(await isHeaded(page, 'Call the emergency number now')).toBe(true)
  await page.getByLabel('Which country are you in now?').selectOption({ label: 'Pakistan' })
  const call = page.getByRole('link', { name: 'Call 1122' })
  expect(await call.getAttribute('href')).toBe('tel:1122')
})

it('goes from the alarm itself to who to call, and keeps it on Today until the next check-in', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'check-in')
  const breathing = page.getByRole('group', { name: 'Trouble breathing' })
  await breathing.getByRole('radio', { name: 'Yes' }).check()
  await breathing.getByRole('button', { name: 'Show me who to call' }).click()
  expect(await isHeaded(page, 'Call the emergency number now')).toBe(true)
  await goTo(page, 'today')
  const alarm = page.getByRole('region', { name: 'Call the emergency number now' })
  expect(await appears(alarm)).toBe(true)
  expect(await alarm.getByRole('link', { name: 'When to get help' }).count()).toBe(1)
  await page.clock.runFor(60_000)
  await sayNoUntil(page)
  await goTo(page, 'today')
  expect(await alarm.count()).toBe(0)
})

it('shows the advice from its top', async () => {
  const page = await open({ at: '2026-11-23T12:00:00+04:00' })
  await tellSession(page, { ...THIS_MORNING, day: 'earlier', date: '2026-11-22' })
  await sayNoUntil(page)
  await appears(page.getByRole('heading', { name: 'Keep in mind' }))
  expect(await page.evaluate('scrollY')).toBe(0)
})

it('changes the plan where a sign is still there, and says so', async () => {
  const page = await open({ at: '2026-11-23T12:00:00+04:00' })
  await tellSession(page, { ...THIS_MORNING, day: 'earlier', date: '2026-11-15' })
  await goTo(page, 'can-i/sweating')
  const status = (words: string) => page.getByRole('main').getByText(words, { exact: true }).first()
  expect(await appears(status('With care'))).toBe(true)
  await sayNoUntil(page, 'Redness')
  await page
    .getByRole('group', { name: 'Redness', exact: true })
    .getByRole('radio', { name: 'Medium' })
    .check()
  await goOn(page)
  await goOn(page)
  expect(await isHeaded(page, 'Contact your clinic')).toBe(true)
  const change = page.locator('main a[href="#/can-i/sweating"]')
  expect(await change.innerText()).toMatch(/Not yet[\s\S]*Before: With care/)
  const notes = await page.locator('main .row-note').allTextContents()
  expect(notes.filter((note) => /^(.+)\. Before: \1$/.test(note))).toEqual([])
  await goTo(page, 'can-i/sweating')
  expect(await appears(status('Not yet'))).toBe(true)
})

it('gives the whole safety net even where nothing was found', async () => {
  const page = await open()
  await tellSession(page)
  await sayNoUntil(page)
  const text = await page.getByRole('main').innerText()
  expect(text).toContain('We cannot see or feel your skin')
  expect(text).toContain('Watch for redness or heat that spreads')
  expect(text).toContain('Get help today for any of these')
  expect(text).toContain('Each day should be a little better')
  expect(text).toContain('do not wait')
})

it('hears an alarm in what a person writes in their own words', async () => {
  const page = await open({ at: '2026-11-23T12:00:00+04:00' })
  await tellSession(page, { ...THIS_MORNING, day: 'earlier', date: '2026-11-22' })
  await sayNoUntil(page, 'A lump')
  await page.getByText('Add something in your own words').click()
  await page
    .getByLabel('What else do you notice?')
    .fill('my throat is closing and I cannot breathe')
  await goOn(page)
  expect(await isHeaded(page, 'Call the emergency number now')).toBe(true)
})

it('leads from a sign that is looked up to when to get help', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'can-i')
  await page.getByLabel('Search for anything').fill('i cant breathe')
  const help = page.getByRole('link', { name: /^Trouble breathing/ })
  expect(await appears(help)).toBe(true)
  expect(await help.getAttribute('href')).toBe('#/help')
})
