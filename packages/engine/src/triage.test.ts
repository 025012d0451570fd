import { describe, expect, it } from 'vitest'
import {
  after,
  ENDED_AT,
  position,
  protocol,
  protocolInput,
  session,
  subject,
} from '../../../tests/support/protocol.ts'
import { applyPlan } from './apply.ts'
import type { Disposition } from './codes.ts'
import { createPlanner } from './planner.ts'
import type { Protocol } from './protocol.ts'
import type { Session } from './session.ts'
import { type TriageAnswer, triage, urgencyOf } from './triage.ts'

type Signs = readonly (readonly [
  code: string,
  severity: number | 'mild' | 'moderate' | 'severe' | 'none',
  trend?: 'fading' | 'steady' | 'worsening',
])[]

const flag = (id: string, sign: string, disposition: Disposition, more = {}) => ({
  id,
  sign,
  disposition,
  source: 'first',
  ...more,
})

const ledger = protocol({
  subjects: [subject('makeup', [position('a', 'avoid', { window: { until: 'P2D' } })])],
  triage: {
    redFlags: [
      flag('breathing', 'breathing-difficulty', 'emergency'),
      flag('fever-low', 'fever', 'contact-clinic', { atLeast: 37.5 }),
      flag('fever', 'fever', 'urgent', { atLeast: 38 }),
      flag('fever-pus', 'fever', 'emergency', {
        atLeast: 38,
        with: ['purulent-discharge', 'spreading-erythema'],
      }),
      flag('pus', 'purulent-discharge', 'urgent'),
      flag('pain', 'pain', 'urgent', { atLeast: 7 }),
      flag('pustules', 'pustules', 'contact-clinic'),
      flag('pustules-weak', 'pustules', 'urgent', { when: { history: ['immunosuppression'] } }),
      flag('late-lump', 'nodule', 'urgent', { from: 'P7D' }),
    ],
    safetyNet: [
      { id: 'unseen', source: 'first' },
      { id: 'help', source: 'first' },
    ],
    severe: { source: 'first', until: { erythema: 'PT24H' } },
  },
})

function ask(
  hours: number,
  signs: Signs,
  given: Session = session(),
  notes?: string,
  by: Protocol = ledger,
): TriageAnswer {
  const planner = createPlanner([by])
  return triage(planner, applyPlan(planner, given), {
    at: after(hours),
    signs: signs.map(([code, severity, trend]) => ({ code, severity, ...(trend && { trend }) })),
    ...(notes !== undefined && { notes }),
  })
}

const level = (...question: Parameters<typeof ask>) => ask(...question).disposition

/** A check-in of the past, so many hours after the session. */
const earlier = (hours: number, ...signs: Signs) =>
  session({
    events: [
      {
        type: 'check-in',
        at: new Date(after(hours)).toISOString(),
        signs: signs.map(([code, severity]) => ({ code, severity })),
      },
    ],
  })

