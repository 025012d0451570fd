import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A session as it is told: codes of the form's own choices, so that a better word on the screen breaks no test. */
export interface Told {
  readonly day: 'today' | 'yesterday' | 'earlier' | 'planned'
  /** Where the day is told as a date. */
  readonly date?: string
  readonly time: string
  readonly device: 'pen' | 'rf'
}

export const THIS_MORNING: Told = { day: 'today', time: '10:45', device: 'pen' }

/** From the first page through the six questions to the plan. */
export async function tellSession(page: Page, told: Told = THIS_MORNING): Promise<void> {
  await begin(page)
  await answerEnded(page, told)
  await answer(page, 2, 'clinic')
  await answer(page, 3, told.device)
  await answer(page, 4, 'face')
  await answer(page, 5, 'none')
  await answer(page, 6, 'none')
  await page.waitForURL(/#\/today/)
  await appears(page.locator('main h1'))
}

export async function begin(page: Page): Promise<void> {
  await page.locator('a[href="#/start/1"]').click()
}

export async function answerEnded(page: Page, { day, date, time }: Told): Promise<void> {
  await isQuestion(page, 1)
  await choose(page, day)
  if (date !== undefined) await page.locator('input[type=date]').fill(date)
  await page.locator('input[type=time]').fill(time)
  await submit(page)
}

/** Ticks one answer of a question, and goes on. */
export async function answer(page: Page, number: number, value: string): Promise<void> {
  await isQuestion(page, number)
  await choose(page, value)
  await submit(page)
}

export async function isQuestion(page: Page, number: number): Promise<boolean> {
  await page.waitForURL(new RegExp(`#/start/${number}$`))
  return appears(page.locator('form.question'))
}

export async function choose(page: Page, value: string): Promise<void> {
  await page.locator(`form.question input[value="${value}"]`).check()
}

export async function submit(page: Page): Promise<void> {
  await page.locator('form.question button[type=submit]').click()
}

/** The example, one tap from the first page, in any language. */
export async function openExample(page: Page): Promise<void> {
  await page.locator('.ways').getByRole('button').first().click()
  await page.waitForURL(/#\/today/)
  await appears(page.locator('main h1').first())
}

/** Through the address, as a link on paper would; the heading that is there before does not count. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await appears(page.locator('main h1').first())
  await page.evaluate(`(() => {
    const wanted = ${JSON.stringify(screen)}
    const here = location.hash.replace(/^#\\/?/, '') || 'today'
    if (here !== wanted) document.querySelector('main h1')?.setAttribute('data-left', '')
    location.hash = '#/' + wanted
  })()`)
  await appears(page.locator('main h1:not([data-left])').first())
}

/** As `goTo`, and waits until the screen has taken the focus to its heading, and given the window its title. */
export async function arriveAt(page: Page, screen: string): Promise<void> {
  await goTo(page, screen)
  await page.locator('#heading:focus').waitFor()
}

/** Starts the app at no screen: it never moves the focus on the one that it was started at, which is then none of ours. */
export async function startNowhere(page: Page): Promise<void> {
  await goTo(page, 'no-such-screen')
  await page.reload()
  await appears(page.locator('main h1'))
}

/** Erases nothing yet: opens the sheet that asks whether to. */
export async function openEraseSheet(page: Page): Promise<void> {
  await goTo(page, 'more')
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await appears(page.getByRole('dialog'))
}

/** Whether the start has something kept to show, read as the start reads it. */
const IS_KEPT = `new Promise((done) => {
  const opening = indexedDB.open('afterglow')
  opening.onsuccess = () => {
    const reading = opening.result.transaction('record').objectStore('record').get('today')
    reading.onsuccess = () => done((opening.result.close(), reading.result !== undefined))
  }
})`

export async function isTodayKept(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(IS_KEPT)
}

/** Lets the app's own clock run until Today is kept for the hours ahead; fails where it never is. */
export async function untilTodayKept(page: Page): Promise<void> {
  for (let k = 0; k < 60 && !(await isTodayKept(page)); k++) await page.clock.runFor(500)
  await page.clock.runFor(5000)
  expect(await isTodayKept(page), 'Today is kept').toBe(true)
}

/** Until nothing is kept; fails where something always is. */
export async function untilTodayDropped(page: Page): Promise<void> {
  await page.waitForFunction(`${IS_KEPT}.then((is) => !is)`)
}

/** True once the page has this heading; fails where it never comes. */
export async function isHeaded(page: Page, words: string | RegExp): Promise<boolean> {
  return appears(page.getByRole('heading', { level: 1, name: words }))
}

/** True once it is there to see; fails where it never is. */
export async function appears(what: Locator): Promise<boolean> {
  await what.waitFor({ state: 'visible', timeout: 30_000 })
  return true
}

/** Until the service worker has everything that it keeps. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await page.evaluate(`new Promise((done) => {
    if (navigator.serviceWorker.controller) done()
    navigator.serviceWorker.addEventListener('controllerchange', () => done())
  })`)
}
