import { describe, expect, it } from 'vitest'
import { protocol, protocolInput, session } from '../../../tests/support/protocol.ts'
import { applyProtocol } from './apply.ts'
import type { Milestone } from './milestone.ts'
import type { Session } from './session.ts'

type Input = Readonly<Record<string, unknown>>

const DAY_MS = 24 * 3_600_000

function milestonesOf(
  milestones: readonly Input[],
  given: Session = session(),
): readonly Milestone[] {
  const cited = milestones.map((one, k) => ({
    id: `m-${k}`,
    kind: 'result',
    source: 'first',
    ...one,
  }))
  const course = { ...(protocolInput()['course'] as Input), milestones: cited }
  return applyProtocol([protocol({ course })], given).milestones
}

const order = (milestones: readonly Input[]) => milestonesOf(milestones).map((one) => one.milestone)

describe('milestones', () => {
  it('have the span that the source gives, nothing where it gives none', () => {
    expect(
      milestonesOf([
        { kind: 'recovery', from: 'P3D', until: { reading: 'a-few-days' } },
        { from: 'P4D' },
        { until: 'P5D' },
        {},
      ]),
    ).toEqual([
      { milestone: 'm-0', kind: 'recovery', from: 3 * DAY_MS, until: 4 * DAY_MS },
      { milestone: 'm-1', kind: 'result', from: 4 * DAY_MS, until: null },
      { milestone: 'm-2', kind: 'result', from: null, until: 5 * DAY_MS },
      { milestone: 'm-3', kind: 'result', from: null, until: null },
    ])
  })

  it('stand soonest first, by the start or else the end; those without a time last', () => {
    expect(order([{}, { from: 'P9D', until: 'P99D' }, { until: 'P5D' }, { from: 'P1D' }])).toEqual([
      'm-3',
      'm-2',
      'm-1',
      'm-0',
    ])
  })

  it('keep the order of the ledger where they come at once', () => {
    expect(order([{ from: 'P2D' }, { until: 'P2D' }, { from: 'PT48H' }])).toEqual([
      'm-0',
      'm-1',
      'm-2',
    ])
    expect(order([{}, {}])).toEqual(['m-0', 'm-1'])
  })

  it('stand only where their test holds for certain', () => {
    const scalp = [{ when: { bodySites: ['scalp'] } }]
    const count = (bodySites?: readonly string[]) =>
      milestonesOf(scalp, session({}, { bodySites })).length
    expect(count(['scalp'])).toBe(1)
    expect(count(['face'])).toBe(0)
    expect(count()).toBe(0)
  })
})
