import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { instant, iso } from '../../../tests/support/protocol.ts'
import { anyInstant, days, hours, months, ZONES } from '../../../tests/support/zones.ts'
import type { Duration } from './duration.ts'
import {
  addDuration,
  createZoneTable,
  elapsedAfter,
  formatInstant,
  type Instant,
  isQuiet,
  yearAbout,
  type ZoneTable,
} from './time.ts'

const HOUR_MS = 3_600_000

const DAY_MS = 24 * HOUR_MS

function tableAt(zone: string, at: Instant): ZoneTable {
  return createZoneTable(zone, yearAbout(at))
}

/** What Temporal itself says, on the road that its documentation gives. */
function byTemporal(zone: string, at: Instant, duration: Duration): Instant {
  if (duration.kind === 'elapsed') return at + duration.milliseconds
  const local = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
  const moved = local.add(
    duration.kind === 'days' ? { days: duration.days } : { months: duration.months },
  )
  return moved.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
}

function added(zone: string, from: string, duration: Duration): string {
  const at = instant(from)
  return formatInstant(addDuration(tableAt(zone, at), at, duration), zone)
}

const anyDuration: fc.Arbitrary<Duration> = fc.oneof(
  fc.integer({ min: -60, max: 400 }).map(days),
  fc.integer({ min: -12, max: 24 }).map(months),
  fc.integer({ min: -2000, max: 9000 }).map(hours),
)

describe('addDuration', () => {
  it('counts hours on the clock and days on the calendar, which differ over a change of offset', () => {
    const from = '2026-03-06T23:30:00-05:00'
    expect(added('America/New_York', from, hours(72))).toBe('2026-03-10T00:30:00-04:00')
    expect(added('America/New_York', from, days(3))).toBe('2026-03-09T23:30:00-04:00')
    const autumn = '2026-10-30T12:00:00-04:00'
    expect(added('America/New_York', autumn, hours(72))).toBe('2026-11-02T11:00:00-05:00')
    expect(added('America/New_York', autumn, days(3))).toBe('2026-11-02T12:00:00-05:00')
  })

  it('takes the later instant where the clock was put forward over that time', () => {
    expect(added('America/New_York', '2026-03-07T02:30:00-05:00', days(1))).toBe(
      '2026-03-08T03:30:00-04:00',
    )
    expect(added('America/New_York', '2026-03-07T02:00:00-05:00', days(1))).toBe(
      '2026-03-08T03:00:00-04:00',
    )
    expect(added('America/New_York', '2026-03-07T01:59:59-05:00', days(1))).toBe(
      '2026-03-08T01:59:59-05:00',
    )
    expect(added('Australia/Lord_Howe', '2026-10-03T02:10:00+10:30', days(1))).toBe(
      '2026-10-04T02:40:00+11:00',
    )
    expect(added('Antarctica/Troll', '2026-03-28T01:30:00+00:00', days(1))).toBe(
      '2026-03-29T03:30:00+02:00',
    )
  })

  it('takes the later instant where that time came twice', () => {
    expect(added('America/New_York', '2026-10-31T01:30:00-04:00', days(1))).toBe(
      '2026-11-01T01:30:00-05:00',
    )
    expect(added('America/New_York', '2026-10-31T01:00:00-04:00', days(1))).toBe(
      '2026-11-01T01:00:00-05:00',
    )
    expect(added('America/New_York', '2026-10-31T00:59:59-04:00', days(1))).toBe(
      '2026-11-01T00:59:59-04:00',
    )
    expect(added('America/New_York', '2026-10-31T02:00:00-04:00', days(1))).toBe(
      '2026-11-01T02:00:00-05:00',
    )
    expect(added('Europe/London', '2026-09-25T01:30:00+01:00', months(1))).toBe(
      '2026-10-25T01:30:00+00:00',
    )
  })

  it('follows a zone whose summer time pauses for Ramadan', () => {
    expect(added('Africa/Casablanca', '2026-02-10T10:00:00+01:00', days(7))).toBe(
      '2026-02-17T10:00:00+00:00',
    )
    expect(added('Africa/Casablanca', '2026-02-10T10:00:00+01:00', days(60))).toBe(
      '2026-04-11T10:00:00+01:00',
    )
  })

  it('keeps midnight at midnight', () => {
    expect(added('Asia/Dubai', '2026-11-22T00:00:00+04:00', days(7))).toBe(
      '2026-11-29T00:00:00+04:00',
    )
    expect(added('UTC', '1970-01-01T00:00:00Z', days(-1))).toBe('1969-12-31T00:00:00+00:00')
  })

  it('ends months on their last day', () => {
    expect(added('UTC', '2026-01-31T10:00:00Z', months(1))).toBe('2026-02-28T10:00:00+00:00')
    expect(added('UTC', '2028-01-31T10:00:00Z', months(1))).toBe('2028-02-29T10:00:00+00:00')
    expect(added('UTC', '2026-03-31T10:00:00Z', months(1))).toBe('2026-04-30T10:00:00+00:00')
    expect(added('UTC', '2026-03-30T10:00:00Z', months(1))).toBe('2026-04-30T10:00:00+00:00')
    expect(added('UTC', '2026-12-31T23:59:59Z', months(2))).toBe('2027-02-28T23:59:59+00:00')
    expect(added('UTC', '2026-11-30T00:00:00Z', months(1))).toBe('2026-12-30T00:00:00+00:00')
    expect(added('UTC', '2026-01-31T00:00:00Z', months(-2))).toBe('2025-11-30T00:00:00+00:00')
  })

  it('handles 29 February: a year on from it, and to it', () => {
    expect(added('UTC', '2028-02-29T10:00:00Z', months(12))).toBe('2029-02-28T10:00:00+00:00')
    expect(added('UTC', '2027-02-28T10:00:00Z', months(12))).toBe('2028-02-28T10:00:00+00:00')
    expect(added('UTC', '2028-02-28T10:00:00Z', days(1))).toBe('2028-02-29T10:00:00+00:00')
  })

  it('knows that 2000 was a leap year and 2100 is none', () => {
    expect(added('UTC', '2000-01-31T10:00:00Z', months(1))).toBe('2000-02-29T10:00:00+00:00')
    expect(added('UTC', '2100-01-31T10:00:00Z', months(1))).toBe('2100-02-28T10:00:00+00:00')
    expect(added('UTC', '2100-03-31T10:00:00Z', months(-1))).toBe('2100-02-28T10:00:00+00:00')
    expect(added('UTC', '2099-12-31T10:00:00Z', months(2))).toBe('2100-02-28T10:00:00+00:00')
    expect(added('UTC', '2096-12-31T10:00:00Z', months(2))).toBe('2097-02-28T10:00:00+00:00')
    expect(added('UTC', '2101-01-01T10:00:00Z', months(-12))).toBe('2100-01-01T10:00:00+00:00')
  })

  it('finds every first and last day of a month', () => {
    for (let month = 1; month <= 12; month++) {
      for (const year of [1969, 1999, 2000, 2026, 2027, 2028, 2100]) {
        const first = Temporal.PlainDate.from({ year, month, day: 1 })
        for (const day of [1, 2, first.daysInMonth - 1, first.daysInMonth]) {
          for (const count of [-1, 0, 1, 11]) {
            const at = first.with({ day }).toZonedDateTime('UTC').epochMilliseconds
            const table = createZoneTable('UTC', year)
            expect(iso(addDuration(table, at, months(count)))).toBe(
              iso(byTemporal('UTC', at, months(count))),
            )
          }
        }
      }
    }
  })

  it('equals Temporal in every zone, at every instant, for every length', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES).chain((zone) => fc.tuple(fc.constant(zone), anyInstant(zone))),
        anyDuration,
        ([zone, at], duration) => {
          expect(addDuration(tableAt(zone, at), at, duration)).toBe(byTemporal(zone, at, duration))
        },
      ),
      { numRuns: 4000 },
    )
  })
})

