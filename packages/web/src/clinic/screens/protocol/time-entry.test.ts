import { describe, expect, it } from 'vitest'
import { entryOf, timeChangeIn, troubleOf } from './time-entry.ts'

const shorter = (count: string, words = 'as we do it') => ({
  ...entryOf(null),
  kind: 'shorter' as const,
  length: { count, unit: 'hour' as const },
  words,
})

describe('the form of a subject’s time', () => {
  it('refuses what is below the floor, and takes the floor itself', () => {
    expect(troubleOf(shorter('71'), ['PT72H', 'P7D'])).toBe('floor')
    expect(troubleOf(shorter('72'), ['PT72H', 'P7D'])).toBeNull()
  })

  it('refuses a shortening where no source gives a time, or without a reason', () => {
    expect(troubleOf(shorter('72'), [])).toBe('floor')
    expect(troubleOf(shorter('72', ' a '), ['PT72H'])).toBe('reason')
  })

  it.each(['', '0', '-4', '1.5', '1e9', 'two'])('takes no “%s” for a length', (count) => {
    expect(troubleOf(shorter(count), ['PT1H'])).toBe('length')
    expect(timeChangeIn(shorter(count))).toBeNull()
  })

  it('gives back what it was made from', () => {
    const longer = {
      kind: 'longer',
      until: 'P4D',
      note: 'fewer spots',
      source: 'clinic-x',
    } as const
    expect(timeChangeIn(entryOf(longer))).toEqual(longer)
    expect(timeChangeIn(entryOf(null))).toBeNull()
  })
})
