import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import {
  answerEnded,
  appears,
  begin,
  choose,
  goTo,
  isHeaded,
  submit,
  tellSession,
  THIS_MORNING,
} from './steps.ts'

const { open } = useBrowser()

it('follows a corrected end at once, says what changed, and can take it back', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'can-i/makeup')
  expect(await appears(page.getByText(/Wednesday 25 November, 12:45/).first())).toBe(true)
  await goTo(page, 'session')
  await page.locator('a[href="#/session/ended"]').click()
  await page.locator('input[type=time]').fill('11:30')
  await submit(page)
  await isHeaded(page, 'What you told us')
  expect(await appears(page.getByText('What your correction changed'))).toBe(true)
  expect(await appears(page.getByRole('status').filter({ hasText: /\d+ answers changed/ }))).toBe(
    true,
  )
  await goTo(page, 'can-i/makeup')
  expect(await appears(page.getByText(/Wednesday 25 November, 13:30/).first())).toBe(true)
  await goTo(page, 'session')
  await page.getByRole('button', { name: 'Put it back' }).click()
  await goTo(page, 'can-i/makeup')
  expect(await appears(page.getByText(/Wednesday 25 November, 12:45/).first())).toBe(true)
})

it('says of a corrected device what it means', async () => {
  const page = await open()
  await tellSession(page)
  await goTo(page, 'session/device')
  await choose(page, 'rf')
  await submit(page)
  await goTo(page, 'today')
  expect(await isHeaded(page, 'Ask the clinic that treated you')).toBe(true)
})

it('does not take a time that is still to come for one that has been', async () => {
  const page = await open()
  await begin(page)
  await answerEnded(page, { ...THIS_MORNING, time: '14:00' })
  expect(await appears(page.getByRole('alert').filter({ hasText: 'still to come' }))).toBe(true)
})