describe('elapsedAfter', () => {
  it('is the length itself for elapsed time, and by the calendar for days', () => {
    const at = instant('2026-03-06T23:30:00-05:00')
    const table = tableAt('America/New_York', at)
    expect(elapsedAfter(table, at, hours(72))).toBe(72 * HOUR_MS)
    expect(elapsedAfter(table, at, days(3))).toBe(71 * HOUR_MS)
    expect(elapsedAfter(table, at, days(-1))).toBe(-24 * HOUR_MS)
    expect(elapsedAfter(table, at, months(1))).toBe(31 * DAY_MS - HOUR_MS)
  })

  it.each<readonly [zone: string, at: string]>([
    ['America/New_York', '2026-03-08T01:59:59-05:00'],
    ['America/New_York', '2026-03-08T03:00:00-04:00'],
    ['America/New_York', '2026-03-07T02:00:00-05:00'],
    ['America/New_York', '2026-11-01T01:30:00-04:00'],
    ['America/New_York', '2026-11-01T01:30:00-05:00'],
    ['America/New_York', '2026-10-31T01:00:00-04:00'],
    ['Australia/Lord_Howe', '2026-04-04T01:45:00+11:00'],
    ['Antarctica/Troll', '2026-10-24T01:30:00+02:00'],
  ])('finds each whole day around the change in %s, from %s', (zone, from) => {
    const at = instant(from)
    for (const count of [-3, -2, -1, 0, 1, 2, 3, 200, 300, 400]) {
      expect(elapsedAfter(tableAt(zone, at), at, days(count))).toBe(
        byTemporal(zone, at, days(count)) - at,
      )
    }
  })
})

