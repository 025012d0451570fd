import { describe, expect, it } from 'vitest'
import { isLate, type OutboxItem, type OwnEvent, requestOf, wholeSeconds } from './outbox.ts'

const AT = Date.parse('2026-11-23T09:00:00.789Z')

function told(event: OwnEvent): OutboxItem {
  const waiting = { state: 'waiting', tries: 0, refusal: null } as const
  const what = { kind: 'event', event } as const
  return { id: 'c1', place: 1, madeAt: AT, patientId: 'p1', what, ...waiting }
}

describe('requestOf', () => {
  it('says of a sign that it gets worse, and names the check-in by its own id', () => {
    const signs = [{ code: 'erythema', severity: 'mild' as const, trend: 'worsening' as const }]
    const { path, body, key } = requestOf(told({ type: 'check-in', at: AT, signs, notes: 'hot' }))
    expect({ path, key }).toEqual({ path: '/patients/p1/check-ins', key: 'afterglow-c1' })
    expect(body).toEqual({
      checkInId: 'c1',
      at: '2026-11-23T09:00:00+00:00',
      symptoms: [{ name: 'erythema', severity: 'mild', trend: 'worsening' }],
      notes: 'hot',
    })
  })

  it('gives advice in the words of the route', () => {
    const window = { until: 'P14D' }
    const advice = { type: 'patient-reported-advice', at: AT, subject: 'makeup', window } as const
    const { path, body } = requestOf(told(advice))
    expect(path).toBe('/patients/p1/advice')
    expect(body).toEqual({ subject: 'makeup', window: 'P14D', at: '2026-11-23T09:00:00+00:00' })
  })
})

describe('isLate', () => {
  const item = told({ type: 'done', at: AT, subject: 'makeup' })

  it('is so after an hour, or eight tries, and not of what waits no longer', () => {
    expect(isLate(item, AT + 3_599_999)).toBe(false)
    expect(isLate(item, AT + 3_600_000)).toBe(true)
    expect(isLate({ ...item, tries: 8 }, AT)).toBe(true)
    expect(isLate({ ...item, state: 'sent' }, AT + 3_600_000)).toBe(false)
  })
})

it('tells an event by whole seconds, so that it is the same one when it comes back', () => {
  expect(wholeSeconds({ at: AT }).at).toBe(Date.parse('2026-11-23T09:00:00Z'))
})
