import { describe, expect, it } from 'vitest'
import {
  after,
  ENDED_AT,
  position,
  session,
  subject,
  subjects,
} from '../../../tests/support/protocol.ts'
import { applyProtocol } from './apply.ts'
import type { CarePlan } from './care-plan.ts'
import type { Status } from './codes.ts'
import { assess, opensAt } from './verdict.ts'

const twoDays = position('two-days', 'avoid', { window: { until: 'P2D' } })

const ledger = subjects(
  subject('makeup', [twoDays]),
  subject('sun', [position('sun-1', 'avoid', { window: { until: 'P1D' } })]),
)

function timeline(plan: CarePlan, code = 'makeup', from = -96): Record<number, Status> {
  const entries: [number, Status][] = []
  for (let hour = from; hour <= 60 * 24; hour++) {
    const { status } = assess(plan, code, after(hour))
    if (entries.at(-1)?.[1] !== status) entries.push([hour, status])
  }
  return Object.fromEntries(entries)
}

const p1 = { id: 'p1', code: 'microneedling', endedAt: ENDED_AT, device: 'pen' }

const planOf = (procedures: readonly unknown[], events: readonly unknown[] = []) =>
  applyProtocol([ledger], session({ procedures, events }))

describe('a correction', () => {
  const later = {
    type: 'corrected',
    at: '2026-01-10T16:00:00Z',
    procedure: 'p1',
    endedAt: '2026-01-10T14:00:00Z',
  }

  it('changes nothing before it was made and everything from then on', () => {
    const plan = planOf([p1], [later])
    expect(timeline(plan)).toEqual({ '-96': 'unknown', 0: 'avoid', 52: 'allowed' })
    expect(opensAt(plan, 'makeup', after(7))).toBe(after(52))
    expect(plan.procedures).toMatchObject([
      { id: 'p1', endedAt: after(0), replacedAt: after(6) },
      { id: 'p1', endedAt: after(4), correctedAt: after(6) },
    ])
  })

  it('to an earlier end opens earlier, and to one still to come is planned again', () => {
    const earlier = planOf([p1], [{ ...later, endedAt: '2026-01-09T10:00:00Z' }])
    expect(timeline(earlier)).toEqual({ '-96': 'unknown', 0: 'avoid', 24: 'allowed' })
    const future = planOf([p1], [{ ...later, endedAt: '2026-01-12T10:00:00Z' }])
    expect(timeline(future)).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      6: 'unknown',
      48: 'avoid',
      96: 'allowed',
    })
  })

  it('is replaced by a later one; of two made at one instant the stricter holds', () => {
    const second = { ...later, at: '2026-01-10T18:00:00Z', endedAt: '2026-01-10T12:00:00Z' }
    expect(timeline(planOf([p1], [second, later]))).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      50: 'allowed',
    })
    const same = { ...second, at: later.at }
    expect(timeline(planOf([p1], [same, later]))).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      52: 'allowed',
    })
  })
})

describe('an override', () => {
  const ranged = subjects(
    subject('makeup', [
      position('range', 'avoid', { window: { until: { atLeast: 'PT24H', atMost: 'PT74H' } } }),
      position('long', 'avoid', { window: { until: 'P5D' } }),
    ]),
    subject('foundation', [position('f', 'allow')], { broader: 'makeup' }),
    subject('open', [position('o', 'avoid')]),
  )
  const override = (until: string, more: Readonly<Record<string, unknown>> = {}) => ({
    type: 'override',
    at: '2026-01-10T11:00:00Z',
    subject: 'makeup',
    window: { until },
    by: 'Dr A',
    reason: 'healing well',
    ...more,
  })
  const under = (...events: readonly unknown[]) => applyProtocol([ranged], session({ events }))

  it('lengthens freely, for narrower subjects too', () => {
    const plan = under(override('P9D'))
    expect(timeline(plan)).toEqual({ '-96': 'unknown', 0: 'avoid', 216: 'allowed' })
    expect(timeline(plan, 'foundation')).toEqual({ '-96': 'unknown', 0: 'avoid', 216: 'allowed' })
    expect(assess(plan, 'makeup', after(130)).governing).toMatchObject({
      kind: 'override',
      source: 'Dr A',
      note: 'healing well',
    })
  })

  it('shortens down to the lowest figure that any source states, and only that subject', () => {
    const plan = under(override('PT24H'))
    expect(timeline(plan)).toEqual({ '-96': 'unknown', 0: 'avoid', 24: 'allowed' })
    expect(timeline(plan, 'foundation')).toEqual({ '-96': 'unknown', 0: 'avoid', 120: 'allowed' })
    expect(plan.issues).toEqual([])
  })

  it('is refused below that, and where no source gives a figure, with an issue and no effect', () => {
    const below = under(override('PT23H'))
    expect(timeline(below)).toEqual({ '-96': 'unknown', 0: 'avoid', 120: 'allowed' })
    expect(below.issues).toMatchObject([{ code: 'business-rule', expression: 'events[0].window' }])
    const open = under(override('PT24H', { subject: 'open' }))
    expect(timeline(open, 'open')).toEqual({ '-96': 'unknown', 0: 'avoid', 168: 'ask-clinic' })
    expect(open.issues).toHaveLength(1)
  })

  it('changes nothing before its instant', () => {
    const late = under(override('PT24H', { at: '2026-01-12T10:00:00Z' }))
    expect(timeline(late)).toEqual({ '-96': 'unknown', 0: 'avoid', 48: 'allowed' })
    const early = under(override('PT24H', { at: '2026-01-10T09:00:00Z' }))
    expect(timeline(early)).toEqual({ '-96': 'unknown', 0: 'avoid', 120: 'allowed' })
  })

  it('the last one given governs; of one instant the longer', () => {
    const first = override('PT24H')
    const second = override('P3D', { at: '2026-01-10T12:00:00Z' })
    expect(timeline(under(first, second))).toEqual({ '-96': 'unknown', 0: 'avoid', 72: 'allowed' })
    expect(timeline(under(second, first))).toEqual({ '-96': 'unknown', 0: 'avoid', 72: 'allowed' })
    expect(timeline(under(first, override('P3D')))).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      72: 'allowed',
    })
  })

  it('moves only the timed part: what waits for a clearance or signs still waits', () => {
    const waiting = subjects(
      subject('makeup', [
        position('w', 'avoid', { window: { until: 'P5D', and: 'cleared' } }),
        position('x', 'avoid', { window: { until: 'P1D' } }),
      ]),
    )
    const plan = applyProtocol([waiting], session({ events: [override('P1D')] }))
    expect(timeline(plan)).toEqual({ '-96': 'unknown', 0: 'avoid', 24: 'ask-clinic' })
  })

  it('does not shorten what the patient’s own doctor said, nor an override of a broader subject', () => {
    const advice = {
      type: 'patient-reported-advice',
      at: '2026-01-10T10:30:00Z',
      subject: 'makeup',
      window: 'P6D',
    }
    expect(timeline(under(override('PT24H'), advice))).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      144: 'allowed',
    })
    const broader = override('P9D')
    const narrow = override('PT24H', { subject: 'foundation' })
    expect(timeline(under(broader, narrow), 'foundation')[216]).toBe('allowed')
  })
})

