import type { Locator, Page } from 'playwright-core'

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

/** Through the address, as a link on paper would. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(`#/${screen}`)}`)
  await appears(page.locator('main h1').first())
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
