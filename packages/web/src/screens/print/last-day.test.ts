import { expect, it } from 'vitest'
import { createFormat } from '../../words/format.ts'
import { lastDayText } from './last-day.ts'

const format = createFormat({ locale: 'en', digits: 'latn', zone: 'Asia/Dubai' })
const at = Date.parse('2026-12-22T10:00:00+04:00')

it.each([
  ['2026-12-25T10:45:00+04:00', 'Fri 25 Dec'],
  ['2026-12-25T00:00:00+04:00', 'Fri 25 Dec'],
  ['2026-12-25T23:59:59+04:00', 'Fri 25 Dec'],
  ['2027-01-05T10:45:00+04:00', 'Tuesday, 5 January 2027'],
])('names of a sign that ends at %s the day and no time, and no day before it', (end, day) => {
  expect(lastDayText({ format, at }, Date.parse(end))).toBe(day)
})