describe('red flags', () => {
  it('are found at any severity above none, or from their threshold on', () => {
    expect(level(1, [['breathing-difficulty', 1]])).toBe('emergency')
    expect(level(1, [['breathing-difficulty', 0]])).toBe('expected')
    expect(level(1, [['pain', 7]])).toBe('urgent')
    expect(level(1, [['pain', 6]])).toBe('contact-clinic')
  })

  it('cannot be outvoted', () => {
    const answer = ask(1, [
      ['erythema', 1],
      ['purulent-discharge', 1],
      ['exfoliation', 0],
    ])
    expect(answer.disposition).toBe('urgent')
    expect(answer.reasons[0]).toEqual({
      code: 'red-flag',
      disposition: 'urgent',
      sign: 'purulent-discharge',
      basis: ['pus'],
    })
  })

  it('read fever in degrees C; below every threshold a temperature is no sign', () => {
    expect(
      [36.6, 37.4, 37.5, 37.9, 38, 41].map((celsius) => level(1, [['fever', celsius]])),
    ).toEqual(['expected', 'expected', 'contact-clinic', 'contact-clinic', 'urgent', 'urgent'])
    expect(level(1, [['fever', 'mild']])).toBe('urgent')
    expect(level(1, [['fever', 'none']])).toBe('expected')
  })

  it('rise with another sign that is there, not with one that is gone', () => {
    expect(
      level(1, [
        ['fever', 38.5],
        ['purulent-discharge', 2],
      ]),
    ).toBe('emergency')
    expect(
      level(1, [
        ['fever', 38.5],
        ['purulent-discharge', 0],
      ]),
    ).toBe('urgent')
    expect(
      level(1, [
        ['purulent-discharge', 2],
        ['fever', 37],
      ]),
    ).toBe('urgent')
  })

  it('take what is not known of the person as so', () => {
    const pustules = (patient: unknown) => level(1, [['pustules', 1]], session({ patient }))
    expect(pustules({ history: [] })).toBe('contact-clinic')
    expect(pustules({ history: ['immunosuppression'] })).toBe('urgent')
    expect(pustules({})).toBe('urgent')
  })

  it('may count only from some time after the procedure', () => {
    expect(level(7 * 24, [['nodule', 1]])).toBe('urgent')
    expect(level(7 * 24 - 1, [['nodule', 1]])).toBe('contact-clinic')
  })
})

describe('a sign against its course', () => {
  // Figures 2, 3 and 10 days: typical end 3 days, outer end 10 days; severe until 24 hours.
  it('is expected before its typical end', () => {
    expect(level(71, [['erythema', 5]])).toBe('expected')
    expect(level(71, [['erythema', 1]])).toBe('expected')
    expect(ask(1, [['erythema', 1]]).reasons).toEqual([
      {
        code: 'within-course',
        disposition: 'expected',
        sign: 'erythema',
        basis: ['redness-1', 'redness-2', 'redness-3'],
      },
    ])
  })

  it('between its ends is self-care only where mild and fading', () => {
    const before = earlier(70, ['erythema', 4])
    expect(level(72, [['erythema', 3]], before)).toBe('self-care')
    expect(level(72, [['erythema', 3]])).toBe('contact-clinic')
    expect(level(72, [['erythema', 3, 'fading']])).toBe('self-care')
    expect(level(72, [['erythema', 4]], earlier(70, ['erythema', 6]))).toBe('contact-clinic')
    expect(level(72, [['erythema', 4, 'fading']])).toBe('contact-clinic')
    expect(level(72, [['erythema', 3]], earlier(70, ['erythema', 3]))).toBe('contact-clinic')
    expect(level(72, [['erythema', 3, 'fading']], earlier(70, ['erythema', 3]))).toBe(
      'contact-clinic',
    )
    expect(level(72, [['erythema', 3, 'steady']], before)).toBe('contact-clinic')
    expect(level(239, [['erythema', 1]], before)).toBe('self-care')
  })

  it('is for the clinic from its outer end on', () => {
    expect(level(240, [['erythema', 1]], earlier(70, ['erythema', 4]))).toBe('contact-clinic')
    expect(level(240, [['erythema', 0]])).toBe('expected')
  })

  it('is for the clinic when it gets worse, at any time', () => {
    expect(level(10, [['erythema', 3]], earlier(5, ['erythema', 2]))).toBe('contact-clinic')
    expect(level(10, [['erythema', 3, 'worsening']])).toBe('contact-clinic')
    expect(level(10, [['erythema', 3, 'fading']], earlier(5, ['erythema', 2]))).toBe(
      'contact-clinic',
    )
    expect(ask(10, [['erythema', 3]], earlier(5, ['erythema', 2])).reasons[0]?.code).toBe(
      'worsening',
    )
    expect(level(10, [['erythema', 3]], earlier(5, ['erythema', 3]))).toBe('expected')
    expect(level(10, [['erythema', 3]], earlier(10, ['erythema', 2]))).toBe('expected')
    expect(level(10, [['erythema', 3]], earlier(11, ['erythema', 2]))).toBe('expected')
  })

  it('is for the clinic when severe, save where a source says how long that is the course', () => {
    expect(level(23, [['erythema', 7]])).toBe('expected')
    expect(level(24, [['erythema', 7]])).toBe('contact-clinic')
    expect(level(1, [['exfoliation', 7]])).toBe('contact-clinic')
    expect(level(1, [['exfoliation', 6]])).toBe('expected')
    expect(level(1, [['exfoliation', 'severe']])).toBe('contact-clinic')
    expect(ask(1, [['exfoliation', 7]]).reasons[0]?.code).toBe('severe')
  })

  it('without a course, or by a word in no list, is for the clinic', () => {
    expect(level(1, [['itch', 1]])).toBe('contact-clinic')
    expect(level(1, [['a strange feeling', 1]])).toBe('contact-clinic')
    expect(ask(1, [['itch', 1]]).reasons[0]?.code).toBe('no-course')
  })

  it('off its scale is for the clinic, and never below a threshold it has passed', () => {
    expect(
      [-1, 10.1, 15, Number.NaN].map((severity) => level(1, [['erythema', severity]])),
    ).toEqual(['contact-clinic', 'contact-clinic', 'contact-clinic', 'contact-clinic'])
    expect(level(1, [['fever', 5]])).toBe('contact-clinic')
    expect(level(1, [['fever', 29.9]])).toBe('contact-clinic')
    expect(level(1, [['pain', 11]])).toBe('urgent')
    expect(ask(1, [['erythema', 15]]).reasons[0]?.code).toBe('off-scale')
    expect(level(1, [['erythema', 10]])).toBe('expected')
  })
})

