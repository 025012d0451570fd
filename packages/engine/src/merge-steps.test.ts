import { describe, expect, it } from 'vitest'
import { position, protocol, session, subject, subjects } from '../../../tests/support/protocol.ts'
import { makeup } from '../../../tests/support/timeline.ts'
import { applyProtocol } from './apply.ts'
import type { CarePlan } from './care-plan.ts'
import type { Protocol } from './protocol.ts'
import type { Step } from './subject-windows.ts'

/** What the merged list of a subject holds to the letter: each step's start in hours, answer, voice and what changes it. */

const HOUR_MS = 3_600_000

type Written = readonly [number, string, string | null, string, string?]

function written({ start, status, governing, changedBy, procedure }: Step): Written {
  const step = [start / HOUR_MS, status, governing, changedBy.join(' ')] as const
  return procedure === undefined ? step : [...step, procedure]
}

function stepsOf(plan: CarePlan, code = 'makeup'): readonly Written[] {
  const index = plan.subjects[code]?.index
  const windows = index === undefined ? undefined : plan.windows[index]
  if (!windows) throw new Error(`no ${code}`)
  return windows.steps.map(written)
}

const merged = (ledger: Protocol, parts: object = {}): readonly Written[] =>
  stepsOf(applyProtocol([ledger], session({ ...parts })))

const until = (length: unknown) => ({ window: { until: length } })

const override = (window: string, at = '2026-01-10T11:00:00Z', by = 'Dr A') => ({
  type: 'override',
  at,
  subject: 'makeup',
  window,
  by,
  reason: 'x',
})

describe('the steps of one procedure', () => {
  it('are one for each answer, in time order, and none repeats the one before', () => {
    const ledger = makeup(
      position('short', 'avoid', until('PT12H')),
      position('long', 'avoid', until('PT48H')),
      position('care', 'limit', until('PT96H')),
      position('late', 'avoid', { window: { from: 'PT120H', until: 'PT144H' } }),
    )
    expect(merged(ledger)).toEqual([
      [0, 'avoid', 'long', 'time'],
      [48, 'caution', 'care', 'time'],
      [96, 'allowed', null, ''],
      [120, 'avoid', 'late', 'time'],
      [144, 'allowed', null, ''],
    ])
  })

  it('are none for a pure group, which has no reasons either', () => {
    const ledger = subjects(
      subject('skin', [position('g', 'avoid', until('PT12H'))], { group: true }),
      subject('makeup', [position('a', 'avoid', until('PT24H'))], { broader: 'skin' }),
    )
    const [group] = applyProtocol([ledger], session()).windows
    expect([group?.steps, group?.reasons]).toEqual([[], []])
  })

  it('say what would change each: time, a report, a clearance, a fact', () => {
    const settling = position('a', 'avoid', {
      window: { until: 'PT24H', and: ['settled'], signs: ['erythema'] },
    })
    const waiting = position('b', 'avoid', { window: { until: 'PT12H', and: ['cleared'] } })
    const forRisk = position('c', 'limit', { ...until('P60D'), when: { history: ['diabetes'] } })
    const ledger = makeup(settling, waiting, forRisk)
    const signs = [{ code: 'erythema', severity: 0 }]
    const gone = { type: 'check-in', at: '2026-01-10T10:00:00Z', signs }
    const cleared = {
      type: 'clearance',
      at: '2026-01-10T10:00:00Z',
      subject: 'makeup',
      by: 'Dr A',
    }
    const untold = { patient: { fitzpatrickSkinType: 'III', medicines: [] } }
    expect(merged(ledger)).toEqual([
      [0, 'avoid', 'a', 'time'],
      [24, 'ask-clinic', 'b', 'clearance'],
    ])
    expect(merged(makeup(settling, forRisk))).toEqual([
      [0, 'avoid', 'a', 'time'],
      [24, 'caution', 'a', 'time report'],
      [360, 'allowed', null, ''],
    ])
    expect(merged(ledger, { events: [gone, cleared], ...untold })).toEqual([
      [0, 'avoid', 'a', 'time'],
      [24, 'caution', 'c', 'time fact'],
      [1440, 'allowed', null, ''],
    ])
  })

  it('begin at the end of the session, whatever was said before it', () => {
    const ledger = makeup(
      position('a', 'avoid', { window: { until: 'PT24H', and: ['settled'], signs: ['erythema'] } }),
    )
    const signs = [{ code: 'erythema', severity: 0 }]
    const before = { type: 'check-in', at: '2026-01-09T10:00:00Z', signs }
    expect(merged(ledger, { events: [before] }).map(([start]) => start)).toEqual([0, 24, 360])
  })
})

