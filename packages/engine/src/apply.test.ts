import { describe, expect, it } from 'vitest'
import {
  after,
  ENDED_AT,
  position,
  protocol,
  session,
  subject,
  subjects,
} from '../../../tests/support/protocol.ts'
import { applyProtocol } from './apply.ts'
import type { CarePlan } from './care-plan.ts'
import type { Status } from './codes.ts'
import { datePlan } from './dated-plan.ts'
import { sealPlan } from './receipt.ts'
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
const p2 = { id: 'p2', code: 'microneedling', endedAt: '2026-01-11T10:00:00Z', device: 'pen' }
const peel = { id: 'peel', code: 'chemical-peel', endedAt: '2026-01-17T10:00:00Z' }
const planOf = (procedures: readonly unknown[], events: readonly unknown[] = []) =>
  applyProtocol([ledger], session({ procedures, events }))

describe('several procedures', () => {
  it('each bring windows from their own end, the stricter wins and names its procedure', () => {
    const plan = planOf([p1, p2])
    expect(timeline(plan)).toEqual({ '-96': 'unknown', 0: 'avoid', 72: 'allowed' })
    expect(assess(plan, 'makeup', after(1)).governing).toMatchObject({
      id: 'two-days',
      procedure: 'p1',
    })
    expect(assess(plan, 'makeup', after(60)).governing).toMatchObject({
      id: 'two-days',
      procedure: 'p2',
    })
    expect(assess(plan, 'makeup', after(30)).governing).toMatchObject({ procedure: 'p2' })
    expect(assess(plan, 'makeup', after(1)).reasons.map((one) => one.procedure)).toEqual([
      'p1',
      'p2',
    ])
  })

  it('give the same answers in either order', () => {
    expect(timeline(planOf([p2, p1]))).toEqual(timeline(planOf([p1, p2])))
  })

  it('an uncovered one makes every subject at least a question for the clinic from its end on', () => {
    const plan = planOf([p1, peel])
    expect(timeline(plan)).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      48: 'allowed',
      168: 'ask-clinic',
    })
    expect(assess(plan, 'makeup', after(168)).governing).toMatchObject({
      kind: 'not-covered',
      source: 'chemical-peel',
      procedure: 'peel',
    })
    expect(plan.issues).toMatchObject([{ severity: 'information', code: 'not-supported' }])
    expect(plan.procedures.map((one) => one.protocol)).toEqual(['microneedling', null])
  })

  it('alone, an uncovered one has no windows of its own; a clearance after it opens that subject', () => {
    const radiofrequency = { ...p1, device: 'rf' }
    expect(timeline(planOf([radiofrequency]))).toEqual({ '-96': 'unknown', 0: 'ask-clinic' })
    const cleared = planOf(
      [radiofrequency],
      [{ type: 'clearance', at: '2026-01-12T10:00:00Z', subject: 'makeup', by: 'Dr A' }],
    )
    expect(timeline(cleared)).toEqual({ '-96': 'unknown', 0: 'ask-clinic', 48: 'allowed' })
    expect(timeline(cleared, 'sun')).toEqual({ '-96': 'unknown', 0: 'ask-clinic' })
    const early = planOf(
      [peel],
      [{ type: 'clearance', at: '2026-01-12T10:00:00Z', subject: 'makeup', by: 'Dr A' }],
    )
    expect(timeline(early)).toEqual({ '-96': 'unknown', 168: 'ask-clinic' })
  })

  it('an adjunct that is a procedure of its own, or a word in no list, counts as uncovered; prp and hyaluronic acid do not', () => {
    const at30 = (adjuncts: readonly string[]) =>
      assess(planOf([{ ...p1, adjuncts }]), 'makeup', after(30 * 24)).status
    expect(
      ['chemical-peel', 'laser', 'exosomes', 'other', 'something else'].map((one) => at30([one])),
    ).toEqual(['ask-clinic', 'ask-clinic', 'ask-clinic', 'ask-clinic', 'ask-clinic'])
    expect(at30(['prp', 'hyaluronic-acid'])).toBe('allowed')
  })

  it('a planned one adds nothing before its end but its preparation', () => {
    const planned = { ...p2, endedAt: '2026-01-20T10:00:00Z' }
    expect(timeline(planOf([p1, planned]))).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      48: 'allowed',
      240: 'avoid',
      288: 'allowed',
    })
    const prepared = protocol({
      subjects: [subject('makeup', [twoDays])],
      preparation: [{ id: 'stop', source: 'first', subject: 'makeup', lead: 'P1D' }],
    })
    const plan = applyProtocol([prepared], session({ procedures: [p1, planned] }))
    expect(timeline(plan)).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      48: 'allowed',
      216: 'unknown',
      240: 'avoid',
      288: 'allowed',
    })
    expect(assess(plan, 'makeup', after(220)).governing).toMatchObject({
      id: 'stop',
      kind: 'preparation',
      procedure: 'p2',
    })
  })

  it('each bring their course, tasks and milestones, counted from the first and naming their own', () => {
    const rich = protocol({
      subjects: [subject('makeup', [twoDays])],
      tasks: [
        {
          id: 'cleanse',
          phase: 'after',
          times: ['morning'],
          statements: [{ source: 'first', until: 'P1D' }],
        },
      ],
      course: {
        expectations: [{ id: 'e', signs: ['erythema'], until: 'P2D', source: 'first' }],
        milestones: [{ id: 'm', kind: 'result', from: 'P3W', source: 'first' }],
      },
    })
    const dated = datePlan(applyProtocol([rich], session({ procedures: [p1, p2] })))
    expect(dated.tasks).toMatchObject([
      { task: 'cleanse', from: after(0), until: after(24), procedure: 'p1' },
      { task: 'cleanse', from: after(24), until: after(48), procedure: 'p2' },
    ])
    expect(dated.course.map((one) => [one.procedure, one.typicalEnd])).toEqual([
      ['p1', after(48)],
      ['p2', after(72)],
    ])
    expect(dated.milestones.map((one) => one.from)).toEqual([after(21 * 24), after(22 * 24)])
  })

  it('of two protocols, one that is silent on a subject leaves it unknown after its own procedures', () => {
    const other = protocol({
      code: 'peel',
      covers: [{ code: 'chemical-peel', device: ['unknown'] }],
      subjects: [subject('sun', [position('peel-sun', 'avoid', { window: { until: 'P3D' } })])],
      series: ledger.series,
    })
    const plan = applyProtocol([ledger, other], session({ procedures: [p1, peel] }))
    expect(timeline(plan, 'sun')).toEqual({
      '-96': 'unknown',
      0: 'avoid',
      24: 'allowed',
      168: 'avoid',
      240: 'allowed',
    })
    expect(timeline(plan)).toEqual({ '-96': 'unknown', 0: 'avoid', 48: 'allowed', 168: 'unknown' })
    expect(plan.issues).toEqual([])
  })
})

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