describe('isQuiet', () => {
  const table = createZoneTable('America/New_York', 2026)
  const spring = instant('2026-03-08T07:00:00Z')
  const autumn = instant('2026-11-01T06:00:00Z')
  const isQuietFor = (at: Instant, earliest: number, latest: number) =>
    isQuiet(table, at, { earliest, latest })

  it('asks for more than a day to the change after', () => {
    expect(isQuietFor(autumn - 3 * DAY_MS, 0, 2 * DAY_MS - 1)).toBe(true)
    expect(isQuietFor(autumn - 3 * DAY_MS, 0, 2 * DAY_MS)).toBe(false)
    expect(isQuietFor(autumn - 1, 0, 0)).toBe(false)
  })

  it('asks for more than a day from the change before', () => {
    expect(isQuietFor(spring + 3 * DAY_MS, -2 * DAY_MS + 1, 0)).toBe(true)
    expect(isQuietFor(spring + 3 * DAY_MS, -2 * DAY_MS, 0)).toBe(false)
    expect(isQuietFor(spring, 0, 0)).toBe(false)
  })

  it('is always so where no offset changes, and after the last change that is known', () => {
    const dubai = createZoneTable('Asia/Dubai', 2026)
    expect(isQuiet(dubai, spring, { earliest: -400 * DAY_MS, latest: 400 * DAY_MS })).toBe(true)
    expect(isQuietFor(instant('2028-12-01T00:00:00Z'), 0, 400 * DAY_MS)).toBe(true)
  })

  it('means that each day within is 24 hours', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES).chain((zone) => fc.tuple(fc.constant(zone), anyInstant(zone))),
        fc.integer({ min: -30, max: 0 }),
        fc.integer({ min: 0, max: 90 }),
        ([zone, at], first, last) => {
          const known = tableAt(zone, at)
          fc.pre(isQuiet(known, at, { earliest: first * DAY_MS, latest: last * DAY_MS }))
          for (const count of [first, last]) {
            expect(byTemporal(zone, at, days(count)) - at).toBe(count * DAY_MS)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('zone tables', () => {
  it('hold an offset from the instant it starts, inclusive', () => {
    const table = createZoneTable('America/New_York', 2026)
    const dayBefore = (at: string) => iso(addDuration(table, instant(at), days(-1)))
    expect(dayBefore('2026-03-08T06:59:59Z')).toBe('2026-03-07T06:59:59.000Z')
    expect(dayBefore('2026-03-08T07:00:00Z')).toBe('2026-03-07T08:00:00.000Z')
    expect(dayBefore('2026-11-01T05:59:59Z')).toBe('2026-10-31T05:59:59.000Z')
    expect(dayBefore('2026-11-01T06:00:00Z')).toBe('2026-10-31T05:00:00.000Z')
  })

  it('reach from the year before to three years after, and no further', () => {
    const { zone, since, offsetMs } = createZoneTable('Europe/London', 2026)
    expect(zone).toBe('Europe/London')
    expect(since[0]).toBe(Number.NEGATIVE_INFINITY)
    expect(since.slice(1).map(iso)).toEqual([
      '2025-03-30T01:00:00.000Z',
      '2025-10-26T01:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2027-03-28T01:00:00.000Z',
      '2027-10-31T01:00:00.000Z',
      '2028-03-26T01:00:00.000Z',
      '2028-10-29T01:00:00.000Z',
    ])
    expect(offsetMs).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0].map((hour) => hour * HOUR_MS))
  })

  it('are one line for a zone that never changes', () => {
    expect(createZoneTable('Asia/Dubai', 2026)).toEqual({
      zone: 'Asia/Dubai',
      since: [Number.NEGATIVE_INFINITY],
      offsetMs: [4 * HOUR_MS],
    })
  })

  it('are kept under a year that is off by no more than days at its edges', () => {
    expect(yearAbout(instant('2026-07-01T00:00:00Z'))).toBe(2026)
    expect(yearAbout(-180 * DAY_MS)).toBe(1969)
    fc.assert(
      fc.property(fc.integer({ min: 1971, max: 2090 }), (year) => {
        expect(yearAbout(instant(`${year}-01-03T00:00:00Z`))).toBe(year)
        expect(yearAbout(instant(`${year}-12-29T00:00:00Z`))).toBe(year)
      }),
    )
  })
})

describe('a day is 24 hours', () => {
  it('only where no offset changes', () => {
    const table = createZoneTable('Europe/London', 2026)
    const at = instant('2026-03-28T12:00:00Z')
    expect(addDuration(table, at, days(1)) - at).toBe(23 * HOUR_MS)
    expect(addDuration(table, at, days(-1)) - at).toBe(-DAY_MS)
  })
})
