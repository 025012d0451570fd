import { describe, expect, it } from 'vitest'
import { didYouMean, editDistance, nearest } from './nearest.ts'

describe('nearest', () => {
  it('finds the word with the fewest slips', () => {
    expect(nearest('sesion', ['session', 'sessions', 'at'])).toBe('session')
    expect(nearest('makup', ['makeup', 'eye-makeup'])).toBe('makeup')
  })

  it('takes a swap of two letters for one slip', () => {
    expect(editDistance('paln', 'plan')).toBe(1)
    expect(nearest('paln', ['plan', 'pan'])).toBe('plan')
  })

  it('suggests nothing where nothing is near', () => {
    expect(nearest('banana', ['plan', 'assess'])).toBeUndefined()
    expect(didYouMean('banana', ['plan'])).toBe('')
  })

  it('counts each insertion, deletion and replacement', () => {
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('abc', '')).toBe(3)
    expect(editDistance('sauna', 'swim')).toBe(4)
  })
})