describe('what is not known', () => {
  it('an empty check-in says nothing; notes that nobody has read are for the clinic', () => {
    expect(ask(1, [])).toEqual({
      disposition: 'expected',
      reasons: [],
      safetyNet: ['unseen', 'help'],
    })
    expect(level(1, [], session(), 'pus everywhere')).toBe('contact-clinic')
    expect(level(1, [], session(), '  ')).toBe('expected')
  })

  it('a time before any procedure ended is for the clinic; red flags count all the same', () => {
    expect(level(-1, [])).toBe('contact-clinic')
    expect(level(-1, [['erythema', 1]])).toBe('contact-clinic')
    expect(level(-1, [['breathing-difficulty', 1]])).toBe('emergency')
    expect(ask(-1, []).reasons[0]?.code).toBe('impossible-time')
    expect(level(0, [['erythema', 1]])).toBe('expected')
  })

  it('after a procedure that no protocol covers everything is for the clinic', () => {
    const peel = { id: 'peel', code: 'chemical-peel', endedAt: '2026-01-12T10:00:00Z' }
    const p1 = {
      id: 'p1',
      code: 'microneedling',
      endedAt: ENDED_AT,
      device: 'pen',
      bodySites: ['face'],
    }
    expect(level(49, [['erythema', 1]], session({ procedures: [p1, peel] }))).toBe('contact-clinic')
    expect(level(47, [['erythema', 1]], session({ procedures: [p1, peel] }))).toBe('expected')
    expect(level(1, [], session({}, { device: 'rf' }))).toBe('contact-clinic')
    const rf = applyPlan(createPlanner([protocol()]), session({}, { device: 'rf' }))
    const notes = { at: after(1), signs: [], notes: 'hm' }
    expect(triage(createPlanner([protocol()]), rf, notes).reasons.map(({ code }) => code)).toEqual([
      'not-covered',
      'unread-notes',
    ])
  })

  it('a sign is judged by the last procedure, and by an earlier one of a place that the last did not treat', () => {
    const done = (id: string, day: number, bodySites?: readonly string[]) => ({
      id,
      code: 'microneedling',
      device: 'pen',
      endedAt: `2026-01-${day}T10:00:00Z`,
      ...(bodySites && { bodySites }),
    })
    const red = (...procedures: readonly unknown[]) =>
      level(20 * 24 + 1, [['erythema', 1]], session({ procedures }))
    expect(red(done('p1', 10), done('p2', 30))).toBe('contact-clinic')
    expect(red(done('p1', 10, ['other']), done('p2', 30, ['other']))).toBe('contact-clinic')
    expect(red(done('p1', 10, ['face']), done('p2', 30, ['face', 'neck']))).toBe('expected')
    expect(red(done('p1', 10, ['face']), done('p2', 30, ['scalp']))).toBe('contact-clinic')
    expect(red(done('p1', 10, ['face']), done('p2', 30))).toBe('contact-clinic')
    expect(red(done('p1', 10, ['face', 'neck']), done('p2', 30, ['face']))).toBe('contact-clinic')
    expect(red(done('p1', 10, ['face']), done('p2', 30, ['neck']), done('p3', 30, ['face']))).toBe(
      'expected',
    )
  })

  it('follows a correction of the procedure’s end from its instant on', () => {
    const corrected = session({
      events: [
        {
          type: 'corrected',
          at: '2026-01-13T12:00:00Z',
          procedure: 'p1',
          endedAt: '2026-01-11T10:00:00Z',
        },
      ],
    })
    expect(level(73, [['erythema', 1]], corrected)).toBe('contact-clinic')
    expect(level(74, [['erythema', 1]], corrected)).toBe('expected')
  })
})

