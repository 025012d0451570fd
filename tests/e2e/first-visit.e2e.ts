import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import {
  answer,
  answerEnded,
  appears,
  begin,
  goTo,
  isHeaded,
  isQuestion,
  openExample,
  submit,
  tellSession,
  THIS_MORNING,
} from './steps.ts'

const { open } = useBrowser()

it('comes to Today in six questions, and is still there after a reload', async () => {
  const page = await open({ at: '2026-11-22T12:00:00+04:00' })
  await tellSession(page)
  for (const visit of ['first', 'again']) {
    expect(await appears(page.getByText('Day 0 · 1 hour after')), visit).toBe(true)
    expect(await appears(page.getByText('Mon 23 Nov, 10:45').first()), visit).toBe(true)
    await page.reload()
  }
})

it('goes back to a question that still has its answer', async () => {
  const page = await open()
  await begin(page)
  await answerEnded(page, THIS_MORNING)
  await answer(page, 2, 'home')
  await isQuestion(page, 3)
  await page.getByRole('link', { name: 'Back' }).click()
  await isQuestion(page, 2)
  expect(await page.locator('input[value=home]').isChecked()).toBe(true)
  await page.goBack()
  expect(await isQuestion(page, 3)).toBe(true)
})

it('asks again for an answer that was not given, in words', async () => {
  const page = await open()
  await begin(page)
  await submit(page)
  expect(await appears(page.getByRole('alert').filter({ hasText: /\w/ }))).toBe(true)
  expect(page.url()).toContain('#/start/1')
})

it('lets a person who knows nothing come to a plan, and calls nothing open', async () => {
  const page = await open()
  await begin(page)
  for (let question = 1; question <= 6; question++) await answer(page, question, 'unknown')
  await page.waitForURL(/#\/today/)
  expect(await appears(page.locator('main h1'))).toBe(true)
  await goTo(page, 'can-i/makeup')
  const text = await page.getByRole('main').innerText()
  expect(text).toMatch(/Not yet|Ask your clinic/)
  expect(text).not.toMatch(/^Open$/m)
})

it('takes a session of today whose time was left empty for one that has ended', async () => {
  const page = await open()
  await tellSession(page, { ...THIS_MORNING, time: '' })
  // It has ended, but nobody knows when: no sign is called usual, and the times count from the latest it can have been.
  expect(await isHeaded(page, 'When did your session end?')).toBe(true)
  expect(await appears(page.getByText('Opens next'))).toBe(true)
})

it('sends a person with radiofrequency needles to their clinic, and keeps the care cards', async () => {
  const page = await open()
  await tellSession(page, { ...THIS_MORNING, device: 'rf' })
  expect(await isHeaded(page, 'Ask the clinic that treated you')).toBe(true)
  await page.getByRole('link', { name: 'Help', exact: true }).click()
  expect(await isHeaded(page, 'When to get help')).toBe(true)
})

it('prepares a session that is still to come, and stops no medicine', async () => {
  const page = await open()
  const planned = { day: 'planned', date: '2026-12-06', time: '10:00' } as const
  await tellSession(page, { ...THIS_MORNING, ...planned })
  await appears(page.getByRole('heading', { name: 'Getting ready' }))
  const text = await page.getByRole('main').innerText()
  expect(text).toContain('Keep taking them all until they answer.')
  expect(text).not.toMatch(/\bstop (taking|your)\b/i)
})

it('shows an example in one tap, and says that it is one', async () => {
  const page = await open()
  await openExample(page)
  expect(await appears(page.getByText('This is an example, not your session.'))).toBe(true)
  expect(await appears(page.getByText(/^Day \d+ · /))).toBe(true)
})
