import { expect, it } from 'vitest'
import { copyTime, oldFrom } from './copy-age.ts'

const DAY = 86_400_000

it('is as old as the older of what came: the plan, or the number and the hours', () => {
  expect(copyTime({ copyAt: 5, cardAt: 3 })).toBe(3)
  expect(copyTime({ copyAt: 5, cardAt: null })).toBe(5)
  expect(oldFrom({ copyAt: 5, cardAt: 7 })).toBe(5 + DAY)
})

it('is not old before anything came', () => {
  expect(copyTime({ copyAt: null, cardAt: null })).toBeNull()
  expect(oldFrom({ copyAt: null, cardAt: null })).toBe(Infinity)
})
