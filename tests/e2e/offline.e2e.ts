import { expect, inject, it } from 'vitest'
import { serveFolder } from '../../scripts/static-server.ts'
import { useBrowser } from './open-app.ts'
import { appears, goTo, isHeaded, untilKept, openExample, tellSession } from './steps.ts'

const { open, complaints } = useBrowser()

it('works as before once the network is gone: Today, answers, check-in, care cards', async () => {
  const host = await serveFolder(inject('appFolder'))
  const page = await open({ url: host.url })
  await tellSession(page)
  await untilKept(page)
  await host.close()
  await page.reload()
  expect(await appears(page.getByText('Day 0 · 1 hour after'))).toBe(true)
  await goTo(page, 'can-i/makeup')
  expect(await isHeaded(page, 'Makeup')).toBe(true)
  await goTo(page, 'timeline')
  await goTo(page, 'check-in')
  expect(await isHeaded(page, 'First, any of these right now?')).toBe(true)
  await goTo(page, 'help')
  expect(await appears(page.getByText('Trouble breathing').first())).toBe(true)
  // A worker that looks for a newer version of itself finds nobody: that is not the app's trouble.
  expect(
    complaints().filter((one) => !/ERR_CONNECTION_REFUSED|service.?worker/i.test(one)),
  ).toEqual([])
})

it('has the care cards for somebody who has told nothing, without a network', async () => {
  const host = await serveFolder(inject('appFolder'))
  const page = await open({ url: host.url })
  await appears(page.getByRole('heading', { level: 1 }))
  await untilKept(page)
  await host.close()
  await page.goto(`${host.url}#/help`)
  await page.reload()
  expect(await isHeaded(page, 'When to get help')).toBe(true)
  expect(await appears(page.getByText('Trouble breathing').first())).toBe(true)
  await page.goto(`${host.url}help.html`)
  expect(await appears(page.getByText('Trouble breathing').first())).toBe(true)
  complaints()
})

it('shows another language without a network too', async () => {
  const host = await serveFolder(inject('appFolder'))
  const page = await open({ url: host.url })
  await openExample(page)
  await untilKept(page)
  await host.close()
  await goTo(page, 'more')
  await page.getByRole('button', { name: 'العربية' }).click()
  await page.locator('html[lang=ar]').waitFor()
  await page.reload()
  await page.locator('html[lang=ar]').waitFor()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  complaints()
})
