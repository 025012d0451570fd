import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ENDED_AT,
  instant,
  position,
  protocol,
  protocolInput,
  session,
  subject,
} from '../../../tests/support/protocol.ts'
import { applyPlan } from './apply.ts'
import { createPlanner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import { planSeries, type Series, type SeriesRequest } from './series.ts'
import type { Session } from './session.ts'
import { addToDate, daysBetween } from './time.ts'

type Input = Readonly<Record<string, unknown>>
type Request = Omit<SeriesRequest, 'at'> & { readonly at?: string }

/** The made-up protocol: four sessions, four weeks apart at best and three to six weeks at all. */
const SERIES = protocolInput()['series'] as Input
const HOLDS = [
  { id: 'not-settled', source: 'first', signs: ['erythema'], until: 'settled' },
  { id: 'infection', source: 'first', signs: ['pustules'], until: 'cleared' },
  {
    id: 'isotretinoin',
    source: 'first',
    when: { medicines: ['isotretinoin'] },
    until: 'cleared',
  },
]

const LEDGER = protocol({ series: { ...SERIES, holds: HOLDS } })

function planned(
  { at = ENDED_AT, ...request }: Request = {},
  given: Session = session(),
  ledger: Protocol = LEDGER,
): Series {
  const planner = createPlanner([ledger])
  return planSeries(planner, applyPlan(planner, given), { at: instant(at), ...request })
}

const dates = (series: Series) => series.sessions.map((one) => one.date)
const codes = (series: Series) => series.issues.map((issue) => issue.code)
const reported = (code: string, at: string, severity = 3) => ({
  type: 'check-in',
  at,
  signs: [{ code, severity }],
})
const block = (from: string, until: string) => ({ blocked: [{ from, until }] })

/** A person who comes for their first session; nothing has been done by a clinic of this protocol. */
const newcomer = (parts: Input = {}) => session(parts, { code: 'chemical-peel' })

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

describe('backwards from an event', () => {
  it('ends on the last day whose full effect shows at the event', () => {
    const series = planned(
      { sessions: 6, event: { kind: 'wedding', date: '2026-09-19' } },
      newcomer(),
    )
    expect(series.event).toEqual({
      kind: 'wedding',
      date: '2026-09-19',
      known: true,
      // Settled by P15D, and one day for the make-up trial.
      lastSessionBy: '2026-09-03',
      // Six weeks before.
      fullEffectFrom: '2026-08-08',
    })
    expect(series.sessions).toEqual([
      { number: 1, date: '2026-03-21', gapDays: null, spacing: 'first' },
      { number: 2, date: '2026-04-18', gapDays: 28, spacing: 'preferred' },
      { number: 3, date: '2026-05-16', gapDays: 28, spacing: 'preferred' },
      { number: 4, date: '2026-06-13', gapDays: 28, spacing: 'preferred' },
      { number: 5, date: '2026-07-11', gapDays: 28, spacing: 'preferred' },
      { number: 6, date: '2026-08-08', gapDays: 28, spacing: 'preferred' },
    ])
    expect(series.issues).toEqual([])
  })

  it('comes closer together before it gives up the effect, and gives up the effect before a session', () => {
    const event = { kind: 'wedding', date: '2026-05-16' }
    // Full effect needs 4 April; the last possible day is 30 April.
    expect(dates(planned({ sessions: 4, event }, newcomer()))).toEqual([
      '2026-01-10',
      '2026-02-07',
      '2026-03-07',
      '2026-04-04',
    ])
    const near = planned({ sessions: 5, event }, newcomer())
    expect(near.sessions).toHaveLength(5)
    expect(near.sessions.every((one) => (one.gapDays ?? 21) >= 21)).toBe(true)
    expect(dates(near).at(-1)).toBe('2026-04-04')
    const full = planned({ sessions: 6, event }, newcomer())
    expect(dates(full).at(-1)).toBe('2026-04-25')
    expect(full.sessions).toHaveLength(6)
    const short = planned({ sessions: 7, event }, newcomer())
    expect(short.sessions).toHaveLength(6)
    expect(codes(short)).toEqual(['incomplete'])
  })

  it('puts none after the last day, and one on it', () => {
    const on = (date: string) =>
      planned({ sessions: 1, event: { kind: 'wedding', date } }, newcomer())
    expect(dates(on('2026-01-26'))).toEqual(['2026-01-10'])
    expect(dates(on('2026-01-25'))).toEqual([])
    expect(codes(on('2026-01-25'))).toEqual(['incomplete'])
  })

  it('goes on from the sessions done, keeping the allowable spacing', () => {
    const series = planned({ sessions: 3, event: { kind: 'wedding', date: '2026-12-31' } })
    // The wedding is far off, but the second session may not wait longer than six weeks.
    expect(series.sessions.map((one) => one.gapDays)).toEqual([28, 28])
  })

  it('goes around blocked dates', () => {
    const series = planned(
      {
        sessions: 2,
        event: { kind: 'wedding', date: '2026-09-19' },
        ...block('2026-08-01', '2026-09-30'),
      },
      newcomer(),
    )
    expect(dates(series)).toEqual(['2026-07-03', '2026-07-31'])
  })

  it('says that it does not know another kind of event, and still leaves time to settle', () => {
    const series = planned({ sessions: 2, event: { kind: 'rodeo', date: '2026-09-19' } })
    expect(series.event).toMatchObject({ known: false, lastSessionBy: '2026-09-03' })
    expect(series.issues).toEqual([
      {
        severity: 'warning',
        code: 'not-found',
        diagnostics:
          '"rodeo" is no kind of event the protocol knows; the dates leave time for the skin to settle, ask your clinic about the rest.',
        expression: 'event.kind',
      },
    ])
  })

  it('when the series is late may still end at the event', () => {
    const series = planned({
      at: '2026-06-01T09:00:00Z',
      sessions: 2,
      event: { kind: 'wedding', date: '2026-12-31' },
    })
    expect(series.sessions[0]?.spacing).toBe('late')
    // The gap is past help, so the soonest day costs least.
    expect(dates(series)).toEqual(['2026-06-01'])
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

describe('what an event asks for', () => {
  const withSubjects = (...list: readonly Input[]) =>
    protocol({
      subjects: list,
      series: {
        ...SERIES,
        events: [{ id: 'wedding', subjects: ['makeup'], source: 'first' }],
      },
    })
  const lastDay = (ledger: Protocol) =>
    planned({ event: { kind: 'wedding', date: '2026-09-19' } }, newcomer(), ledger).event
      ?.lastSessionBy

  it('has to be open the day before it, where that takes longer than settling', () => {
    const until = (text: string) =>
      withSubjects(subject('makeup', [position('m', 'avoid', { window: { until: text } })]))
    expect(lastDay(until('P15D'))).toBe('2026-09-03')
    expect(lastDay(until('P20D'))).toBe('2026-08-29')
    expect(lastDay(until('PT481H'))).toBe('2026-08-28')
    expect(lastDay(until('PT480H'))).toBe('2026-08-29')
  })

  it('is as open with care as without', () => {
    const limited = subject('makeup', [
      position('a', 'avoid', { window: { until: 'P16D' } }),
      position('l', 'limit', { window: { until: 'P30D' } }),
    ])
    expect(lastDay(withSubjects(limited))).toBe('2026-09-02')
  })

  it('takes the strict reading of facts that are not known', () => {
    const gated = subject('makeup', [
      position('a', 'avoid', { window: { until: 'P2D' } }),
      position('g', 'avoid', { window: { until: 'P20D' }, when: { history: ['diabetes'] } }),
    ])
    expect(lastDay(withSubjects(gated))).toBe('2026-08-29')
  })

  it('includes what is narrower, and nothing else', () => {
    const group = subject('makeup', [], { group: true })
    const lipstick = subject('lipstick', [position('l', 'avoid', { window: { until: 'P18D' } })], {
      broader: 'makeup',
    })
    const sauna = subject('sauna', [position('s', 'avoid', { window: { until: 'P40D' } })])
    expect(lastDay(withSubjects(group, lipstick, sauna))).toBe('2026-08-31')
  })

  it('gives no figure where only a clinician opens it', () => {
    const waits = subject('makeup', [position('a', 'avoid', { window: { until: 'cleared' } })])
    expect(lastDay(withSubjects(waits))).toBe('2026-09-03')
  })
})
