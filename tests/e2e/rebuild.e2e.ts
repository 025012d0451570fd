import { toQr } from '@afterglow/formats'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { appears, goTo, isHeaded, tellSession } from './steps.ts'

const { open } = useBrowser()

/** The link behind the square on the screen, by its button. */
async function linkOf(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await goTo(page, 'share')
  await page.getByRole('button', { name: 'Copy the link' }).click()
  await appears(page.getByText('Copied', { exact: true }))
  return page.evaluate<string>('navigator.clipboard.readText()')
}

/** As a browser does that needs room, or a person who clears everything. */
async function wipe(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const origin = new URL(inject('appUrl')).origin
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
}

async function acceptPlan(page: Page): Promise<void> {
  await appears(page.getByText('This is what it holds'))
  await page.getByRole('button', { name: 'Open it', exact: true }).click()
}

it('comes back from the link in the square after everything was wiped', async () => {
  const page = await open()
  await tellSession(page)
  const link = await linkOf(page)
  const square = await page.locator('img.square').getAttribute('src')
  const drawn = toQr(link)
  expect(drawn.ok && encodeURIComponent(drawn.value)).toBe(square?.split('utf8,')[1])
  await wipe(page)
  await page.goto(inject('appUrl'))
  await page.reload()
  expect(await appears(page.locator('a[href="#/start/1"]'))).toBe(true)
  await page.goto(link)
  await acceptPlan(page)
  expect(await appears(page.getByText('Day 0 · 1 hour after'))).toBe(true)
  expect(await appears(page.getByText('Mon 23 Nov, 10:45').first())).toBe(true)
})

it('comes back from the typed code on another phone', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'share')
  const code = await page.locator('.code').innerText()
  const other = await open()
  await other.locator('a[href="#/open"]').first().click()
  await other.getByLabel('Code or link').fill(code.toLowerCase())
  await other.getByRole('button', { name: 'Open', exact: true }).click()
  await acceptPlan(other)
  expect(await appears(other.getByText('Mon 23 Nov, 10:45').first())).toBe(true)
})

it('says before any answer, and beside every one, what a code could not carry', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'can-i/makeup')
  await page.getByRole('link', { name: 'Check in', exact: true }).click()
  await page
    .getByRole('group', { name: 'Trouble breathing' })
    .getByRole('radio', { name: 'Yes' })
    .check()
  await page.locator('.check-in-ways').getByRole('button').first().click()
  await isHeaded(page, 'Call the emergency number now')
  await goTo(page, 'share')
  const code = await page.locator('.code').innerText()
  const other = await open()
  await goTo(other, 'open')
  await other.getByLabel('Code or link').fill(code)
  await other.getByRole('button', { name: 'Open', exact: true }).click()
  const warning = other.getByText(/your check-ins\. Until you tell us again.*Ask your clinic/)
  expect(await appears(warning)).toBe(true)
  await acceptPlan(other)
  const note = other.getByText(/could not carry: your check-ins\. Until that is told again/)
  for (const screen of ['today', 'can-i/sunscreen', 'timeline', 'print']) {
    await goTo(other, screen)
    expect(await appears(note), screen).toBe(true)
  }
  await goTo(other, 'today')
  await other.getByRole('button', { name: 'I have seen to it' }).click()
  await goTo(other, 'timeline')
  expect(await note.count()).toBe(0)
})

it('opens nothing from a code with a slip in it', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'share')
  const code = await page.locator('.code').innerText()
  const last = code.at(-1) === '2' ? '3' : '2'
  const other = await open()
  await goTo(other, 'open')
  await other.getByLabel('Code or link').fill(code.slice(0, -1) + last)
  await other.getByRole('button', { name: 'Open', exact: true }).click()
  expect(await appears(other.getByRole('alert').filter({ hasText: /\S/ }))).toBe(true)
  expect(await other.getByText('This is what it holds').count()).toBe(0)
})

it('asks before a link takes the place of the plan that is there', async () => {
  const page = await open()
  await tellSession(page)
  const link = await linkOf(page)
  const other = await open({ at: '2026-11-25T12:00:00+04:00' })
  await tellSession(other)
  await other.goto(link)
  await isHeaded(other, 'Open your plan')
  expect(await appears(other.getByText(/takes the place of the plan/))).toBe(true)
  await other.getByRole('link', { name: 'No, leave it' }).click()
  expect(await appears(other.getByText('Day 0 · 1 hour after'))).toBe(true)
})
