import { type Status, unreachable } from '@afterglow/engine'
import type { I18n } from '@lingui/core'

/** A status in a word or two, as it stands on a pill. */
export function statusWord(i18n: I18n, status: Status): string {
  switch (status) {
    case 'avoid':
      return i18n._({ id: 'status.avoid', message: 'Not yet' })
    case 'caution':
      return i18n._({ id: 'status.caution', message: 'With care' })
    case 'allowed':
      return i18n._({ id: 'status.allowed', message: 'Open' })
    case 'recommended':
      return i18n._({ id: 'status.recommended', message: 'Good for your skin' })
    case 'ask-clinic':
    case 'unknown':
      return i18n._({ id: 'status.ask-clinic', message: 'Ask your clinic first' })
    default:
      return unreachable(status)
  }
}
