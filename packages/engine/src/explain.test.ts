import { describe, expect, it } from 'vitest'
import {
  after,
  ENDED_AT,
  instant,
  position,
  session,
  subject,
  subjects,
} from '../../../tests/support/protocol.ts'
import { applyPlan } from './apply.ts'
import { explain, type Explanation } from './explain.ts'
import { createPlanner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import type { Session } from './session.ts'
import type { Instant } from './time.ts'

interface Asked {
  readonly ledger: Protocol
  readonly given?: Session
  readonly code?: string
  readonly at?: Instant
}

function explained({
  ledger,
  given = session(),
  code = 'makeup',
  at = after(1),
}: Asked): Explanation {
  const planner = createPlanner([ledger])
  return explain(planner, applyPlan(planner, given), { subject: code, at })
}

const makeup = (...positions: readonly Readonly<Record<string, unknown>>[]) =>
  subjects(subject('makeup', positions))

const avoid = (id: string, until: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  position(id, 'avoid', { window: { until }, ...more })

describe('explain', () => {
  const ledger = makeup(
    avoid('range', { atLeast: 'PT24H', atMost: 'PT74H' }, { source: 'second' }),
    avoid('day', 'P2D'),
    position('later', 'use', { window: { from: 'P3D' } }),
    position('open', 'avoid'),
    position('clinic', 'ask', { window: { from: 'PT1H', until: 'cleared' } }),
  )

  it('puts each source’s own figure on the person’s clock, beside its citation', () => {
    const { voices } = explained({ ledger })
    expect(
      voices.map(({ reason, from, until, earliest }) => [reason.id, from, until, earliest]),
    ).toEqual([
      ['range', null, after(74), after(24)],
      ['day', null, after(48), null],
      ['later', after(72), null, null],
      ['open', null, null, null],
      ['clinic', after(1), null, null],
    ])
    expect(voices[0]?.source).toEqual({
      publisher: 'Second',
      title: 'Second',
      kind: 'review',
      certainty: 'not-graded',
    })
    expect(voices[1]?.source?.publisher).toBe('First')
  })

  it('marks the one that governs, and gives the same verdict as assess', () => {
    const governing = (hours: number) =>
      explained({ ledger: makeup(avoid('long', 'P3D'), avoid('short', 'P2D')), at: after(hours) })
        .voices.filter((voice) => voice.governs)
        .map((voice) => voice.reason.id)
    expect(governing(1)).toEqual(['long'])
    expect(governing(72)).toEqual([])
    expect(explained({ ledger }).verdict).toMatchObject({ subject: 'makeup', status: 'avoid' })
  })

  it('counts a source’s days over a change of offset', () => {
    const given = session({ zone: 'America/New_York' }, { endedAt: '2026-03-07T12:00:00-05:00' })
    const { voices } = explained({
      ledger: makeup(avoid('hours', 'PT24H'), avoid('day', 'P1D')),
      given,
      at: instant('2026-03-07T18:00:00Z'),
    })
    expect(voices.map((voice) => voice.until)).toEqual([
      instant('2026-03-08T13:00:00-04:00'),
      instant('2026-03-08T12:00:00-04:00'),
    ])
  })

  it('reads vague words by the protocol’s table', () => {
    const vague = makeup(avoid('vague', { reading: 'a-few-days' }))
    expect(explained({ ledger: vague }).voices[0]?.until).toBe(after(96))
  })

  it('has nothing to say of a subject that no protocol knows', () => {
    expect(explained({ ledger, code: 'skydiving' })).toMatchObject({
      verdict: { status: 'unknown' },
      voices: [],
      floor: null,
    })
  })

  it('of a pure group explains the narrower subject that decides', () => {
    const tree = subjects(
      subject('heat', [], { group: true }),
      subject('indoor', [], { group: true, broader: 'heat' }),
      subject('shower', [position('s', 'allow')], { broader: 'heat' }),
      subject('sauna', [avoid('sauna-1', 'P5D')], { broader: 'indoor' }),
    )
    const { verdict, voices } = explained({ ledger: tree, code: 'heat' })
    expect(verdict).toMatchObject({ subject: 'heat', status: 'avoid' })
    expect(voices.map((voice) => [voice.reason.id, voice.governs])).toEqual([['sauna-1', true]])
  })

  it('counts from the reading of the session’s end that holds at the instant asked about', () => {
    const given = session({
      events: [
        {
          type: 'corrected',
          at: new Date(after(10)).toISOString(),
          procedure: 'p1',
          endedAt: new Date(after(-5)).toISOString(),
        },
      ],
    })
    const untilAt = (at: Instant) =>
      explained({ ledger: makeup(avoid('a', 'PT48H')), given, at }).voices[0]?.until
    expect(untilAt(after(10, -1))).toBe(after(48))
    expect(untilAt(after(10))).toBe(after(43))
  })

  it('counts each procedure’s figures from its own end', () => {
    const done = { code: 'microneedling', device: 'pen' }
    const given = session({
      procedures: [
        { ...done, id: 'p1', endedAt: ENDED_AT },
        { ...done, id: 'p2', endedAt: new Date(after(100)).toISOString() },
      ],
    })
    const { voices } = explained({
      ledger: makeup(avoid('a', 'PT48H')),
      given,
      at: after(101),
    })
    expect(voices.map(({ reason, until, governs }) => [reason.procedure, until, governs])).toEqual([
      ['p1', after(48), false],
      ['p2', after(148), true],
    ])
  })
})

describe('what was decided or said for this person', () => {
  const told = (type: string, more: Readonly<Record<string, unknown>>) =>
    session({
      events: [
        {
          type,
          at: new Date(after(1)).toISOString(),
          subject: 'makeup',
          window: 'P4D',
          ...more,
        },
      ],
    })

  it('cites no source, even where a clinician is called like one', () => {
    const given = told('override', { by: 'first', reason: 'deep needling' })
    const voice = explained({ ledger: makeup(avoid('a', 'PT48H')), given, at: after(2) }).voices[1]
    expect(voice).toMatchObject({
      reason: { kind: 'override', source: 'first' },
      source: null,
      until: after(96),
      governs: true,
    })
  })

  it('stands beside the sources as advice, with its own figure', () => {
    const given = told('patient-reported-advice', {})
    const voice = explained({ ledger: makeup(avoid('a', 'PT48H')), given, at: after(2) }).voices[1]
    expect(voice).toMatchObject({ reason: { kind: 'advice' }, source: null, until: after(96) })
  })

  it('of a procedure that no protocol covers is nothing but to ask', () => {
    const given = session({}, { code: 'laser' })
    const { verdict, voices } = explained({ ledger: makeup(avoid('a', 'PT48H')), given })
    expect(verdict.status).toBe('ask-clinic')
    expect(voices).toMatchObject([
      { reason: { id: 'not-covered' }, source: null, from: null, until: null, earliest: null },
    ])
  })
})

describe('the floor', () => {
  it('is the earliest end that any avoid states, the lower end of a range included', () => {
    const floor = (...positions: readonly Readonly<Record<string, unknown>>[]) =>
      explained({ ledger: makeup(...positions) }).floor
    expect(floor(avoid('a', 'P3D'), avoid('b', 'P2D'))).toBe(after(48))
    expect(floor(avoid('a', 'P3D'), avoid('b', { atLeast: 'PT24H', atMost: 'P5D' }))).toBe(
      after(24),
    )
    expect(floor(avoid('a', 'P3D'), position('l', 'limit', { window: { until: 'P1D' } }))).toBe(
      after(72),
    )
  })

  it('counts what any source states, though it does not bind this person: overrides do too', () => {
    const gated = avoid('b', 'PT24H', { when: { history: ['keloid'] } })
    const ledger = makeup(avoid('a', 'P2D'), gated)
    const at = (window: string) =>
      session({
        events: [
          {
            type: 'override',
            at: ENDED_AT,
            subject: 'makeup',
            window,
            by: 'Dr Ali',
            reason: 'r',
          },
        ],
      })
    const statusAt = (window: string, hours: number) =>
      explained({ ledger, given: at(window), at: after(hours) }).verdict.status
    expect(explained({ ledger }).floor).toBe(after(24))
    expect(statusAt('PT24H', 24)).toBe('allowed')
    expect(statusAt('PT23H', 24)).toBe('avoid')
  })

  it('of several sessions is the latest, and none where one of them has none', () => {
    const done = { code: 'microneedling', device: 'pen' }
    const two = (code: string) =>
      session({
        procedures: [
          { ...done, id: 'p1', endedAt: ENDED_AT },
          { ...done, id: 'p2', code, endedAt: new Date(after(10)).toISOString() },
        ],
      })
    const ledger = makeup(avoid('a', 'P2D'))
    expect(explained({ ledger, given: two('microneedling'), at: after(10) }).floor).toBe(after(58))
    expect(explained({ ledger, given: two('microneedling'), at: after(10, -1) }).floor).toBe(
      after(48),
    )
    expect(explained({ ledger, given: two('laser'), at: after(10) }).floor).toBeNull()
  })

  it('is none where no source states a figure, and no override makes one', () => {
    expect(explained({ ledger: makeup(position('a', 'avoid')) }).floor).toBeNull()
    const given = session({
      events: [
        {
          type: 'override',
          at: new Date(after(1)).toISOString(),
          subject: 'makeup',
          window: 'P30D',
          by: 'Dr Ali',
          reason: 'r',
        },
      ],
    })
    expect(explained({ ledger: makeup(position('a', 'avoid')), given }).floor).toBeNull()
  })
})
