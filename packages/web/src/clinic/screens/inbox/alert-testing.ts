import type { Alert } from '../../api/alerts.ts'

/** An urgent check-in that nobody has taken yet. */
export const ALERT: Alert = {
  alertId: 'a',
  patientId: 'p',
  name: 'Leila Haddad',
  kind: 'check-in',
  disposition: 'urgent',
  urgency: 3,
  ownerId: null,
  ownerName: null,
  acknowledgedBy: null,
  raisedAt: '2026-11-30T08:00:00Z',
  acknowledgedAt: null,
  resolvedAt: null,
  escalatedAt: null,
  escalatesAt: '2026-11-30T08:30:00Z',
  day: 3,
  procedure: null,
  told: null,
  reasons: [],
  nobodyTold: false,
  undone: false,
  judgedAgain: false,
  revision: 1,
}
