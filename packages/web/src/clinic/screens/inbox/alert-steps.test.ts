import { expect, it } from 'vitest'
import { alertSteps } from './alert-steps.ts'
import { ALERT } from './alert-testing.ts'

const CLOSED = {
  ...ALERT,
  acknowledgedBy: 'me',
  acknowledgedAt: '2026-11-30T08:40:00Z',
  resolvedAt: '2026-11-30T08:40:00Z',
  escalatedAt: '2026-11-30T08:30:00Z',
  escalatesAt: null,
}

it('tells what was closed at once as one step, after it escalated', () => {
  expect(alertSteps(CLOSED).map(({ code }) => code)).toEqual(['raised', 'escalated', 'resolved'])
})