describe('the answer', () => {
  it('lists reasons most urgent first and then by sign, whatever the order told', () => {
    const signs: Signs = [
      ['exfoliation', 1],
      ['breathing-difficulty', 3],
      ['erythema', 1],
      ['fever', 39],
      ['itch', 2],
    ]
    const answer = ask(1, signs)
    expect(answer.reasons.map((one) => one.sign)).toEqual([
      'breathing-difficulty',
      'fever',
      'breathing-difficulty',
      'fever',
      'fever',
      'itch',
      'erythema',
      'exfoliation',
    ])
    expect(ask(1, signs.toReversed())).toEqual(answer)
  })

  it('orders dispositions from expected to emergency', () => {
    const order: readonly Disposition[] = [
      'expected',
      'self-care',
      'contact-clinic',
      'urgent',
      'emergency',
    ]
    expect(order.map(urgencyOf)).toEqual([0, 1, 2, 3, 4])
  })
})

describe('a session that ended nobody knows when', () => {
  const unsure = (more: object = {}) =>
    applyPlan(
      createPlanner([protocol()]),
      session({ ...more }, { endedAt: ENDED_AT, endedAtEstimated: true }),
    )
  const planner = createPlanner([protocol()])
  const red = [{ code: 'erythema', severity: 1 }]

  it('has no usual course to judge by: every sign is for the clinic', () => {
    expect(triage(planner, unsure(), { at: after(1), signs: red })).toMatchObject({
      disposition: 'contact-clinic',
      reasons: [{ code: 'unknown-time', sign: 'erythema' }],
    })
  })

  it('keeps its red flags, those that start some time after among them', () => {
    const late = {
      id: 'late',
      sign: 'nodule',
      disposition: 'urgent',
      from: 'P14D',
      source: 'first',
    }
    const flagged = protocol({
      triage: { ...(protocolInput()['triage'] as object), redFlags: [late] },
    })
    const ready = createPlanner([flagged])
    const nodule = { at: after(1), signs: [{ code: 'nodule', severity: 1 }] }
    const known = applyPlan(ready, session())
    const unknown = applyPlan(ready, session({}, { endedAtEstimated: true }))
    expect(triage(ready, known, nodule).disposition).toBe('contact-clinic')
    expect(triage(ready, unknown, nodule).disposition).toBe('urgent')
  })

  it('is known once the end is corrected', () => {
    const corrected = { type: 'corrected', at: ENDED_AT, procedure: 'p1', endedAt: ENDED_AT }
    const plan = unsure({ events: [corrected] })
    expect(triage(planner, plan, { at: after(1), signs: red }).disposition).toBe('expected')
  })
})
