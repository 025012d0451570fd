import { describe, expect, it } from 'vitest'
import { isNoShorter, readLength, shortestOf, writeLength } from './length.ts'

describe('a length', () => {
  it.each(['PT90M', 'PT48H', 'P7D', 'P2W', 'P6M', 'P1Y'])('%s is written as it is read', (text) => {
    const length = readLength(text)
    expect(length && writeLength(length)).toBe(text)
  })

  it('is none where it has two units, none or no number', () => {
    expect(['P1DT2H', 'P', 'P7', '7 days', 'PTD'].map(readLength)).toEqual(Array(5).fill(null))
  })

  it('is at least one of another unit only where every clock and calendar says so', () => {
    // A day on which the clocks go forward has 23 hours.
    expect(isNoShorter('P1D', 'PT24H')).toBe(false)
    expect(isNoShorter('PT27H', 'P1D')).toBe(true)
    expect(isNoShorter('PT24H', 'P1D')).toBe(false)
    expect(isNoShorter('P1M', 'P30D')).toBe(false)
    expect(isNoShorter('P1W', 'P7D')).toBe(true)
    expect(isNoShorter('PT47H', 'PT48H')).toBe(false)
  })

  it('is never long enough where it cannot be read', () => {
    expect(isNoShorter('soon', 'PT1H')).toBe(false)
    expect(isNoShorter('PT1H', 'soon')).toBe(false)
  })

  it('is the shortest across units', () => {
    expect(shortestOf(['P3D', 'PT48H', 'P1W'])).toBe('PT48H')
    expect(shortestOf([])).toBeNull()
  })
})
