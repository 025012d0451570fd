import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { SCREENS } from './screens.ts'
import { goTo } from './steps.ts'

/** The languages of the app, as a browser asks for them. */
export const LOCALES = { en: 'en-GB', es: 'es-ES', ar: 'ar-AE', ur: 'ur-PK' } as const
// The keys written above.
export const LANGUAGES = Object.keys(LOCALES) as readonly (keyof typeof LOCALES)[]

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Looking {
  /** Another size in which nothing may be wider than the page: axe sees the page whole, the same in both. */
  readonly other?: Size
  /** False where the same colours are looked at elsewhere: no rule takes longer. */
  readonly hasColours?: boolean
}

/**
 * What axe finds, its rule on the size of targets turned on. The page is looked at in one piece: what the bar at the
 * bottom covers for the moment can be scrolled free, and is not small for that.
 */
export async function violations(
  page: Page,
  { hasColours = true }: Looking = {},
): Promise<readonly string[]> {
  const { width = 390, height = 844 } = page.viewportSize() ?? {}
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height: Math.max(height, whole + 100) })
  const found = await new AxeBuilder({ page })
    // Without a second page for frames of other hosts: there are none.
    .setLegacyMode()
    .options({
      rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: hasColours } },
      resultTypes: ['violations'],
    })
    .analyze()
  await page.setViewportSize({ width, height })
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  )
}

/** True where something is wider than the page: then it has to be scrolled in two directions. */
async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )
}

/** The heading of an address that no screen has. */
async function headingOfNothing(page: Page): Promise<string> {
  await goTo(page, 'no-such-screen')
  return page.locator('main h1').first().innerText()
}

/** What is wrong as the page is. */
export async function lookAt(page: Page, looking: Looking = {}): Promise<readonly string[]> {
  const { other } = looking
  const found = [...(await violations(page, looking))]
  if (await isTooWide(page)) found.push('wider than the page')
  const own = page.viewportSize()
  if (!other || !own) return found
  await page.setViewportSize(other)
  if (await isTooWide(page)) found.push(`wider than the page at ${other.width} by ${other.height}`)
  await page.setViewportSize(own)
  return found
}

/** What is wrong on each screen, by its address. */
export async function lookAtAll(page: Page, looking: Looking = {}): Promise<readonly string[]> {
  const nothing = await headingOfNothing(page)
  const found: string[] = []
  for (const screen of SCREENS) {
    await goTo(page, screen)
    const isThere = (await page.locator('main h1').first().innerText()) !== nothing
    const troubles = isThere ? await lookAt(page, looking) : ['no such screen']
    found.push(...troubles.map((trouble) => `${screen}: ${trouble}`))
  }
  return found
}
