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
import { applyPlan, applyProtocol } from './apply.ts'
import type { CarePlan } from './care-plan.ts'
import type { Status } from './codes.ts'
import { datePlan } from './dated-plan.ts'
import { createPlanner } from './planner.ts'
import { sealPlan } from './receipt.ts'
import { assess } from './verdict.ts'

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

describe('a planner used again', () => {
  it('gives each procedure its own months, in windows and in preparation', () => {
    const monthly = protocol({
      subjects: [
        subject('makeup', [position('m', 'avoid', { window: { until: 'P1M' } })]),
        subject('fillers', [twoDays]),
      ],
      preparation: [{ id: 'before', source: 'first', subject: 'fillers', lead: 'P6M' }],
      series: ledger.series,
    })
    const planner = createPlanner([monthly])
    for (const endedAt of [
      '2026-01-31T10:00:00Z',
      '2026-05-10T10:00:00Z',
      '2026-08-01T10:00:00Z',
      '2028-02-29T10:00:00Z',
    ]) {
      const given = session({}, { endedAt })
      expect(applyPlan(planner, given).windows).toEqual(applyProtocol([monthly], given).windows)
    }
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

describe('after a procedure that no protocol covers', () => {
  const rf = { ...p1, device: 'rf' }
  const clearance = { type: 'clearance', at: '2026-01-12T10:00:00Z', subject: 'sun', by: 'Dr A' }
  const statusOn = (day: number, ...events: readonly unknown[]) =>
    assess(planOf([rf], events), 'sun', after((day - 10) * 24 + 1)).status

  it('a clearance opens, and what a clinician sets after it shuts again', () => {
    const override = {
      type: 'override',
      at: '2026-01-14T10:00:00Z',
      subject: 'sun',
      window: 'P30D',
      by: 'Dr A',
      reason: 'burn',
    }
    expect(statusOn(11, clearance)).toBe('ask-clinic')
    expect(statusOn(13, clearance)).toBe('allowed')
    expect(statusOn(15, clearance, override)).toBe('avoid')
    expect(statusOn(41, clearance, override)).toBe('allowed')
  })

  it('what the person’s own doctor said is kept', () => {
    const advice = {
      type: 'patient-reported-advice',
      at: '2026-01-11T10:00:00Z',
      subject: 'sun',
      window: 'P20D',
    }
    expect(statusOn(11, advice)).toBe('avoid')
    expect(statusOn(13, advice, clearance)).toBe('avoid')
    expect(statusOn(31, advice, clearance)).toBe('allowed')
    expect(statusOn(31, advice)).toBe('ask-clinic')
  })

  it('an adjunct that only spells a covered code is for the clinic, and told once', () => {
    const odd = { ...p1, adjuncts: ['microneedling', 'microneedling'] }
    const plan = planOf([odd])
    expect(plan.procedures.map((one) => [one.code, one.protocol])).toEqual([
      ['microneedling', 'microneedling'],
      ['other', null],
    ])
    expect(assess(plan, 'sun', after(240)).status).toBe('ask-clinic')
  })

  it('an adjunct ends when nobody knows where its session does', () => {
    const guessed = planOf([{ ...p1, adjuncts: ['laser'], endedAtEstimated: true }])
    expect(guessed.procedures.map((one) => one.endedAtEstimated)).toEqual([true, true])
  })
})
