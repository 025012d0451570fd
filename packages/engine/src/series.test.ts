import { describe, expect, it } from 'vitest'
import { protocol, session } from '../../../tests/support/protocol.ts'
import { SERIES, block, codes, dates, newcomer, planned } from '../../../tests/support/series.ts'

type Input = Readonly<Record<string, unknown>>

describe('forwards', () => {
  it('plans the sessions that are left at the preferred spacing, from the last one on', () => {
    const series = planned()
    expect(series.sessions).toEqual([
      { number: 2, date: '2026-02-07', gapDays: 28, spacing: 'preferred' },
      { number: 3, date: '2026-03-07', gapDays: 28, spacing: 'preferred' },
      { number: 4, date: '2026-04-04', gapDays: 28, spacing: 'preferred' },
    ])
    expect(series.issues).toEqual([])
    expect(series.event).toBeNull()
  })

  it('counts from the latest session, and knows which one it was', () => {
    const done = { id: 'p0', code: 'microneedling', device: 'pen' }
    const given = session({
      procedures: [
        { ...done, id: 'p2', endedAt: '2026-01-10T10:00:00Z', sessionNumber: 3 },
        { ...done, id: 'p1', endedAt: '2025-12-01T10:00:00Z', sessionNumber: 2 },
      ],
    })
    expect(planned({}, given).sessions).toEqual([
      { number: 4, date: '2026-02-07', gapDays: 28, spacing: 'preferred' },
    ])
  })

  it('counts sessions told of where no number is given', () => {
    const done = { code: 'microneedling', device: 'pen' }
    const given = session({
      procedures: [
        { ...done, id: 'p1', endedAt: '2025-12-01T10:00:00Z' },
        { ...done, id: 'p2', endedAt: '2026-01-10T10:00:00Z' },
      ],
    })
    const series = planned({}, given)
    expect(series.sessions.map((one) => one.number)).toEqual([3, 4])
    expect(dates(series)[0]).toBe('2026-02-07')
  })

  it('does not count what another protocol covers, nor a reading that was corrected', () => {
    expect(planned({}, newcomer()).sessions.map((one) => one.number)).toEqual([1, 2, 3, 4])
    const corrected = {
      type: 'corrected',
      at: '2026-01-10T10:00:00Z',
      procedure: 'p1',
      endedAt: '2026-01-03T10:00:00Z',
    }
    const series = planned({}, session({ events: [corrected] }))
    expect(series.sessions).toHaveLength(3)
    expect(dates(series)[0]).toBe('2026-01-31')
  })

  it('goes by the reading of the last session that holds when it is asked', () => {
    const corrected = {
      type: 'corrected',
      at: '2026-01-12T10:00:00Z',
      procedure: 'p1',
      endedAt: '2026-01-03T10:00:00Z',
    }
    const firstAt = (at: string) => dates(planned({ at }, session({ events: [corrected] })))[0]
    expect(firstAt('2026-01-12T09:59:59Z')).toBe('2026-02-07')
    expect(firstAt('2026-01-12T10:00:00Z')).toBe('2026-01-31')
  })

  it('counts a rule for what the last session was done for', () => {
    const [first, second] = SERIES['spacing'] as readonly Input[]
    const scars = {
      id: 'scars',
      source: 'first',
      atLeast: 'P5W',
      atMost: 'P6W',
      when: { indications: ['acne-scars'] },
    }
    const ledger = protocol({ series: { ...SERIES, spacing: [first, second, scars] } })
    const firstFor = (indication: string) =>
      dates(planned({}, session({}, { indications: [indication] }), ledger))[0]
    expect(firstFor('acne-scars')).toBe('2026-02-14')
    expect(firstFor('texture')).toBe('2026-02-07')
  })

  it('after a move keeps the gap by either calendar', () => {
    const moved = (zone: string) =>
      session(
        { zone: 'UTC', events: [{ type: 'moved', at: '2026-01-12T10:00:00Z', zone }] },
        { endedAt: '2026-01-10T23:30:00Z' },
      )
    const firstIn = (zone: string) => dates(planned({ at: '2026-01-15T10:00:00Z' }, moved(zone)))[0]
    expect(firstIn('Pacific/Auckland')).toBe('2026-02-08')
    expect(firstIn('America/New_York')).toBe('2026-02-07')
  })

  it('starts today for a newcomer, the first without a gap', () => {
    expect(planned({ sessions: 2 }, newcomer()).sessions).toEqual([
      { number: 1, date: '2026-01-10', gapDays: null, spacing: 'first' },
      { number: 2, date: '2026-02-07', gapDays: 28, spacing: 'preferred' },
    ])
  })

  it('counts the last session and today as local dates', () => {
    const auckland = session({ zone: 'Pacific/Auckland' }, { endedAt: '2026-01-10T12:00:00Z' })
    // There the session ended on the 11th, one hour into the day.
    expect(dates(planned({}, auckland))[0]).toBe('2026-02-08')
    const moved = { type: 'moved', at: '2026-03-01T00:00:00Z', zone: 'Pacific/Auckland' }
    const away = planned({ at: '2026-05-01T13:00:00Z' }, session({ events: [moved] }))
    expect(dates(away)[0]).toBe('2026-05-02')
  })

  it('plans the number asked for, done ones included, and none when they are done', () => {
    expect(planned({ sessions: 2 }).sessions).toHaveLength(1)
    expect(planned({ sessions: 6 }).sessions).toHaveLength(5)
    const enough = planned({ sessions: 1 })
    expect(enough.sessions).toEqual([])
    expect(enough.issues).toEqual([])
    expect(enough.maintenance).toEqual({ from: '2026-07-10', until: '2027-01-10' })
    expect(planned({ sessions: 0 }).issues).toEqual([])
  })

  it('goes around blocked dates, both ends of a span included', () => {
    const both = planned({ sessions: 2, ...block('2026-02-07', '2026-02-09') })
    expect(both.sessions).toEqual([
      { number: 2, date: '2026-02-06', gapDays: 27, spacing: 'allowable' },
    ])
    expect(dates(planned({ sessions: 2, ...block('2026-02-05', '2026-02-07') }))).toEqual([
      '2026-02-08',
    ])
    expect(dates(planned({ sessions: 2, ...block('2026-02-01', '2026-02-06') }))).toEqual([
      '2026-02-07',
    ])
    expect(dates(planned({ sessions: 2, ...block('2026-02-08', '2026-02-28') }))).toEqual([
      '2026-02-07',
    ])
    expect(dates(planned({ sessions: 2, ...block('2026-02-07', '2026-02-07') }))).toEqual([
      '2026-02-06',
    ])
  })

  it('goes around several spans', () => {
    const blocked = [
      { from: '2026-02-01', until: '2026-02-07' },
      { from: '2026-02-08', until: '2026-02-21' },
    ]
    expect(dates(planned({ sessions: 2, blocked }))).toEqual(['2026-01-31'])
  })

  it('plans fewer where the next cannot be spaced, and says so', () => {
    const series = planned(block('2026-02-08', '2026-12-31'))
    expect(dates(series)).toEqual(['2026-02-07'])
    expect(series.issues).toEqual([
      {
        severity: 'warning',
        code: 'incomplete',
        diagnostics:
          '1 of the 3 sessions still wanted fit. Free some dates, or ask the clinic about fewer sessions.',
        expression: 'sessions',
      },
    ])
    expect(series.maintenance).toEqual({ from: '2026-08-07', until: '2027-02-07' })
  })

  it('never puts the next one nearer than the least spacing', () => {
    const tight = block('2026-01-31', '2026-02-21')
    const series = planned({ sessions: 2, ...tight })
    expect(dates(series)).toEqual([])
    expect(codes(series)).toEqual(['incomplete'])
    expect(dates(planned({ sessions: 2, ...block('2026-02-01', '2026-02-21') }))).toEqual([
      '2026-01-31',
    ])
    expect(dates(planned({ sessions: 2, ...block('2026-01-31', '2026-02-20') }))).toEqual([
      '2026-02-21',
    ])
  })
})

