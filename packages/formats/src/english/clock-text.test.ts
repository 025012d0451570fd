import { parseInstant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { clockText, dateText, longClockText } from './clock-text.ts'

const at = (text: string) => parseInstant(text) ?? Number.NaN

describe('clockText', () => {
  it('writes day, date, year and time in the zone', () => {
    expect(clockText(at('2026-11-24T06:45:00Z'), 'Asia/Dubai')).toBe('Tue 24 Nov 2026, 10:45')
    expect(longClockText(at('2026-11-24T20:00:00Z'), 'Asia/Dubai')).toBe(
      'Wednesday 25 November 2026, 00:00',
    )
    expect(dateText('2028-02-29')).toBe('Tue 29 Feb 2028')
  })

  it('tells the two half past ones of an autumn night apart', () => {
    const first = at('2026-11-01T01:30:00-04:00')
    expect(clockText(first, 'America/New_York')).toBe('Sun 1 Nov 2026, 01:30 (-04:00)')
    expect(clockText(first + 3_600_000, 'America/New_York')).toBe('Sun 1 Nov 2026, 01:30 (-05:00)')
    expect(clockText(first + 7_200_000, 'America/New_York')).toBe('Sun 1 Nov 2026, 02:30')
  })
})
