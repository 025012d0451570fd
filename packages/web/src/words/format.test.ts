import { parseInstant } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { createFormat } from './format.ts'

const at = (text: string) => parseInstant(text) ?? Number.NaN
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const dubai = createFormat({ locale: 'en', digits: 'latn', zone: 'Asia/Dubai' })
const newYork = createFormat({ locale: 'en', digits: 'latn', zone: 'America/New_York' })

const spanish = createFormat({ locale: 'es', digits: 'latn', zone: 'Asia/Dubai' })
const arabic = createFormat({ locale: 'ar', digits: 'latn', zone: 'Asia/Dubai' })
const urdu = createFormat({ locale: 'ur', digits: 'latn', zone: 'Asia/Dubai' })

describe('join', () => {
  it('sets the marks of the language between parts', () => {
    expect(dubai.join(['a', 'b'], 'comma')).toBe('a, b')
    expect(arabic.join(['a', 'b'], 'comma')).toBe('a، b')
    expect(arabic.join(['a', 'b'], 'semicolon')).toBe('a؛ b')
    expect(urdu.join(['a', 'b', 'c'], 'stop')).toBe('a۔ b۔ c')
  })
})

describe('zoneName', () => {
  it('says the zone in words of the language', () => {
    const instant = at('2026-12-06T06:45:00Z')
    expect(dubai.zoneName('Asia/Dubai', instant)).toBe('Gulf Standard Time')
    expect(dubai.zoneName('America/New_York', instant)).toBe('Eastern Time')
    expect(spanish.zoneName('Asia/Karachi', instant)).toBe('hora estándar de Pakistán')
    expect(arabic.zoneName('Asia/Dubai', instant)).toBe('توقيت الخليج')
    expect(urdu.zoneName('Asia/Karachi', instant)).toBe('پاکستان کا معیاری وقت')
  })
})

describe('dates', () => {
  it('writes day and time on the clock of the zone, whatever the zone of the machine', () => {
    const instant = at('2026-12-06T06:45:00Z')
    expect(dubai.dayTime(instant)).toBe('Sunday 6 December, 10:45')
    expect(newYork.dayTime(instant)).toBe('Sunday 6 December, 01:45')
    expect(dubai.shortDayTime(instant)).toBe('Sun 6 Dec, 10:45')
  })

  it('names the year where it is another one', () => {
    const now = at('2026-12-20T12:00:00Z')
    expect(dubai.dayTime(at('2027-01-03T06:45:00Z'), now)).toBe('Sunday, 3 January 2027, 10:45')
    expect(dubai.dayTime(at('2026-12-31T06:45:00Z'), now)).toBe('Thursday 31 December, 10:45')
  })

  it.each([
    ['2026-12-25T10:45:00+04:00', 'Fri 25 Dec'],
    ['2026-12-25T00:00:00+04:00', 'Fri 25 Dec'],
    ['2026-12-25T23:59:59+04:00', 'Fri 25 Dec'],
    ['2027-01-05T10:45:00+04:00', 'Tue, 5 Jan 2027'],
  ])(
    'names of %s the day that it lies in and none before it, with the year where it is another one',
    (end, day) => {
      expect(dubai.shortDay(at(end), at('2026-12-22T10:00:00+04:00'))).toBe(day)
    },
  )

  it('writes midnight as 00:00 of the day that begins', () => {
    expect(dubai.dayTime(at('2026-12-06T00:00:00+04:00'))).toBe('Sunday 6 December, 00:00')
  })

  it('tells the two half past ones apart on the night the clocks go back', () => {
    const first = at('2026-11-01T01:30:00-04:00')
    expect(newYork.shortDayTime(first)).toBe('Sun 1 Nov, 01:30 (UTC-04:00)')
    expect(newYork.shortDayTime(first + HOUR)).toBe('Sun 1 Nov, 01:30 (UTC-05:00)')
    expect(newYork.shortDayTime(first + 2 * HOUR)).toBe('Sun 1 Nov, 02:30')
  })

  it('writes the digits that were chosen, in Arabic and in Urdu', () => {
    const instant = at('2026-12-06T06:45:00Z')
    const arabicDigits = createFormat({ locale: 'ar', digits: 'arab', zone: 'Asia/Dubai' })
    const urduDigits = createFormat({ locale: 'ur', digits: 'arabext', zone: 'Asia/Dubai' })
    expect(arabicDigits.time(instant)).toBe('١٠:٤٥')
    expect(arabic.time(instant)).toBe('10:45')
    expect(urduDigits.time(instant)).toBe('۱۰:۴۵')
  })
})

describe('lengths', () => {
  it('writes at most two units, and never less than is left', () => {
    expect(dubai.length(30_000)).toBe('1 minute')
    expect(dubai.length(50 * MINUTE)).toBe('50 minutes')
    expect(dubai.length(2 * HOUR + 5 * MINUTE)).toBe('2 hours 5 minutes')
    expect(dubai.length(23 * HOUR + 59 * MINUTE)).toBe('23 hours')
    expect(dubai.length(2 * DAY + 3 * HOUR)).toBe('2 days 3 hours')
    expect(dubai.length(16 * DAY)).toBe('2 weeks 2 days')
  })

  it('has an "and" between two units where the language wants one', () => {
    const length = 1 * DAY + 3 * HOUR
    expect(spanish.length(length)).toBe('1 día y 3 horas')
    expect(arabic.length(length)).toBe('يوم و3 ساعات')
    expect(urdu.length(length)).toBe('1 دن اور 3 گھنٹے')
    expect(spanish.length(2 * DAY)).toBe('2 días')
  })

  it('counts what has passed in whole hours for two days', () => {
    expect(dubai.elapsed(31 * HOUR + 59 * MINUTE)).toBe('31 hours')
    expect(dubai.elapsed(5 * MINUTE)).toBe('5 minutes')
    expect(dubai.elapsed(3 * DAY + 5 * HOUR)).toBe('3 days 5 hours')
  })
})
