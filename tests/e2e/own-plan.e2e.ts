import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import {
  appears,
  choose,
  goTo,
  isHeaded,
  openExample,
  submit,
  tellSession,
  THIS_MORNING,
} from './steps.ts'

const { open } = useBrowser()

/** Something that has happened since the session was told: a plan made anew would not have it. */
async function tellMakeup(page: Page): Promise<void> {
  await goTo(page, 'can-i/makeup')
  await page.getByRole('button', { name: 'I already did it' }).click()
  await appears(page.getByText('You told us that you did it'))
}

async function isMakeupTold(page: Page): Promise<boolean> {
  await goTo(page, 'can-i/makeup')
  return appears(page.getByText('You told us that you did it'))
}

async function openSettings(page: Page, record: unknown): Promise<void> {
  const content = JSON.stringify({ afterglow: 1, session: null, record })
  await goTo(page, 'open')
  await page.locator('input[type=file]').setInputFiles({
    name: 'settings.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  })
  await page.getByRole('button', { name: 'Open it' }).click()
  await page.waitForURL(/#\/today$/)
}

it('never makes another plan in the place of the own one: the start leads to Today', async () => {
  const page = await open()
  await tellSession(page)
  await tellMakeup(page)
  for (const address of ['start', 'start/1', 'start/6']) {
    await page.evaluate(`location.hash = '#/${address}'`)
    await page.waitForURL(/#\/today$/)
    await appears(page.locator('main h1').first())
  }
  expect(await isMakeupTold(page)).toBe(true)
})

it('does not come back to the last question, and from it to a plan made anew', async () => {
  const page = await open()
  await tellSession(page)
  await page.goBack()
  await page.waitForURL(/#\/today$/)
  expect(await appears(page.getByText('Day 0 · 1 hour after'))).toBe(true)
})

it('leads back from opening a file to where it was asked for', async () => {
  const page = await open()
  expect(await backOfOpen(page)).toBe('#/start')
  await goTo(page, 'start')
  await openExample(page)
  expect(await backOfOpen(page)).toBe('#/start')
  await page.goto(page.url().replace(/#.*/, '#/start'))
  await tellSession(page)
  expect(await backOfOpen(page)).toBe('#/more')
})

async function backOfOpen(page: Page): Promise<string | null> {
  await goTo(page, 'open')
  return page.locator('main a.back, a.page-back').first().getAttribute('href')
}

it('takes from a file without a session its settings alone', async () => {
  const page = await open()
  await tellSession(page)
  await tellMakeup(page)
  const settings = { isExample: true, answers: {}, ticked: {}, locale: 'es', country: 'ES' }
  await openSettings(page, settings)
  expect(await appears(page.locator('html[lang=es]'))).toBe(true)
  // The example alone has a way back to the questions.
  await page.evaluate(`location.hash = '#/start'`)
  await page.waitForURL(/#\/today$/)
})

it('asks when it ended on the planned day, and says that day alone before', async () => {
  const planned = { ...THIS_MORNING, day: 'planned', date: '2026-11-24', time: '' } as const
  const page = await open()
  await tellSession(page, planned)
  expect(await isHeaded(page, 'Tuesday 24 November')).toBe(true)
  expect(await page.locator('.hero').innerText()).not.toMatch(/:|hour/)
  expect(await appears(page.getByText(/^Planned to end Tuesday 24 November$/))).toBe(true)
  await page.clock.setFixedTime(new Date('2026-11-24T10:00:00+04:00'))
  await page.reload()
  expect(await appears(page.getByText('When did your session end?'))).toBe(true)
  await page.clock.setFixedTime(new Date('2026-11-25T10:00:00+04:00'))
  await page.reload()
  expect(await isHeaded(page, 'When did your session end?')).toBe(true)
})

it('asks on the planned day of a further session too', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'session/next')
  await choose(page, 'planned')
  await page.locator('input[type=date]').fill('2026-12-20')
  await submit(page)
  await page.waitForURL(/#\/session$/)
  await goTo(page, 'sessions')
  expect(await page.locator('.next-session').innerText()).not.toContain(':')
  await goTo(page, 'today')
  expect(await page.getByText('When did your session end?').count()).toBe(0)
  await page.clock.setFixedTime(new Date('2026-12-20T18:00:00+04:00'))
  await page.reload()
  expect(await appears(page.getByText('When did your session end?'))).toBe(true)
})

it('marks what is shut on the printed sheet with its answer of now, not with the one to come', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'print')
  const shut = page
    .locator('.paper-group')
    .filter({ has: page.getByRole('heading', { name: /^Not before/ }) })
  expect(await appears(shut.locator('.mark-avoid').first())).toBe(true)
  expect(await shut.locator('.mark-allowed, .mark-recommended, .mark-caution').count()).toBe(0)
})

it('says on the printed sheet what lasts for months to years in words, and the ends of signs by the day', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'print')
  const item = page.locator('.paper-list li').filter({ hasText: 'Stay out of direct sun.' })
  expect(await appears(item)).toBe(true)
  expect(await item.innerText()).toMatch(/\(for months to years\)$/)
  const ends = page.locator('.paper-group').filter({ hasText: 'Usually until' }).locator('td')
  const told = await ends.allInnerTexts()
  expect(told.length).toBeGreaterThan(2)
  expect(told.filter((text) => !/^\w{3} \d+ \w{3}$/.test(text))).toEqual([])
})
