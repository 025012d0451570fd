import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '../../../tests/support/protocol.ts'
import type { Issue } from './issue.ts'
import { parseCheckIn, parseSession } from './parse-session.ts'
import type { Session } from './session.ts'

type Input = Readonly<Record<string, unknown>>

const PROCEDURE = { id: 'p1', code: 'microneedling', endedAt: '2026-11-22T10:45:00+04:00' }

const EVENT_AT = '2026-11-24T09:00:00+04:00'

function sessionInput(parts: Input = {}): Input {
  return { zone: 'Asia/Dubai', procedures: [PROCEDURE], ...parts }
}

const withEvent = (event: Input) => sessionInput({ events: [{ at: EVENT_AT, ...event }] })

function accepted(input: unknown): Session {
  const result = parseSession(input)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}

function issuesOf(input: unknown): readonly Issue[] {
  const result = parseSession(input)
  return result.ok ? [] : result.issues
}

/** Path and code of everything refused. */
const refused = (input: unknown) =>
  issuesOf(input).map((issue) => `${issue.expression} ${issue.code}`)

describe('an event', () => {
  it.each<readonly [string, Input]>([
    ['a check-in', { type: 'check-in', signs: [{ code: 'erythema', severity: 3 }] }],
    ['a check-in without signs', { type: 'check-in' }],
    ['a check-in with what has settled', { type: 'check-in', settled: ['erythema'], notes: 'ok' }],
    ['a check-in in words', { type: 'check-in', signs: [{ code: 'itch', severity: 'mild' }] }],
    ['a check-in off the scale', { type: 'check-in', signs: [{ code: 'itch', severity: 99 }] }],
    ['a trend', { type: 'check-in', signs: [{ code: 'itch', severity: 1, trend: 'fading' }] }],
    ['a clearance', { type: 'clearance', subject: 'retinol', by: 'Dr Ali' }],
    [
      'an override',
      {
        type: 'override',
        subject: 'makeup',
        window: 'P3D',
        by: 'Dr Ali',
        reason: 'deep needling',
      },
    ],
    ['something done', { type: 'done', subject: 'makeup' }],
    ['a journey', { type: 'moved', zone: 'Europe/London' }],
    ['a correction', { type: 'corrected', procedure: 'p1', endedAt: EVENT_AT }],
    ['advice', { type: 'patient-reported-advice', subject: 'makeup', window: 'cleared' }],
  ])('may be %s', (_, event) => {
    expect(refused(withEvent(event))).toEqual([])
  })

  it('reads a window as a length, alone or by name', () => {
    const override = { type: 'override', subject: 'makeup', by: 'Dr Ali', reason: 'r' }
    const windowOf = (window: unknown) => {
      const [event] = accepted(withEvent({ ...override, window })).events
      return event?.type === 'override' ? event.window : undefined
    }
    expect(windowOf('P3D')).toEqual({ until: 'P3D' })
    expect(windowOf({ until: 'PT48H' })).toEqual({ until: 'PT48H' })
  })

  it('waits for a clinician only where it is advice', () => {
    const advice = { type: 'patient-reported-advice', subject: 'makeup' }
    const windowOf = (window: unknown) => {
      const [event] = accepted(withEvent({ ...advice, window })).events
      return event?.type === 'patient-reported-advice' ? event.window : undefined
    }
    expect(windowOf('cleared')).toEqual({ until: 'cleared' })
    expect(windowOf({ until: 'cleared' })).toEqual({ until: 'cleared' })
    expect(windowOf('P3D')).toEqual({ until: 'P3D' })
    const override = { type: 'override', subject: 'makeup', by: 'Dr Ali', reason: 'r' }
    expect(refused(withEvent({ ...override, window: 'cleared' }))).toEqual([
      'events[0].window value',
    ])
    expect(refused(withEvent({ ...override, window: { until: 'cleared' } }))).toEqual([
      'events[0].window.until value',
    ])
  })

  it.each<readonly [string, Input, readonly string[]]>([
    ['of no known type', { type: 'wish' }, ['type value']],
    ['without a type', {}, ['type value']],
    ['without an instant', { type: 'done', subject: 'makeup', at: undefined }, ['at required']],
    [
      'on an impossible day',
      { type: 'done', subject: 'makeup', at: '2026-02-30T10:00Z' },
      ['at value'],
    ],
    ['with an unknown key', { type: 'done', subject: 'makeup', why: 'party' }, [' structure']],
    [
      'of a severity that is a word not known',
      {
        type: 'check-in',
        signs: [{ code: 'itch', severity: 'terrible' }],
      },
      ['signs[0].severity value'],
    ],
    [
      'without a severity',
      { type: 'check-in', signs: [{ code: 'itch' }] },
      ['signs[0].severity value'],
    ],
    [
      'of a severity that is a list',
      { type: 'check-in', signs: [{ code: 'itch', severity: [3] }] },
      ['signs[0].severity value'],
    ],
    [
      'of a severity that is null',
      { type: 'check-in', signs: [{ code: 'itch', severity: null }] },
      ['signs[0].severity value'],
    ],
    [
      'of a trend not known',
      {
        type: 'check-in',
        signs: [{ code: 'itch', severity: 3, trend: 'better' }],
      },
      ['signs[0].trend value'],
    ],
    ['without who cleared', { type: 'clearance', subject: 'retinol' }, ['by required']],
    [
      'without a reason',
      { type: 'override', subject: 'makeup', window: 'P3D', by: 'Dr Ali' },
      ['reason required'],
    ],
    ['to an unknown zone', { type: 'moved', zone: 'Mars/Base' }, ['zone value']],
    [
      'of two units',
      { type: 'patient-reported-advice', subject: 'makeup', window: 'P1DT2H' },
      ['window value'],
    ],
  ])('%s is refused', (_, event, expected) => {
    expect(refused(withEvent(event))).toEqual(
      expected.map((one) => (one.startsWith(' ') ? `events[0]${one}` : `events[0].${one}`)),
    )
  })

  it('corrects a procedure of the session', () => {
    const given = sessionInput({
      procedures: [PROCEDURE, { ...PROCEDURE, id: 'p2' }],
      events: [
        { type: 'done', at: EVENT_AT, subject: 'makeup' },
        { type: 'corrected', at: EVENT_AT, procedure: 'p3', endedAt: EVENT_AT },
      ],
    })
    expect(issuesOf(given)).toEqual([
      {
        severity: 'error',
        code: 'not-found',
        diagnostics: '"p3" is no procedure of this session: p1, p2',
        expression: 'events[1].procedure',
      },
    ])
  })
})