describe('the plan', () => {
  it('carries protocol versions and content hashes, and a receipt hash that any difference changes', () => {
    const sealed = sealPlan(planOf([p1]))
    expect(sealed.protocols).toMatchObject([{ code: 'microneedling', version: '1.0.0' }])
    expect(sealed.hash).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(sealPlan(planOf([p1])).hash).toBe(sealed.hash)
    expect(sealPlan(planOf([{ ...p1, endedAt: '2026-01-10T10:00:01Z' }])).hash).not.toBe(
      sealed.hash,
    )
    expect(JSON.parse(JSON.stringify(sealed))).toEqual(sealed)
  })

  it('dates every window [start, end), the last one without an end', () => {
    const [windows] = datePlan(planOf([p1])).windows
    expect(windows).toMatchObject({
      subject: 'makeup',
      steps: [
        { start: after(0), end: after(48), status: 'avoid', governing: 'two-days' },
        { start: after(48), end: null, status: 'allowed', governing: null },
      ],
    })
  })

  it('keeps words that are in no list and shows them', () => {
    const plan = applyProtocol(
      [ledger],
      session(
        { patient: { medicines: ['fish oil'] } },
        { device: 'dermapen', bodySites: ['face', 'chin'] },
      ),
    )
    expect(plan.unmapped).toEqual([
      { field: 'procedures[0].device', word: 'dermapen' },
      { field: 'procedures[0].bodySites', word: 'chin' },
      { field: 'patient.medicines', word: 'fish oil' },
    ])
  })
})
