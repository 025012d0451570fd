import { expect, it } from 'vitest'
import { isSeen } from './accent.ts'

it('takes a clinic’s colour only where it is seen on light and on dark', () => {
  expect(isSeen('#0a7d62')).toBe(true)
  for (const colour of ['#ffffff', '#fff3b0', '#101010', 'red', '#0a7d6'])
    expect(isSeen(colour), colour).toBe(false)
})
