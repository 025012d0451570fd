import { expect, it } from 'vitest'

it('runs in the time zone that TZ names, so that four runs are not one run four times', () => {
  const timeZone = process.env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const noon = new Date(2026, 0, 15, 12)
  const format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  expect(format.format(noon)).toBe('12')
})
