import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { appears, goTo, tellSession, THIS_MORNING } from './steps.ts'

const { open } = useBrowser()

/** New York, Saturday 31 October 2026, 22:00. That night the clocks go back from 2:00 to 1:00. */
const SATURDAY_NIGHT = { ...THIS_MORNING, time: '22:00' }
const PHONE = { zone: 'America/New_York', at: '2026-10-31T22:30:00-04:00' }

it('counts hours as they pass and days by the calendar, the night the clocks change', async () => {
  const page = await open(PHONE)
  await tellSession(page, SATURDAY_NIGHT)
  await goTo(page, 'timeline')
  const row = (name: string) => page.getByRole('button', { name })
  // 74 hours later, and one of the hours came twice.
  expect(await appears(row('Makeup Not yet: until Tue 3 Nov, 23:00'))).toBe(true)
  // A calendar day counts as one, whatever its length.
  expect(await appears(row('Strong heat or cold Not yet: until Mon 2 Nov, 22:00'))).toBe(true)
})

it('tells the second half past one from the first', async () => {
  const page = await open(PHONE)
  await tellSession(page, SATURDAY_NIGHT)
  await page.clock.setSystemTime(new Date('2026-11-01T01:30:00-04:00'))
  await page.reload()
  expect(await appears(page.getByText('Day 1 · 3 hours after'))).toBe(true)
  await page.clock.setSystemTime(new Date('2026-11-01T01:30:00-05:00'))
  await page.reload()
  expect(await appears(page.getByText('Day 1 · 4 hours after'))).toBe(true)
})
