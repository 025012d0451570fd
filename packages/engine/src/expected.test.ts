import { describe, expect, it } from 'vitest'
import { after, ENDED_AT, instant, protocol, session } from '../../../tests/support/protocol.ts'
import { applyPlan } from './apply.ts'
import { expectedAt } from './expected.ts'
import { createPlanner } from './planner.ts'
import type { Session } from './session.ts'
import type { Instant } from './time.ts'

const cited = { source: 'first', signs: ['erythema'] }
const ledger = protocol({
  course: {
    expectations: [
      { ...cited, id: 'all-along', until: 'P9D' },
      { ...cited, id: 'first-day', until: 'PT24H', stage: true },
      {
        ...cited,
        id: 'later',
        from: 'PT24H',
        until: { atLeast: 'P2D', atMost: 'P3D' },
        stage: true,
      },
      { ...cited, id: 'no-end', from: 'PT24H' },
      { ...cited, id: 'scalp-only', until: 'P9D', when: { bodySites: ['scalp'] } },
    ],
    milestones: [],
  },
})

function expected(at: Instant, given: Session = session()): readonly string[] {
  return expectedAt(createPlanner([ledger]), given, at).map((one) => one.expectation)
}

describe('expectedAt', () => {
  it('says what is expected at both ends of each span, the latest stage first', () => {
    expect(expected(after(0))).toEqual(['first-day', 'all-along'])
    expect(expected(after(24, -1))).toEqual(['first-day', 'all-along'])
    expect(expected(after(24))).toEqual(['later', 'all-along'])
    expect(expected(after(72, -1))).toEqual(['later', 'all-along'])
    expect(expected(after(72))).toEqual(['all-along'])
    expect(expected(after(9 * 24))).toEqual([])
  })

  it('says nothing before the procedure has ended, and nothing of one that no protocol covers', () => {
    expect(expected(after(0, -1))).toEqual([])
    expect(expected(after(1), session({}, { device: 'rf' }))).toEqual([])
  })

  it('expects more only of whom it holds for certain', () => {
    expect(expected(after(100), session({}, { bodySites: ['scalp'] }))).toContain('scalp-only')
    expect(expected(after(100), session({}, { bodySites: undefined }))).not.toContain('scalp-only')
  })

  it('counts from the reading of the end that holds then', () => {
    const events = [
      {
        type: 'corrected',
        at: '2026-01-11T10:00:00Z',
        procedure: 'p1',
        endedAt: '2026-01-10T22:00:00Z',
      },
    ]
    const startsAt = (hours: number) =>
      expectedAt(createPlanner([ledger]), session({ events }), after(hours))
        .filter(({ expectation }) => expectation === 'first-day')
        .map(({ from, until }) => [from, until])
    const endedAt = instant(ENDED_AT)
    expect(startsAt(23)).toEqual([[endedAt, endedAt + 24 * 3_600_000]])
    expect(startsAt(24)).toEqual([[endedAt + 12 * 3_600_000, endedAt + 36 * 3_600_000]])
  })
})

it('expects nothing after a session that ended nobody knows when, and has no course for it', () => {
  const guessed = session({}, { endedAtEstimated: true })
  const planner = createPlanner([protocol()])
  expect(expectedAt(planner, guessed, after(1))).toEqual([])
  expect(applyPlan(planner, guessed).course).toEqual([])
  expect(applyPlan(planner, session()).course).not.toEqual([])
})