describe('a late series', () => {
  it('plans nothing before today; up to the longest gap it is on time', () => {
    expect(planned({ at: '2026-02-21T09:00:00Z', sessions: 2 })).toMatchObject({
      sessions: [{ number: 2, date: '2026-02-21', gapDays: 42, spacing: 'allowable' }],
      issues: [],
    })
  })

  it('one day later it goes on from today and says that it is late', () => {
    const series = planned({ at: '2026-02-22T09:00:00Z', sessions: 3 })
    expect(series.sessions).toEqual([
      { number: 2, date: '2026-02-22', gapDays: 43, spacing: 'late' },
      { number: 3, date: '2026-03-22', gapDays: 28, spacing: 'preferred' },
    ])
    expect(series.issues).toEqual([
      {
        severity: 'information',
        code: 'business-rule',
        diagnostics:
          'The last session is more than 42 days back, longer than any source spaces them: ask the clinic how to go on.',
        expression: 'sessions[0]',
      },
    ])
  })

  it('on the last day of the longest gap has that day only', () => {
    const request = { at: '2026-02-21T09:00:00Z', sessions: 2 }
    const series = planned({ ...request, ...block('2026-02-21', '2026-02-21') })
    expect(dates(series)).toEqual([])
    expect(codes(series)).toEqual(['incomplete'])
  })

  it('may start as late again as the longest gap, and no later', () => {
    const at = '2026-06-01T09:00:00Z'
    expect(dates(planned({ at, sessions: 2, ...block('2026-06-01', '2026-07-12') }))).toEqual([
      '2026-07-13',
    ])
    expect(dates(planned({ at, sessions: 2, ...block('2026-06-01', '2026-07-13') }))).toEqual([])
    expect(dates(planned({ at, sessions: 3, ...block('2026-06-01', '2026-07-12') }))).toEqual([
      '2026-07-13',
      '2026-08-10',
    ])
  })

  it('gives a newcomer the same room', () => {
    expect(
      dates(planned({ sessions: 1, ...block('2026-01-10', '2026-02-20') }, newcomer())),
    ).toEqual(['2026-02-21'])
    expect(
      dates(planned({ sessions: 1, ...block('2026-01-10', '2026-02-21') }, newcomer())),
    ).toEqual([])
  })
})

describe('upkeep', () => {
  it('follows the last session planned, from the preferred least to the preferred most', () => {
    expect(planned().maintenance).toEqual({ from: '2026-10-04', until: '2027-04-04' })
  })

  it('is not known before any session', () => {
    expect(planned(block('2026-01-01', '2027-12-31'), newcomer()).maintenance).toBeNull()
  })
})
