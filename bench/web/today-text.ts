import type { Locator, Page } from 'playwright-core'

/** What Today says of one plan, as it is read on the screen. */
export interface TodayText {
  /** Which day and hour it is. */
  readonly when: string
  readonly heading: string
  readonly lead: string
  readonly tasks: readonly TaskText[]
  readonly moreTasksTitle: string
  readonly moreTasks: readonly TaskText[]
  readonly openings: readonly OpeningText[]
  /** How it usually goes now. */
  readonly said: readonly string[]
}

export interface TaskText {
  readonly title: string
  readonly note: string
  /** The times of day; empty where it is done as needed. */
  readonly times: string
}

export interface OpeningText {
  readonly when: string
  readonly countdown: string
  readonly subjects: readonly string[]
  /** How many more; empty where these are all. */
  readonly more: string
}

const LONGEST_WAIT_MS = 30_000

/** Reads Today from our own app, in which it is to be seen. */
export async function readToday(page: Page): Promise<TodayText> {
  await page.locator('.page-kicker').waitFor({ timeout: LONGEST_WAIT_MS })
  const tasks = page.locator('.card:has(.tasks)')
  // The folded ones are drawn when they are unfolded.
  await tasks.locator('.more > summary').click()
  await tasks.locator('.more .tasks').waitFor({ timeout: LONGEST_WAIT_MS })
  const said = page.locator('.card:has(.said)')
  return {
    when: await textIn(page.locator('.page-kicker')),
    heading: await textIn(page.locator('#heading')),
    lead: await textIn(page.locator('#heading + p')),
    tasks: await tasksIn(tasks.locator(':scope > .tasks > li')),
    moreTasksTitle: await textIn(tasks.locator('.more > summary')),
    moreTasks: await tasksIn(tasks.locator('.more .tasks > li')),
    openings: await each(page.locator('.opening'), openingIn),
    said: await said.locator('li, p').allTextContents(),
  }
}

/** Every text of it that is seen without a tap, in the order in which it is read. */
export function linesOf(today: TodayText): readonly string[] {
  const { when, heading, lead, tasks, moreTasksTitle, openings, said } = today
  return [
    when,
    heading,
    lead,
    ...tasks.flatMap((one) => [one.title, one.note, one.times]),
    moreTasksTitle,
    ...openings.flatMap((one) => [one.when, one.countdown, ...one.subjects, one.more]),
    ...said,
  ].filter((line) => line !== '')
}

async function tasksIn(tasks: Locator): Promise<readonly TaskText[]> {
  return each(tasks, async (task) => ({
    title: await textIn(task.locator('.task-text > b')),
    note: await textIn(task.locator('.task-text > .row-note')),
    times: await textIn(task.locator('.task-when')),
  }))
}

async function openingIn(opening: Locator): Promise<OpeningText> {
  const [when = '', countdown = ''] = await opening.locator('.opening-when span').allTextContents()
  return {
    when,
    countdown,
    subjects: await opening.locator('.row-title').allTextContents(),
    more: await textIn(opening.locator(':scope > .quiet')),
  }
}

async function each<T>(found: Locator, read: (one: Locator) => Promise<T>): Promise<readonly T[]> {
  return Promise.all((await found.all()).map(read))
}

/** The text of what there is at most one of; empty where there is none. */
async function textIn(found: Locator): Promise<string> {
  return (await found.allTextContents()).join(' ')
}
