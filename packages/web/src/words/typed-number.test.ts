import { describe, expect, it } from 'vitest'
import { typedNumber } from './typed-number.ts'

describe('typedNumber', () => {
  it('reads a point, a comma and the marks of Arabic script', () => {
    expect(typedNumber('38.5')).toBe(38.5)
    expect(typedNumber(' 38,5 ')).toBe(38.5)
    expect(typedNumber('38٫5')).toBe(38.5)
  })

  it('reads the digits of Arabic and Urdu keyboards', () => {
    expect(typedNumber('٣٨٫٥')).toBe(38.5)
    expect(typedNumber('۳۸')).toBe(38)
  })

  it('reads nothing as no number, never as zero', () => {
    expect(typedNumber('')).toBeNaN()
    expect(typedNumber('  ')).toBeNaN()
    expect(typedNumber('warm')).toBeNaN()
    expect(typedNumber('3 8')).toBeNaN()
  })
})
