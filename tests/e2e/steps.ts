import type { Locator, Page } from 'playwright-core'

/** A session as a person tells it, with the words of the screen. */
export interface Told {
  readonly day: string
  /** Where the day is told as a date. */
  readonly date?: string
  readonly time: string
  readonly device: string
}

export const THIS_MORNING: Told = { day: 'Today', time: '10:45', device: 'A pen' }

/** From the first page through the six questions to the plan. */
export async function tellSession(page: Page, told: Told = THIS_MORNING): Promise<void> {
  await page.getByRole('link', { name: 'Start: six short questions' }).click()
  await answerEnded(page, told)
  await answer(page, 'Where was it done?', 'At a clinic, a salon or a doctor')
  await answer(page, 'What was used?', told.device)
  await answer(page, 'Which part of your body?', 'Face')
  await answer(page, 'Was anything else done in the same visit?', 'No, nothing else')
  await answer(page, 'Is any of this true of you?', 'None of these')
  await page.waitForURL(/#\/today/)
  await appears(page.getByRole('heading', { level: 1 }))
}

export async function answerEnded(page: Page, { day, date, time }: Told): Promise<void> {
  await isHeaded(page, 'When did the session end?')
  await page.getByRole('radio', { name: day, exact: true }).check()
  if (date !== undefined) await page.getByLabel('Date').fill(date)
  await page.getByLabel('Time it ended').fill(time)
  await goOn(page)
}

/** Ticks one answer of the question on the screen, and goes on. */
export async function answer(page: Page, question: string, words: string): Promise<void> {
  await isHeaded(page, question)
  await page.getByLabel(words).first().check()
  await goOn(page)
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
  await what.waitFor({ state: 'visible', timeout: 15_000 })
  return true
}

async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Next|Show my plan)$/ }).click()
}
