import { expect, it } from 'vitest'
import { dayName } from './day-name.ts'
import { fromPicker, toPicker } from './until.ts'

it('takes midnight as the end of the day and not as its beginning', () => {
  expect(fromPicker('00:00')).toBe('24:00')
  expect(toPicker('24:00')).toBe('00:00')
  expect(fromPicker(toPicker('17:30'))).toBe('17:30')
})

it('begins the week on Monday, as the server counts it', () => {
  expect([1, 7].map((day) => dayName(day, 'en'))).toEqual(['Mon', 'Sun'])
})
