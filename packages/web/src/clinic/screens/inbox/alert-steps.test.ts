import { expect, it } from 'vitest'
import type { Alert } from '../../api/alerts.ts'
import { alertSteps } from './alert-steps.ts'

const ALERT: Alert = {
  alertId: 'a',
  patientId: 'p',
  name: null,
  kind: 'check-in',
  disposition: 'urgent',
  urgency: 3,
  ownerId: null,
  ownerName: null,
  acknowledgedBy: 'me',
  raisedAt: '2026-11-30T08:00:00Z',
  acknowledgedAt: '2026-11-30T08:40:00Z',
  resolvedAt: '2026-11-30T08:40:00Z',
  escalatedAt: '2026-11-30T08:30:00Z',
  escalatesAt: null,
  day: null,
  procedure: null,
  told: null,
  reasons: [],
  nobodyTold: false,
  undone: false,
  judgedAgain: false,
  revision: 1,
}

it('tells what was closed at once as one step, after it escalated', () => {
  expect(alertSteps(ALERT).map(({ code }) => code)).toEqual(['raised', 'escalated', 'resolved'])
})
