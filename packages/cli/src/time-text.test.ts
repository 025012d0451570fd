import { parseInstant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import {
  clockText,
  countdown,
  dateText,
  dayNumber,
  lengthText,
  longClockText,
} from './time-text.ts'

const at = (text: string) => parseInstant(text) ?? Number.NaN
const DUBAI = { at: at('2026-11-22T11:45:00+04:00'), zone: 'Asia/Dubai' }

describe('clockText', () => {
  it("is in the person's zone, on a clock of 24 hours", () => {
    expect(clockText(at('2026-11-24T20:00:00Z'), DUBAI)).toBe('Wed 25 Nov, 00:00')
    expect(longClockText(DUBAI)).toBe('Sunday 22 November 2026, 11:45')
  })

  it('names the year where it is another', () => {
    expect(clockText(at('2027-01-01T00:00:00+04:00'), DUBAI)).toBe('Fri 1 Jan 2027, 00:00')
    expect(clockText(at('2026-12-31T23:59:00+04:00'), DUBAI)).toBe('Thu 31 Dec, 23:59')
  })

  it('tells both readings of an hour that comes twice apart by their countdown only', () => {
    const moment = { at: at('2026-10-31T12:00:00-04:00'), zone: 'America/New_York' }
    const [first, second] = [at('2026-11-01T01:30:00-04:00'), at('2026-11-01T01:30:00-05:00')]
    expect(clockText(first, moment)).toBe(clockText(second, moment))
    expect(countdown(first, moment.at)).toBe('in 13 h 30 min')
    expect(countdown(second, moment.at)).toBe('in 14 h 30 min')
  })
})

describe('lengthText', () => {
  const HOUR = 3_600_000
  it.each([
    [60_000, '1 min'],
    [59 * 60_000, '59 min'],
    [HOUR, '1 h'],
    [25 * HOUR, '1 day 1 h'],
    [51 * HOUR, '2 days 3 h'],
    [14 * 24 * HOUR, '2 weeks'],
    [20 * 24 * HOUR, '2 weeks 6 days'],
    [90 * 24 * HOUR, '3 months'],
  ])('%d ms is %s', (length, text) => {
    expect(lengthText(length)).toBe(text)
  })

  it('rounds up: nothing opens before its countdown has run out', () => {
    expect(lengthText(1)).toBe('1 min')
    expect(countdown(10, 10)).toBe('now')
  })
})

describe('days', () => {
  it('counts them on the calendar of the zone', () => {
    expect(
      dayNumber(at('2026-11-22T23:30:00+04:00'), { ...DUBAI, at: at('2026-11-23T00:15:00+04:00') }),
    ).toBe(1)
  })

  it('writes a date of a calendar without shifting it', () => {
    expect(dateText('2027-02-28')).toBe('Sun 28 Feb 2027')
  })
})