describe('parseCheckIn', () => {
  it('reads one check-in', () => {
    const signs = [{ code: 'erythema', severity: 'mild', trend: 'fading' }]
    expect(parseCheckIn({ at: EVENT_AT, signs, notes: 'better' })).toEqual({
      ok: true,
      value: { at: instant('2026-11-24T05:00:00Z'), signs, notes: 'better' },
    })
  })

  it.each<readonly [string, unknown, string]>([
    ['without signs', { at: EVENT_AT }, 'signs'],
    ['without an instant', { signs: [] }, 'at'],
    ['with an unknown key', { at: EVENT_AT, signs: [], mood: 'good' }, ''],
    ['that is nothing', null, ''],
  ])('refuses one %s', (_, input, expression) => {
    const result = parseCheckIn(input)
    expect(result.ok ? [] : result.issues.map((issue) => issue.expression)).toEqual([expression])
  })
})

describe('laws', () => {
  const nested = fc.letrec((tie) => ({
    session: fc.record(
      {
        zone: fc.oneof(fc.constant('Asia/Dubai'), tie('any')),
        procedures: fc.oneof(fc.array(tie('procedure'), { maxLength: 3 }), tie('any')),
        patient: tie('any'),
        events: fc.oneof(fc.array(tie('event'), { maxLength: 3 }), tie('any')),
      },
      { requiredKeys: [] },
    ),
    procedure: fc.record(
      {
        id: fc.oneof(fc.constant('p1'), tie('any')),
        code: fc.oneof(fc.constant('microneedling'), tie('any')),
        endedAt: fc.oneof(fc.constant(EVENT_AT), tie('any')),
        needleDepthMm: tie('any'),
        adjuncts: tie('any'),
      },
      { requiredKeys: [] },
    ),
    event: fc.record(
      {
        type: fc.constantFrom('check-in', 'override', 'corrected', 'moved', '__proto__'),
        at: fc.oneof(fc.constant(EVENT_AT), tie('any')),
        procedure: tie('any'),
        window: tie('any'),
        signs: tie('any'),
      },
      { requiredKeys: [] },
    ),
    any: fc.jsonValue(),
  }))

  it('never throws, whatever JSON it is given; and refuses with reasons', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nested.session), (input) => {
        const result = parseSession(input)
        expect(result.ok || result.issues.length > 0).toBe(true)
        expect(parseCheckIn(input)).toHaveProperty('ok')
      }),
      { numRuns: 500 },
    )
  })
})
