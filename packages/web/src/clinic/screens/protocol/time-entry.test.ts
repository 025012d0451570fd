import { describe, expect, it } from 'vitest'
import { entryOf, timeChangeIn, troubleOf } from './time-entry.ts'

const ends = (floors: readonly string[], governing: readonly string[] = []) => ({
  floors,
  governing,
})

const shorter = (count: string, words = 'as we do it') => ({
  ...entryOf(null),
  kind: 'shorter' as const,
  length: { count, unit: 'hour' as const },
  words,
})

describe('the form of a subject’s time', () => {
  it('refuses what is below the floor, and takes the floor itself', () => {
    expect(troubleOf(shorter('71'), ends(['PT72H', 'P7D']))).toBe('floor')
    expect(troubleOf(shorter('72'), ends(['PT72H', 'P7D']))).toBeNull()
  })

  it('refuses a shortening where no source gives a time, or without a reason', () => {
    expect(troubleOf(shorter('72'), ends([]))).toBe('floor')
    expect(troubleOf(shorter('72', ' a '), ends(['PT72H']))).toBe('reason')
  })

  it('refuses a longer time that is none, in whatever unit it is typed', () => {
    const longer = (count: string, unit: 'hour' | 'day') => ({
      ...entryOf(null),
      kind: 'longer' as const,
      length: { count, unit },
    })
    expect(troubleOf(longer('6', 'hour'), ends([], ['PT74H', 'P7D']))).toBe('no-longer')
    expect(troubleOf(longer('7', 'day'), ends([], ['P7D']))).toBe('no-longer')
    expect(troubleOf(longer('8', 'day'), ends([], ['P7D']))).toBeNull()
    // Only some people have these ends.
    expect(troubleOf(longer('2', 'day'), ends(['P7D'], ['PT24H']))).toBeNull()
  })

  it('counts in days until another unit is chosen', () => {
    expect(entryOf(null).length).toEqual({ count: '', unit: 'day' })
  })

  it.each(['', '0', '-4', '1.5', '1e9', 'two'])('takes no “%s” for a length', (count) => {
    expect(troubleOf(shorter(count), ends(['PT1H']))).toBe('length')
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
