import { describe, expect, it } from 'vitest'
import {
  after,
  ENDED_AT,
  protocol,
  protocolInput,
  session,
} from '../../../tests/support/protocol.ts'
import { applyPlan } from './apply.ts'
import { createPlanner } from './planner.ts'
import { triage } from './triage.ts'

describe('a place treated again', () => {
  const hot = { id: 'hot', sign: 'warmth', disposition: 'urgent', from: 'P3D', source: 'first' }
  const flagged = protocol({
    triage: { ...(protocolInput()['triage'] as object), redFlags: [hot] },
  })
  const ready = createPlanner([flagged])
  const levelOf = (day: number, hours: number) => {
    const again = { code: 'microneedling', device: 'pen', bodySites: ['face'] }
    const procedures = [
      { ...again, id: 'p1', endedAt: ENDED_AT },
      { ...again, id: 'p2', endedAt: `2026-01-${day}T10:00:00Z` },
    ]
    const signs = [{ code: 'warmth', severity: 5 }]
    const plan = applyPlan(ready, session({ procedures }))
    return triage(ready, plan, { at: after((day - 10) * 24 + hours), signs }).disposition
  }

  it('keeps the alarm of the session before while that one may still bring it', () => {
    expect(levelOf(14, 1)).toBe('urgent')
  })

  it('alarms on the day of a session that follows a healed one as it did on the first', () => {
    expect(levelOf(28, 1)).toBe('contact-clinic')
  })
})

describe('fading', () => {
  const planner = createPlanner([protocol()])
  const levelAfter = (...reports: readonly [number, number][]) => {
    const events = reports.map(([hours, severity]) => ({
      type: 'check-in',
      at: new Date(after(hours)).toISOString(),
      signs: [{ code: 'erythema', severity }],
    }))
    const signs = [{ code: 'erythema', severity: 3 }]
    return triage(planner, applyPlan(planner, session({ events })), { at: after(80), signs })
      .disposition
  }

  it('is shown by a stronger report of this session, on the scale', () => {
    expect(levelAfter([50, 6])).toBe('self-care')
  })

  it('is not shown by a report from before it, nor by one off the scale', () => {
    expect(levelAfter([-50, 6])).toBe('contact-clinic')
    expect(levelAfter([50, 30])).toBe('contact-clinic')
  })

  it('a weaker report from before it still shows that it got worse', () => {
    expect(levelAfter([-50, 1], [50, 6])).toBe('self-care')
    expect(levelAfter([-50, 1])).toBe('contact-clinic')
  })
})
