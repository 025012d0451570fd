import type { I18n } from '@lingui/core'
import type { Alert } from '../../api/alerts.ts'
import { isUrgent } from './waiting.ts'

/** Why something is here of which the server gives no reasons: it gives them of a check-in alone. */
export function withoutReasons(i18n: I18n, alert: Pick<Alert, 'kind' | 'urgency'>): string {
  if (alert.kind === 'answer')
    return i18n._({
      id: 'inbox.why.worse',
      message: 'A reminder was answered with “worse”, and says no more.',
    })
  if (alert.kind !== 'message')
    return i18n._({
      id: 'inbox.why.gone',
      message: 'What it was judged by is no longer on record.',
    })
  return isUrgent(alert)
    ? i18n._({
        id: 'inbox.why.alarm',
        message: 'An alarm was read in what was written. They were shown at once whom to call.',
      })
    : i18n._({
        id: 'inbox.why.read',
        message: 'A person wrote it and waits for an answer. No alarm was read in it.',
      })
}
