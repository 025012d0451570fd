import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { appears, isHeaded } from './steps.ts'

const { open } = useBrowser()

const TITLE = 'This link is for your clinic’s Afterglow'
const TOKEN = 'c2VjcmV0LXRva2Vu'

/** Goes to a link as one who has never been here; what was asked for and what was kept on the way. */
async function follow(link: string): Promise<{ readonly page: Page; readonly traces: string }> {
  const page = await open()
  await appears(page.locator('main h1'))
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url(), request.postData() ?? ''))
  await page.goto(`${inject('appUrl')}#/${link}`)
  await isHeaded(page, TITLE)
  // As from a mail, with nothing loaded before.
  await page.reload()
  await isHeaded(page, TITLE)
  const kept = await page.evaluate<string>('JSON.stringify([localStorage, sessionStorage])')
  return { page, traces: [...asked, kept].join('\n') }
}

it.each(['join', 'answer', 'join-team', 'set-up'])(
  'says that a %s link has no page yet, and gives its token to nobody',
  async (kind) => {
    const { page, traces } = await follow(`${kind}/${TOKEN}`)
    expect(traces).toContain(inject('appUrl'))
    expect(traces).not.toContain(TOKEN)
    expect(await page.getByRole('main').innerText()).not.toContain(TOKEN)
  },
)

it('says how to get no more mail', async () => {
  const { page } = await follow(`unsubscribe/${TOKEN}`)
  expect(await page.getByRole('main').innerText()).toContain('use “unsubscribe” in your mail')
})

it('leads to help and to the app on this device', async () => {
  const { page } = await follow('my-plan')
  await page.getByRole('main').getByRole('link', { name: 'When to get help' }).click()
  await isHeaded(page, 'When to get help')
  await page.goBack()
  await isHeaded(page, TITLE)
  await page.getByRole('link', { name: 'Use it without my clinic' }).click()
  await page.waitForURL(/#\/start$/)
  expect(await appears(page.locator('a[href="#/start/1"]'))).toBe(true)
})
