import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { goTo, tellSession } from './steps.ts'

const { open } = useBrowser()

const SCREENS = [
  'today',
  'can-i',
  'can-i/makeup',
  'timeline',
  'check-in',
  'help',
  'more',
  'session',
  'sessions',
  'results',
  'print',
  'calendar',
  'share',
  'start',
  'start/1',
  'open',
]

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

it('cuts nothing off when a reader spaces the text out', async () => {
  const page = await open()
  await tellSession(page)
  for (const screen of SCREENS) {
    await goTo(page, screen)
    await page.evaluate(`(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(${JSON.stringify(SPACING)})
      document.adoptedStyleSheets = [sheet]
    })()`)
    expect(await cutOff(page), screen).toEqual([])
  }
})

it('cuts nothing off when the text is twice as large', async () => {
  const page = await open()
  await tellSession(page)
  for (const screen of SCREENS) {
    await goTo(page, screen)
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
    expect(await cutOff(page), screen).toEqual([])
  }
})

it('turns with the phone', async () => {
  const page = await open({ width: 844, height: 390 })
  await tellSession(page)
  for (const screen of SCREENS) {
    await goTo(page, screen)
    expect(await cutOff(page), screen).toEqual([])
  }
})

it('moves nothing where the reader asked for less motion', async () => {
  const page = await open()
  await tellSession(page)
  const moving = await page.evaluate<readonly string[]>(`document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().duration > 1)
    .map((one) => one.effect.target?.className ?? '')`)
  expect(moving).toEqual([])
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
