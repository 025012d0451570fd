import { describe, expect, it } from 'vitest'
import { DAY_MS, type Duration, negated, nominalMilliseconds, parseDuration } from './duration.ts'

describe('parseDuration', () => {
  it.each<readonly [string, Duration]>([
    ['PT48H', { kind: 'elapsed', milliseconds: 172_800_000 }],
    ['PT1H', { kind: 'elapsed', milliseconds: 3_600_000 }],
    ['PT30M', { kind: 'elapsed', milliseconds: 1_800_000 }],
    ['PT0H', { kind: 'elapsed', milliseconds: 0 }],
    ['P7D', { kind: 'days', days: 7 }],
    ['P2W', { kind: 'days', days: 14 }],
    ['P6M', { kind: 'months', months: 6 }],
    ['P1Y', { kind: 'months', months: 12 }],
    ['P10Y', { kind: 'months', months: 120 }],
  ])('reads %s', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected)
  })

  it('never makes days of hours: 48 hours and 2 days stay different lengths', () => {
    expect(parseDuration('PT48H')).not.toEqual(parseDuration('P2D'))
  })

  it.each([
    '',
    'P',
    'PT',
    'P7',
    '7D',
    'P7d',
    'P-7D',
    '-P7D',
    'P1.5D',
    'P1DT2H',
    'P1M2D',
    'PT1H30M',
    'PT48D',
    'P48H',
    'PT5S',
    'P7D ',
    ' P7D',
    'xP7D',
    'three days',
    'cleared',
  ])('refuses "%s"', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })
})

describe('negated', () => {
  it.each(['PT48H', 'P7D', 'P6M'])('turns %s back, and back again', (text) => {
    const length = parseDuration(text) as Duration
    expect(nominalMilliseconds(negated(length))).toBe(-nominalMilliseconds(length))
    expect(negated(length).kind).toBe(length.kind)
    expect(negated(negated(length))).toEqual(length)
  })
})

describe('nominalMilliseconds', () => {
  it.each([
    ['PT30M', 1_800_000],
    ['PT48H', 172_800_000],
    ['P2D', 172_800_000],
    ['P1W', 604_800_000],
    ['P1M', 2_592_000_000],
    ['P1Y', 31_104_000_000],
  ])('gives %s a length to sort by', (text, expected) => {
    expect(nominalMilliseconds(parseDuration(text) as Duration)).toBe(expected)
  })

  it('counts a day as 24 hours', () => {
    expect(DAY_MS).toBe(86_400_000)
  })
})
