import { expect, inject, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { appears, goTo, tellSession } from './steps.ts'

const { open } = useBrowser()

it('asks nothing and grades nothing in the build without graded advice', async () => {
  const page = await open({ url: inject('staticCardsUrl') })
  await tellSession(page)
  await goTo(page, 'check-in')
  const main = page.getByRole('main')
  expect(await appears(main.getByText('Trouble breathing').first())).toBe(true)
  expect(await main.getByRole('radio').count()).toBe(0)
  expect(await main.getByRole('checkbox').count()).toBe(0)
  for (const card of [
    'Call the emergency number now',
    'Get medical help today',
    'Contact your clinic',
  ])
    expect(await appears(main.getByRole('heading', { name: new RegExp(`^${card}`) }))).toBe(true)
  expect(await main.innerText()).not.toContain('Part of the usual course')
})

it('grades no sign that is asked about in words in that build', async () => {
  const page = await open({ url: inject('staticCardsUrl') })
  await tellSession(page)
  const main = page.getByRole('main')
  await main.getByRole('textbox', { name: 'Ask in your own words' }).fill('is it normal to be red')
  await page.keyboard.press('Enter')
  expect(await appears(main.getByRole('heading', { name: 'When to get help' }))).toBe(true)
  expect(await appears(main.getByText('Trouble breathing').first())).toBe(true)
  expect(await main.innerText()).not.toContain('Part of the usual course')
})

it('keeps the rest of the plan in that build', async () => {
  const page = await open({ url: inject('staticCardsUrl') })
  await tellSession(page)
  expect(await appears(page.getByText('Mon 23 Nov, 10:45').first())).toBe(true)
})
