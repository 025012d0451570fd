import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, protocol, session } from '../../../tests/support/protocol.ts'
import {
  codes,
  dates,
  HOLDS,
  planned,
  type Request,
  SERIES,
} from '../../../tests/support/series.ts'
import { type Series } from './series.ts'
import { addToDate, daysBetween } from './time.ts'

const reported = (code: string, at: string, severity = 3) => ({
  type: 'check-in',
  at,
  signs: [{ code, severity }],
})

const dayCount = (count: number) => ({ kind: 'days', days: count }) as const

function hoursAfter(date: string, hours: number): string {
  return new Date(instant(`${date}T00:00:00Z`) + hours * 3_600_000).toISOString()
}

/** Everything that a planned series may not do, in words. */
function breachesOf(series: Series, request: Request): readonly string[] {
  const { allowableDays } = series.rules.spacing
  const held = series.holds.filter((hold) => !hold.toConfirm)
  return series.sessions.flatMap((one, k) => {
    const before = series.sessions[k - 1]
    const gap = before ? daysBetween(before.date, one.date) : one.gapDays
    const isBlocked = request.blocked?.some(
      ({ from, until }) => from <= one.date && one.date <= until,
    )
    const broken: readonly (readonly [boolean, string])[] = [
      [gap !== null && gap < allowableDays.atLeast, 'too soon after the one before'],
      [before !== undefined && (gap ?? 0) > allowableDays.atMost, 'too long after the one before'],
      [one.gapDays !== gap, 'a gap misstated'],
      [before !== undefined && one.number !== before.number + 1, 'numbers out of order'],
      [isBlocked ?? false, 'on a blocked date'],
      [held.some((hold) => hold.until === null || one.date < hold.until), 'inside a hold'],
      [series.event !== null && one.date > series.event.lastSessionBy, 'after the last day'],
      [
        (one.spacing === 'late') !== (gap !== null && gap > allowableDays.atMost),
        'late, or not said to be',
      ],
    ]
    return broken.flatMap(([isBroken, text]) => (isBroken ? [`${one.date}: ${text}`] : []))
  })
}

describe('holds', () => {
  it('with a date put the next session on that date or after', () => {
    const given = session({ events: [reported('erythema', '2026-01-19T10:00:00Z')] })
    const longCourse = {
      expectations: [{ id: 'redness', signs: ['erythema'], until: 'P35D', source: 'first' }],
      milestones: [],
    }
    const ledger = protocol({ series: { ...SERIES, holds: HOLDS }, course: longCourse })
    const series = planned({ at: '2026-01-20T10:00:00Z', sessions: 2 }, given, ledger)
    expect(series.holds).toMatchObject([{ hold: 'not-settled', until: '2026-02-15' }])
    expect(dates(series)).toEqual(['2026-02-15'])
    expect(series.sessions[0]?.spacing).toBe('allowable')
  })

  it('without a date plan nothing, until they are cleared', () => {
    const sign = reported('pustules', '2026-01-12T10:00:00Z')
    const stopped = planned({ at: '2026-01-13T10:00:00Z' }, session({ events: [sign] }))
    expect(stopped.holds).toMatchObject([{ hold: 'infection', until: null, toConfirm: false }])
    expect(stopped.sessions).toEqual([])
    expect(codes(stopped)).toEqual(['incomplete'])
    expect(stopped.maintenance).toBeNull()
    const cleared = {
      type: 'clearance',
      at: '2026-01-13T10:00:00Z',
      subject: 'infection',
      by: 'Dr Ali',
    }
    const free = planned({ at: '2026-01-13T10:00:00Z' }, session({ events: [sign, cleared] }))
    expect(free.holds).toEqual([])
    expect(dates(free)).toEqual(['2026-02-07', '2026-03-07', '2026-04-04'])
  })

  it('by a fact that is not known are to be confirmed, and stop nothing', () => {
    const series = planned({}, session({ patient: {} }))
    expect(series.holds).toMatchObject([{ hold: 'isotretinoin', until: null, toConfirm: true }])
    expect(dates(series)).toHaveLength(3)
    const known = planned({}, session({ patient: { medicines: ['isotretinoin'] } }))
    expect(known.sessions).toEqual([])
  })

  it('that begin later do not stop a plan made before', () => {
    const given = session({ events: [reported('pustules', '2026-01-12T10:00:00Z')] })
    expect(dates(planned({ at: '2026-01-12T09:59:59Z' }, given))).toHaveLength(3)
    expect(dates(planned({ at: '2026-01-12T10:00:00Z' }, given))).toHaveLength(0)
  })
})

describe('laws', () => {
  const start = '2026-03-01'
  const anyDate = fc.integer({ min: 0, max: 500 }).map((n) => addToDate(start, dayCount(n)))
  const anySpan = fc
    .tuple(anyDate, fc.integer({ min: 0, max: 40 }))
    .map(([from, length]) => ({ from, until: addToDate(from, dayCount(length)) }))
  const anyRequest = fc.record(
    {
      at: fc.integer({ min: 0, max: 120 * 24 }).map((hour) => hoursAfter(start, hour)),
      sessions: fc.integer({ min: 0, max: 9 }),
      blocked: fc.array(anySpan, { maxLength: 12 }),
      event: fc.record({ kind: fc.constantFrom('wedding', 'rodeo'), date: anyDate }),
    },
    { requiredKeys: ['at'] },
  )
  const ends = ['2026-01-01T10:00:00Z', '2026-02-20T10:00:00Z', '2026-03-15T23:30:00Z']
  const anySession = fc
    .record({
      endedAt: fc.constantFrom(...ends),
      zone: fc.constantFrom('UTC', 'America/New_York', 'Pacific/Auckland'),
      done: fc.boolean(),
      sign: fc.option(fc.constantFrom('erythema', 'pustules')),
      hour: fc.integer({ min: 0, max: 60 * 24 }),
    })
    .map(({ endedAt, zone, done, sign, hour }) =>
      session(
        {
          zone,
          events: sign === null ? [] : [reported(sign, hoursAfter(start, hour))],
        },
        { endedAt, code: done ? 'microneedling' : 'chemical-peel' },
      ),
    )

  it('no planned session breaks the spacing, a blocked date, a hold, the event or its order', () => {
    fc.assert(
      fc.property(anyRequest, anySession, (request, given) => {
        const series = planned(request, given)
        expect(breachesOf(series, request)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('says so when and only when fewer fit than are wanted', () => {
    fc.assert(
      fc.property(anyRequest, anySession, (request, given) => {
        const series = planned(request, given)
        const done = given.procedures[0]?.code === 'microneedling' ? 1 : 0
        const wanted = Math.max(0, (request.sessions ?? 4) - done)
        expect(series.sessions.length).toBeLessThanOrEqual(wanted)
        expect(codes(series).includes('incomplete')).toBe(series.sessions.length < wanted)
      }),
      { numRuns: 200 },
    )
  })
})