describe('advice that the patient reports', () => {
  const advice = (window: unknown, more = {}) => ({
    type: 'patient-reported-advice',
    at: '2026-01-10T11:00:00Z',
    subject: 'makeup',
    window,
    ...more,
  })

  it('may tighten and never loosens', () => {
    expect(timeline(planOf([p1], [advice('P4D')]))).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      96: 'allowed',
    })
    expect(timeline(planOf([p1], [advice('PT1H')]))).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      48: 'allowed',
    })
    expect(assess(planOf([p1], [advice('P4D')]), 'makeup', after(60)).governing).toMatchObject({
      kind: 'advice',
      source: 'patient',
    })
  })

  it('until my doctor says so: to the typical recovery end, then for the clinic until a clearance', () => {
    const plan = planOf([p1], [advice({ until: 'cleared' })])
    expect(timeline(plan)).toEqual({ '-96': 'unknown', 0: 'avoid', 168: 'ask-clinic' })
  })
})

describe('other events', () => {
  it('"did it anyway" changes no window and adds what to watch for, from the nearest subject that has advice', () => {
    const advised = subjects(
      subject('products', [twoDays], { ifDone: { source: 'second', watchFor: ['pustules'] } }),
      subject('makeup', [position('m', 'allow')], { broader: 'products' }),
    )
    const events = [{ type: 'done', at: '2026-01-10T22:00:00Z', subject: 'makeup' }]
    const plan = applyProtocol([advised], session({ events }))
    expect(plan.done).toEqual([
      {
        at: after(12),
        subject: 'makeup',
        source: 'second',
        text: 'done.products',
        watchFor: ['pustules'],
      },
    ])
    expect(plan.windows).toEqual(applyProtocol([advised], session()).windows)
    expect(planOf([p1], [{ ...events[0], subject: 'sun' }]).done).toEqual([
      { at: after(12), subject: 'sun', source: null, watchFor: [] },
    ])
  })

  it('a move changes no window of a procedure already done; days after a later one count in the new zone', () => {
    const moved = { type: 'moved', at: '2026-03-01T00:00:00Z', zone: 'America/New_York' }
    expect(timeline(planOf([p1], [moved]))).toEqual(timeline(planOf([p1])))
    const spring = { ...p1, endedAt: '2026-03-07T17:00:00Z' }
    const plan = planOf([spring], [moved])
    expect(opensAt(plan, 'makeup', Date.parse('2026-03-07T18:00:00Z'))).toBe(
      Date.parse('2026-03-09T16:00:00Z'),
    )
    expect(plan.procedures[0]?.zone).toBe('America/New_York')
  })

  it('about a subject the protocol does not know change nothing and say so', () => {
    const plan = planOf(
      [p1],
      [{ type: 'clearance', at: ENDED_AT, subject: 'constructor', by: 'Dr A' }],
    )
    expect(plan.issues).toMatchObject([{ code: 'not-found', expression: 'events[0].subject' }])
    expect(assess(plan, 'constructor', after(1)).status).toBe('unknown')
    expect(
      planOf([p1], [{ type: 'clearance', at: ENDED_AT, subject: 'next-session', by: 'Dr A' }])
        .issues,
    ).toEqual([])
  })
})
