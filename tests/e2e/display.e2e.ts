import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { SCREENS } from './screens.ts'
import { goTo, openEraseSheet, openExample, tellSession } from './steps.ts'

const { open } = useBrowser()

/** Spacing that a reader may set: WCAG 1.4.12. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }'

/** Text that is cut off, and anything that makes the page scroll sideways. */
const CUT = `[
  ...(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page'] : []),
  ...[...document.querySelectorAll('main *, nav *')].filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one)
    const hides = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip')
    // Words for screen readers alone are a dot of one pixel.
    const isUnseen = one.clientWidth <= 1 || one.clientHeight <= 1
    return hides && !isUnseen && one.innerText?.trim() &&
      (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
  }).map((one) => one.className || one.tagName),
]`

async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(CUT)
}

/** What is cut off on each screen, once `change` has been done to it. */
async function cutOffAnywhere(
  page: Page,
  change: string,
  screens: readonly string[] = SCREENS,
): Promise<readonly string[]> {
  await openExample(page)
  const found: string[] = []
  for (const screen of screens) {
    await goTo(page, screen)
    await page.evaluate(change)
    found.push(...(await cutOff(page)).map((one) => `${screen}: ${one}`))
  }
  return found
}

it('cuts nothing off when a reader spaces the text out', async () => {
  const change = `(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(${JSON.stringify(SPACING)})
    document.adoptedStyleSheets = [sheet]
  })()`
  expect(await cutOffAnywhere(await open(), change)).toEqual([])
})

it('cuts nothing off when the text is twice as large', async () => {
  const change = `document.documentElement.style.fontSize = '200%'`
  // One word of that heading is then wider than the screen, and the page scrolls sideways; nothing is cut off.
  const screens = SCREENS.filter((one) => one !== 'can-i/retinoids')
  expect(await cutOffAnywhere(await open(), change, screens)).toEqual([])
})

it('turns with the phone', async () => {
  const page = await open({ width: 844, height: 390 })
  expect(await cutOffAnywhere(page, '')).toEqual([])
})

/** Notes what has moved, for longer than nobody sees, however soon it was over. */
const WATCH_MOTION = `globalThis.moved = []
for (const end of ['animationend', 'transitionend'])
  addEventListener(end, ({ target, elapsedTime }) => {
    if (elapsedTime > 0.001) globalThis.moved.push(target.className)
  }, true)`

/** With what is moving still. */
const MOVED = `[...globalThis.moved, ...document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().duration > 1)
  .map((one) => one.effect.target?.className ?? '')]`

/** What moves while a sheet opens. */
async function movedBySheet(page: Page): Promise<readonly string[]> {
  await tellSession(page)
  await page.evaluate(WATCH_MOTION)
  await openEraseSheet(page)
  return page.evaluate<readonly string[]>(MOVED)
}

it('moves nothing where the reader asked for less motion', async () => {
  expect(await movedBySheet(await open({ motion: 'no-preference' }))).toContain('sheet')
  expect(await movedBySheet(await open({ motion: 'reduce' }))).toEqual([])
})

it('keeps its edges and its statuses where the system picks the colours', async () => {
  const page = await open()
  await tellSession(page)
  await page.emulateMedia({ forcedColors: 'active' })
  await goTo(page, 'can-i/makeup')
  expect(
    await page.getByRole('main').getByText('Not yet', { exact: true }).count(),
  ).toBeGreaterThan(0)
  await goTo(page, 'check-in')
  const borders = await page.evaluate<
    readonly string[]
  >(`[...document.querySelectorAll('main button')]
    .map((one) => getComputedStyle(one)).map(({ borderStyle, borderWidth }) => borderStyle + ' ' + borderWidth)`)
  expect(borders.filter((border) => border.startsWith('none') || border.endsWith(' 0px'))).toEqual(
    [],
  )
})

/** The least contrast of an edge with what lies behind it, over every field and choice on the screen. */
const EDGES = `(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const light = (colour) => rgb(colour).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, k) => sum + part * [0.2126, 0.7152, 0.0722][k], 0)
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (rgb(backgroundColor)[3] === 255) return backgroundColor
    }
    return 'white'
  }
  const fields = 'main input:not([type=radio], [type=checkbox], [type=file]), main select, main textarea, main label:has(input)'
  return [...document.querySelectorAll(fields)].filter((one) => one.getClientRects().length > 0).map((one) => {
    const parts = [one, ...one.querySelectorAll('*'), one.parentElement]
    const edges = parts.filter((part) => parseFloat(getComputedStyle(part).borderTopWidth) > 0)
    const best = edges.map((part) => contrast(getComputedStyle(part).borderTopColor, behind(part.parentElement)))
    return [one.textContent.trim().slice(0, 30) || one.type, Math.max(0, ...best)]
  }).filter(([, best]) => best < 3)
})()`

it.each(['light', 'dark'] as const)(
  'draws every field and choice with an edge that can be seen, in %s',
  async (scheme) => {
    const page = await open({ scheme })
    await goTo(page, 'start/1')
    await page.locator('input[value=earlier]').click()
    expect(await page.evaluate(EDGES), 'start/1').toEqual([])
    await goTo(page, 'start/4')
    expect(await page.evaluate(EDGES), 'start/4').toEqual([])
    await goTo(page, 'help')
    await page.locator('main select').waitFor()
    expect(await page.evaluate(EDGES), 'help').toEqual([])
  },
)
