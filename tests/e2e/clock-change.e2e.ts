import { expect, it } from 'vitest'
import { useBrowser } from './open-app.ts'
import { appears, goTo, isHeaded, tellSession, THIS_MORNING } from './steps.ts'

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

it('shows nothing as open while something was told later than the clock says, until that is set right', async () => {
  const page = await open(PHONE)
  await tellSession(page, SATURDAY_NIGHT)
  await goTo(page, 'can-i/makeup')
  await page.getByRole('button', { name: 'I already did it' }).click()
  await appears(page.getByText('You told us that you did it'))
  await page.clock.setSystemTime(new Date('2026-10-30T22:30:00-04:00'))
  await page.reload()
  expect(await isHeaded(page, 'Is the clock of this device right?')).toBe(true)
  await goTo(page, 'help')
  expect(await isHeaded(page, 'When to get help')).toBe(true)
  await goTo(page, 'timeline')
  expect(await isHeaded(page, 'Is the clock of this device right?')).toBe(true)
  await page.clock.setSystemTime(new Date('2026-10-31T22:40:00-04:00'))
  await page.getByRole('button', { name: 'I have set it' }).click()
  expect(await isHeaded(page, /in the next 7 days$/)).toBe(true)
})

it('takes no session that was told as past for a planned one, once a clock that was ahead is set right', async () => {
  const page = await open(PHONE)
  await tellSession(page, SATURDAY_NIGHT)
  await page.clock.setSystemTime(new Date('2026-10-31T12:00:00-04:00'))
  await page.reload()
  expect(await isHeaded(page, 'Is the clock of this device right?')).toBe(true)
  await page.getByRole('button', { name: 'It is right now' }).click()
  expect(await isHeaded(page, 'When did your session end?')).toBe(true)
  await goTo(page, 'can-i/makeup')
  expect(await isHeaded(page, /^Makeup/)).toBe(true)
  expect(await page.getByRole('main').innerText()).toMatch(/Not yet/)
})
