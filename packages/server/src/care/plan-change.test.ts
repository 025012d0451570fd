import { applyProtocol } from '@afterglow/engine'
import { describe, expect, it } from 'vitest'
import { makeup } from '../../../../tests/support/timeline.ts'
import { after, position, session } from '../../../../tests/support/protocol.ts'
import { createCompare, planChanges } from './plan-change.ts'

const SHORT = makeup(position('makeup-1', 'avoid', { window: { until: 'PT24H' } }))
const LONG = makeup(position('makeup-1', 'avoid', { window: { until: 'P3D' } }))
const shortPlan = applyProtocol([SHORT], session())
const longPlan = applyProtocol([LONG], session())

describe('two versions of a plan', () => {
  it('differ in what opens later, from when they are compared on', () => {
    expect(planChanges({ before: shortPlan, after: longPlan, at: after(1) })).toEqual([
      {
        subject: 'makeup',
        before: { status: 'avoid', opensAt: after(24) },
        after: { status: 'avoid', opensAt: after(72) },
      },
    ])
  })

  it('do not differ in what is over', () => {
    expect(planChanges({ before: shortPlan, after: longPlan, at: after(72) })).toEqual([])
    expect(planChanges({ before: shortPlan, after: longPlan, at: after(71) })).toHaveLength(1)
  })

  it('are told apart for one person after the other as for each alone', () => {
    const compare = createCompare(after(1))
    const pairs = [
      [shortPlan, longPlan],
      [longPlan, longPlan],
      [shortPlan, longPlan],
      [longPlan, shortPlan],
    ] as const
    for (const [was, is] of pairs)
      expect(compare(was, is)).toEqual(planChanges({ before: was, after: is, at: after(1) }))
  })
})
