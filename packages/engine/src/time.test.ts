import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, iso } from '../../../tests/support/protocol.ts'
import { anyInstant, days, hours, months, ZONES } from '../../../tests/support/zones.ts'
import {
  addToDate,
  daysBetween,
  formatInstant,
  instantOf,
  isCalendarDate,
  isZone,
  localDate,
  ONE_DAY,
  parseInstant,
} from './time.ts'

describe('parseInstant', () => {
  it.each([
    ['2026-11-22T10:45:00+04:00', '2026-11-22T06:45:00.000Z'],
    ['2026-11-22T10:45Z', '2026-11-22T10:45:00.000Z'],
    ['2026-11-22T10:45:30Z', '2026-11-22T10:45:30.000Z'],
    ['2026-11-22T10:45:30.5Z', '2026-11-22T10:45:30.500Z'],
    ['2026-11-22T10:45:30.123-03:30', '2026-11-22T14:15:30.123Z'],
    ['2026-11-22T10:45:00+14:00', '2026-11-21T20:45:00.000Z'],
    ['2026-11-22T10:45:00-13:59', '2026-11-23T00:44:00.000Z'],
    ['2028-02-29T00:00Z', '2028-02-29T00:00:00.000Z'],
    ['2026-12-31T23:59:59Z', '2026-12-31T23:59:59.000Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
    ['2199-12-31T23:59:59Z', '2199-12-31T23:59:59.000Z'],
  ])('reads %s', (text, expected) => {
    expect(iso(parseInstant(text) ?? Number.NaN)).toBe(expected)
  })

  it.each([
    ['a day that its month does not have', '2026-02-30T10:00:00Z'],
    ['29 February of a common year', '2026-02-29T10:00:00Z'],
    ['a thirteenth month', '2026-13-01T10:00:00Z'],
    ['the hour 24', '2026-11-22T24:00:00Z'],
    ['the minute 60', '2026-11-22T10:60:00Z'],
    ['the second 60, which would be read as 59', '2026-12-31T23:59:60Z'],
    ['no offset', '2026-11-22T10:45:00'],
    ['no time', '2026-11-22'],
    ['no "T"', '2026-11-22 10:45:00Z'],
    ['a zone beside the offset', '2026-11-22T10:45:00+04:00[Asia/Dubai]'],
    ['words', 'yesterday at noon'],
    ['nothing', ''],
    ['something before it', ' 2026-11-22T10:45:00Z'],
    ['something after it', '2026-11-22T10:45:00Z '],
    ['finer than a millisecond', '2026-11-22T10:45:00.1234Z'],
    ['an offset east of every zone', '2026-11-22T10:45:00+14:01'],
    ['an offset west of every zone', '2026-11-22T10:45:00-15:00'],
    ['an offset of 60 minutes', '2026-11-22T10:45:00+13:60'],
    ['an offset of a whole day', '2026-11-22T10:45:00+24:00'],
    ['the year before the first', '1969-12-31T23:59:59Z'],
    ['the year after the last', '2200-01-01T00:00:00Z'],
    ['a year that can only be a slip', '0206-11-22T10:45:00Z'],
    ['a single-digit hour', '2026-11-22T9:45:00Z'],
    ['epoch milliseconds', '1795344300000'],
  ])('refuses %s', (_, text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  it('reads back what formatInstant wrote, in every zone, to the second', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES).chain((zone) => fc.tuple(fc.constant(zone), anyInstant(zone))),
        ([zone, at]) => {
          expect(parseInstant(formatInstant(at, zone))).toBe(at)
        },
      ),
    )
  })
})

describe('formatInstant', () => {
  it('writes the local time with the offset in force, to the second and no finer', () => {
    const at = instant('2026-11-22T06:45:09.987Z')
    expect(formatInstant(at, 'Asia/Dubai')).toBe('2026-11-22T10:45:09+04:00')
    expect(formatInstant(at, 'America/New_York')).toBe('2026-11-22T01:45:09-05:00')
    expect(formatInstant(at, 'UTC')).toBe('2026-11-22T06:45:09+00:00')
    expect(formatInstant(at, 'Asia/Kathmandu')).toBe('2026-11-22T12:30:09+05:45')
  })

  it('tells the two hours of an overlap apart', () => {
    expect(formatInstant(instant('2026-11-01T05:30:00Z'), 'America/New_York')).toBe(
      '2026-11-01T01:30:00-04:00',
    )
    expect(formatInstant(instant('2026-11-01T06:30:00Z'), 'America/New_York')).toBe(
      '2026-11-01T01:30:00-05:00',
    )
  })
})

