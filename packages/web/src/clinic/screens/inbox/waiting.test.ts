import { describe, expect, it } from 'vitest'
import { ALERT } from './alert-testing.ts'
import { firstWaiting, newlyUrgent, raisingOf, waitingOf } from './waiting.ts'

const CALL = { ...ALERT, alertId: 'b', urgency: 2, disposition: 'contact-clinic' } as const
const TAKEN = { acknowledgedAt: '2026-11-30T08:10:00Z', ownerId: 'me' } as const

describe('waitingOf', () => {
  it('counts an urgent message as urgent, and not as one to answer', () => {
    const message = { ...ALERT, kind: 'message' } as const
    expect(waitingOf([message, CALL, { ...CALL, kind: 'message' }], 'me')).toEqual({
      urgent: 1,
      calls: 1,
      messages: 1,
      yours: 0,
    })
  })

  it('counts what one has taken on as one’s own, and what another has as nothing', () => {
    const taken = { ...ALERT, ...TAKEN }
    const none = { urgent: 0, calls: 0, messages: 0 }
    expect(waitingOf([taken], 'me')).toEqual({ ...none, yours: 1 })
    expect(waitingOf([taken], 'another')).toEqual({ ...none, yours: 0 })
  })
})

describe('firstWaiting', () => {
  it('passes over what somebody has, however urgent', () => {
    expect(firstWaiting([{ ...ALERT, ...TAKEN }, CALL])?.alertId).toBe('b')
  })
})

describe('newlyUrgent', () => {
  it('names an urgent one once, and no call', () => {
    expect(newlyUrgent(new Set(), [ALERT, CALL]).map(({ alertId }) => alertId)).toEqual(['a'])
    expect(newlyUrgent(new Set([raisingOf(ALERT)]), [ALERT, CALL])).toEqual([])
  })

  it('names one again that has become more urgent since', () => {
    const known = new Set([ALERT, CALL].map(raisingOf))
    const further = { ...CALL, urgency: 3, raisedAt: '2026-11-30T09:00:00Z' }
    expect(newlyUrgent(known, [ALERT, further])).toEqual([further])
  })
})
