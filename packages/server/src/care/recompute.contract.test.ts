import { createPlanner } from '@afterglow/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeup } from '../../../../tests/support/timeline.ts'
import { after, position, session } from '../../../../tests/support/protocol.ts'
import { createCompare, type PlanPair } from './plan-change.ts'
import { openRecompute, type Recompute } from './recompute.ts'

const SHORT = makeup(position('makeup-1', 'avoid', { window: { until: 'PT24H' } }))
const LONG = makeup(position('makeup-1', 'avoid', { window: { until: 'P3D' } }))

const pairs: readonly PlanPair[] = Array.from({ length: 25 }, (_, k) => ({
  from: k % 2,
  before: session(),
  after: session(),
}))

describe('plans recomputed in threads', () => {
  let recompute: Recompute
  beforeAll(() => {
    recompute = openRecompute({ from: [[SHORT], [LONG]], to: [LONG], at: after(1) }, 2)
  })
  afterAll(() => recompute.close())

  it('answers each batch with its own changes, however many wait, as the main thread would', async () => {
    const compare = createCompare(
      [createPlanner([SHORT]), createPlanner([LONG])],
      createPlanner([LONG]),
      after(1),
    )
    const batches = [pairs, pairs.slice(1), pairs.slice(0, 3)]
    const answers = await Promise.all(batches.map((batch) => recompute.changesOf(batch)))
    expect(answers).toEqual(batches.map((batch) => batch.map(compare)))
    expect(answers[0]?.slice(0, 2)).toEqual([
      [
        {
          subject: 'makeup',
          before: { status: 'avoid', opensAt: after(24) },
          after: { status: 'avoid', opensAt: after(72) },
        },
      ],
      [],
    ])
  })

  it('sees no change in what is over', () => {
    const late = createCompare([createPlanner([SHORT])], createPlanner([LONG]), after(72))
    expect(late({ from: 0, before: session(), after: session() })).toEqual([])
  })
})