describe('the voice that governs', () => {
  it('is of two alike the one that lasts longer, else the first', () => {
    const pair = (first: string, second: string) =>
      merged(makeup(position('a', 'avoid', until(first)), position('b', 'avoid', until(second))))
    expect(pair('PT24H', 'PT48H')[0]?.[2]).toBe('b')
    expect(pair('PT48H', 'PT24H')[0]?.[2]).toBe('a')
    expect(pair('PT24H', 'PT24H')[0]?.[2]).toBe('a')
  })

  it('is the one with a figure of its own before one that borrows it', () => {
    const open = position('open', 'avoid')
    const stated = position('stated', 'avoid', until('PT48H'))
    expect(merged(makeup(open, stated))[0]?.[2]).toBe('stated')
    expect(merged(makeup(stated, open))[0]?.[2]).toBe('stated')
  })

  it('is the first of two that both borrow', () => {
    const open = (id: string) => position(id, 'avoid')
    expect(merged(makeup(open('a'), open('b')))[0]?.[2]).toBe('a')
  })

  it('is what a clinician decided, before a figure that ends at the same time', () => {
    const ledger = makeup(
      position('a', 'avoid', until('PT24H')),
      position('b', 'avoid', until('PT48H')),
    )
    const [, second] = merged(ledger, { events: [override('PT48H')] })
    expect(second?.[2]).toMatch(/^override/)
  })

  it('is of two overrides the last one given, and of one instant the longer, in whatever order', () => {
    const ledger = makeup(position('a', 'avoid', until('PT24H')))
    const end = (...events: readonly object[]) =>
      merged(ledger, { events }).findLast(([, status]) => status === 'allowed')?.[0]
    const [short, long] = [override('PT48H'), override('PT96H', undefined, 'Dr B')]
    expect(end(short, long)).toBe(96)
    expect(end(long, short)).toBe(96)
    const later = override('PT48H', '2026-01-10T12:00:00Z')
    expect(end(long, later)).toBe(48)
    expect(end(later, long)).toBe(48)
  })
})

describe('the preparation of a planned session', () => {
  it('starts with the longest lead that names the subject', () => {
    const lead = (id: string, length: string) => ({
      id,
      source: 'first',
      subject: 'makeup',
      lead: length,
    })
    const own = [position('a', 'avoid', until('PT24H'))]
    const ledger = (...leads: readonly object[]) =>
      protocol({ subjects: [subject('makeup', own)], preparation: leads })
    for (const leads of [
      [lead('week', 'P7D'), lead('day', 'P1D')],
      [lead('day', 'P1D'), lead('week', 'P7D')],
    ]) {
      const plan = applyProtocol([ledger(...leads)], session())
      expect(stepsOf(plan)[0]).toEqual([-168, 'unknown', 'week', 'time'])
      expect(plan.windows[0]?.reasons.at(-1)).toEqual({
        id: 'week',
        kind: 'preparation',
        source: 'first',
        stance: 'ask',
        window: null,
      })
    }
  })
})

describe('the steps of several procedures', () => {
  const p1 = { id: 'p1', code: 'microneedling', endedAt: '2026-01-10T10:00:00Z', device: 'pen' }
  const p2 = { ...p1, id: 'p2', endedAt: '2026-01-11T10:00:00Z' }
  const ledger = subjects(
    subject('skin', [], { group: true }),
    subject('makeup', [position('a', 'avoid', until('PT48H'))], { broader: 'skin' }),
  )
  const planOf = (given: Protocol, ...procedures: readonly object[]) =>
    applyProtocol([given], session({ procedures }))

  it('name the procedure that governs, only where something does, and none repeats', () => {
    expect(stepsOf(planOf(ledger, p1, p2))).toEqual([
      [0, 'avoid', 'a', 'time', 'p1'],
      [24, 'avoid', 'a', 'time', 'p2'],
      [72, 'allowed', null, ''],
    ])
  })

  it('are governed, of two alike, by the one that lasts longer, else by the first', () => {
    const together = { ...p1, id: 'p3' }
    expect(stepsOf(planOf(ledger, p1, together))[0]?.[4]).toBe('p1')
    expect(stepsOf(planOf(ledger, p2, p1)).map((step) => step[4])).toEqual(['p1', 'p2', undefined])
  })

  it('are none for a pure group', () => {
    const [group] = planOf(ledger, p1, p2).windows
    expect([group?.steps, group?.reasons]).toEqual([[], []])
  })

  it('are unknown until the first has ended, its last second included', () => {
    const lead = { id: 'lead', source: 'first', subject: 'makeup', lead: 'P2D' }
    const prepared = protocol({
      subjects: [subject('makeup', [position('a', 'avoid', until('PT48H'))])],
      preparation: [lead],
    })
    expect(stepsOf(planOf(prepared, p1, p2))).toEqual([
      [-48, 'unknown', 'lead', 'time', 'p1'],
      [0, 'avoid', 'a', 'time', 'p1'],
      [24, 'avoid', 'a', 'time', 'p2'],
      [72, 'allowed', null, ''],
    ])
  })

  it('keep a step apart where only what would change it differs', () => {
    const waits = subjects(
      subject('makeup', [
        position('a', 'avoid', { window: { until: 'PT24H', and: ['cleared'] } }),
        position('b', 'ask', until('PT48H')),
      ]),
    )
    expect(stepsOf(planOf(waits, p1, { ...p1, id: 'p3' }))).toEqual([
      [0, 'avoid', 'a', 'time', 'p1'],
      [24, 'ask-clinic', 'a', 'time clearance', 'p1'],
      [48, 'ask-clinic', 'a', 'clearance', 'p1'],
    ])
  })

  it('say a reason once for each procedure, though its end was corrected', () => {
    const corrected = {
      type: 'corrected',
      at: '2026-01-10T12:00:00Z',
      procedure: 'p1',
      endedAt: '2026-01-10T09:00:00Z',
    }
    const plan = applyProtocol([ledger], session({ procedures: [p1, p2], events: [corrected] }))
    expect(plan.windows[1]?.reasons.map(({ id, procedure }) => [id, procedure])).toEqual([
      ['a', 'p1'],
      ['a', 'p2'],
    ])
  })
})
