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

/** Puts an alarm into the record as it is kept, as an earlier build would have. */
const KEEP_ALARM = `new Promise((done) => {
  const opening = indexedDB.open('afterglow')
  opening.onsuccess = () => {
    const writing = opening.result.transaction('record', 'readwrite')
    const store = writing.objectStore('record')
    store.get('record').onsuccess = ({ target: { result } }) => {
      const signs = [{ code: 'breathing-difficulty', severity: 'severe' }]
      const at = Date.now() - 600_000
      const events = [...result.session.events, { type: 'check-in', at, signs }]
      store.put({ ...result, session: { ...result.session, events } }, 'record')
    }
    writing.oncomplete = () => done(opening.result.close())
  }
})`

it('grades no alarm in that build that was kept from before, and leads from its place to the care cards', async () => {
  const page = await open({ url: inject('staticCardsUrl') })
  await tellSession(page)
  await page.evaluate(KEEP_ALARM)
  await page.reload()
  const notice = page.getByRole('region', { name: 'When to get help' })
  expect(await appears(notice)).toBe(true)
  const link = notice.getByRole('link', { name: 'When to get help' })
  expect(await link.getAttribute('href')).toBe('#/help')
  expect(await notice.getByRole('link', { name: 'Check in' }).count()).toBe(0)
  expect(await page.getByText('Call the emergency number now').count()).toBe(0)
  expect(await page.locator('.alarm-emergency').count()).toBe(0)
})
