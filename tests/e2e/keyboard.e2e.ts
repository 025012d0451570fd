import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { SCREENS } from './screens.ts'
import {
  appears,
  arriveAt,
  goTo,
  isHeaded,
  isQuestion,
  openExample,
  startNowhere,
  tellSession,
} from './steps.ts'

const { open } = useBrowser()

/** What has the focus: what it says, whether a ring shows, and whether something lies over it. */
interface Focus {
  readonly words: string
  readonly hasRing: boolean
  readonly isCovered: boolean
}

const FOCUS = `(() => {
  const one = document.activeElement
  const label = one.labels?.[0] ?? one
  const shown = one.matches('input[type=radio], input[type=checkbox]') ? label : one
  const { left, top, width, height } = shown.getBoundingClientRect()
  const above = document.elementFromPoint(left + width / 2, top + height / 2)
  // On the little clock within such a field the browser draws the ring round that.
  const isWithin = one.matches('input[type=date], input[type=time]') && !one.matches(':focus-visible')
  const styles = [one, shown, shown.parentElement].map((part) => getComputedStyle(part))
  return {
    words: (label.innerText || one.getAttribute('aria-label') || one.name || '').trim(),
    hasRing: isWithin || styles.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px'),
    isCovered: above !== null && !shown.contains(above) && !above.contains(shown),
  }
})()`

async function focused(page: Page): Promise<Focus> {
  return page.evaluate<Focus>(FOCUS)
}

/** Presses Tab until something that says this has the focus; every stop has to be seen. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press('Tab')
    const focus = await focused(page)
    expect(focus, 'a focus that nobody sees').toMatchObject({ hasRing: true, isCovered: false })
    if (words.test(focus.words)) return
  }
  throw new Error(`no Tab leads to ${words}`)
}

/** Answers one question: to its choices, to the one wanted by arrows or Space, on with Enter. */
async function answerByKeys(page: Page, number: number, value: string): Promise<void> {
  await isQuestion(page, number)
  const wanted = page.locator(`form.question input[value="${value}"]`)
  const isRadio = (await wanted.getAttribute('type')) === 'radio'
  for (let stop = 0; stop < 60 && !(await wanted.isChecked()); stop++) {
    const onChoice = await page.evaluate<boolean>(`document.activeElement.type === 'radio'`)
    await page.keyboard.press(onChoice ? 'ArrowDown' : 'Tab')
    const isThere = await page.evaluate<boolean>(`document.activeElement.value === '${value}'`)
    if (isThere && !(await wanted.isChecked())) await page.keyboard.press('Space')
  }
  expect(await wanted.isChecked(), isRadio ? 'radio' : 'checkbox').toBe(true)
  if (number === 1) await typeTime(page, '1045a')
  await page.keyboard.press('Enter')
}

async function typeTime(page: Page, digits: string): Promise<void> {
  await appears(page.locator('input[type=time]'))
  await page.keyboard.press('Tab')
  await page.keyboard.type(digits) // The a is for a clock of twelve hours; the other takes no letter.
}

it('goes from the first page to Today by keyboard alone', async () => {
  const page = await open()
  await appears(page.locator('main h1'))
  await tabTo(page, /^Start/)
  await page.keyboard.press('Enter')
  const answers = ['today', 'clinic', 'pen', 'face', 'none', 'none']
  for (const [index, value] of answers.entries()) await answerByKeys(page, index + 1, value)
  await page.waitForURL(/#\/today/)
  expect(await appears(page.getByText('Day 0 · 1 hour after'))).toBe(true)
})

it('skips to the main part, and moves the focus to the heading of a new screen', async () => {
  const page = await open()
  await openExample(page)
  await page.reload()
  await appears(page.locator('main h1'))
  await page.keyboard.press('Tab')
  expect((await focused(page)).words).toMatch(/^Skip/)
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('main')
  await tabTo(page, /^Help$/)
  await page.keyboard.press('Enter')
  await isHeaded(page, 'When to get help')
  expect(await page.evaluate('document.activeElement.id')).toBe('heading')
})

/** Presses Tab all the way round, past the end of the screen and on from its beginning; says whether it came round. */
async function tabAround(page: Page, screen: string): Promise<boolean> {
  const address = page.url()
  const isRound = `document.activeElement === (globalThis.firstStop ??= document.activeElement)`
  await page.evaluate('globalThis.firstStop = undefined')
  for (let stop = 0; stop < 300; stop++) {
    await page.keyboard.press('Tab')
    expect(page.url(), screen).toBe(address)
    if ((await page.evaluate<boolean>(isRound)) && stop > 0) return true
    // Between the end and the beginning the focus is with the browser.
    if (await page.evaluate<boolean>('document.activeElement === document.body')) continue
    expect(await focused(page), screen).toMatchObject({ hasRing: true, isCovered: false })
  }
  return false
}

it('shows where the focus is at every stop on every screen, with nothing over it, and stays', async () => {
  const page = await open()
  await openExample(page)
  await startNowhere(page)
  for (const screen of SCREENS) {
    await arriveAt(page, screen)
    expect(await tabAround(page, screen), screen).toBe(true)
  }
}, 600_000)

it('opens a sheet, keeps the focus in it, and gives it back on Escape', async () => {
  const page = await open()
  await tellSession(page)
  await arriveAt(page, 'more')
  await tabTo(page, /^Erase everything$/)
  await page.keyboard.press('Enter')
  await appears(page.getByRole('dialog'))
  for (let stop = 0; stop < 6; stop++) {
    await page.keyboard.press('Tab')
    const isInside = await page.evaluate<boolean>(
      `document.activeElement === document.body || document.activeElement.closest('dialog') !== null`,
    )
    expect(isInside).toBe(true)
  }
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect((await focused(page)).words).toBe('Erase everything')
})

it('answers "Can I?" from the keyboard', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'can-i')
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('swiming')
  await tabTo(page, /^Swimming/)
  await page.keyboard.press('Enter')
  expect(await isHeaded(page, 'Swimming')).toBe(true)
})