describe('local dates', () => {
  it('turn at local midnight, not at UTC midnight', () => {
    expect(localDate(instant('2026-11-22T19:59:59Z'), 'Asia/Dubai')).toBe('2026-11-22')
    expect(localDate(instant('2026-11-22T20:00:00Z'), 'Asia/Dubai')).toBe('2026-11-23')
    expect(localDate(instant('2026-11-22T04:59:59Z'), 'America/New_York')).toBe('2026-11-21')
    expect(localDate(instant('2026-11-22T05:00:00Z'), 'America/New_York')).toBe('2026-11-22')
  })

  it('counts whole days either way, over a leap day and over a change of offset', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365)
    expect(daysBetween('2026-01-01', '2026-01-01')).toBe(0)
  })

  it('adds calendar units, the last day of the month where it is shorter, back with a negative count', () => {
    expect(addToDate('2026-01-31', months(1))).toBe('2026-02-28')
    expect(addToDate('2028-01-31', months(1))).toBe('2028-02-29')
    expect(addToDate('2026-01-31', months(6))).toBe('2026-07-31')
    expect(addToDate('2026-12-31', days(1))).toBe('2027-01-01')
    expect(addToDate('2026-03-31', months(1), -1)).toBe('2026-02-28')
    expect(addToDate('2026-03-01', days(1), -1)).toBe('2026-02-28')
    expect(addToDate('2026-01-31', days(7), 3)).toBe('2026-02-21')
    expect(addToDate('2026-02-01', ONE_DAY)).toBe('2026-02-02')
  })

  it('is anchored: the n-th month is counted from the first, not from the one before', () => {
    expect(addToDate('2026-01-31', months(1), 2)).toBe('2026-03-31')
  })

  it('takes a part of a day of elapsed time for a whole one', () => {
    expect(addToDate('2026-01-10', hours(24))).toBe('2026-01-11')
    expect(addToDate('2026-01-10', hours(25))).toBe('2026-01-12')
    expect(addToDate('2026-01-10', hours(1), 3)).toBe('2026-01-13')
    expect(addToDate('2026-01-10', hours(48), -1)).toBe('2026-01-08')
  })

  it.each(['2026-01-01', '2028-02-29', '2026-12-31'])('takes %s for a date', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    ' 2026-01-01',
    'tomorrow',
    '',
  ])('does not take "%s" for a date', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })
})

describe('instantOf', () => {
  it('is the instant at which the clock on that wall shows the time', () => {
    expect(iso(instantOf('2026-11-22', '08:00', 'Asia/Dubai'))).toBe('2026-11-22T04:00:00.000Z')
    expect(iso(instantOf('2026-07-01', '00:00', 'Europe/London'))).toBe('2026-06-30T23:00:00.000Z')
  })

  it('takes the later instant in a gap and in an overlap', () => {
    expect(iso(instantOf('2026-03-08', '02:30', 'America/New_York'))).toBe(
      '2026-03-08T07:30:00.000Z',
    )
    expect(iso(instantOf('2026-11-01', '01:30', 'America/New_York'))).toBe(
      '2026-11-01T06:30:00.000Z',
    )
  })
})

describe('isZone', () => {
  it.each(['Asia/Dubai', 'America/New_York', 'UTC', 'Etc/GMT+4', 'America/Argentina/Buenos_Aires'])(
    'knows %s',
    (name) => {
      expect(isZone(name)).toBe(true)
    },
  )

  it.each([
    '+04:00',
    '-0400',
    '−04:00',
    '04:00',
    'Z',
    '',
    'Mars/Base',
    'Dubai',
    '__proto__',
    '2026-01-01T00:00Z',
    '2026-01-01T00:00[Asia/Dubai]',
    '2026-01-01T00:00+04:00',
  ])('does not take "%s" for a zone', (name) => {
    expect(isZone(name)).toBe(false)
  })
})
