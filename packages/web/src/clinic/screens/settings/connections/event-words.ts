import type { I18n } from '@lingui/core'
import type { EventType } from '../../../api/connections.ts'

export function eventWords(i18n: I18n, type: EventType): string {
  switch (type) {
    case 'check-in.urgent':
      return i18n._({ id: 'webhooks.urgent', message: 'An urgent check-in' })
    case 'window.opened':
      return i18n._({ id: 'webhooks.opened', message: 'Something has opened for a patient' })
    case 'procedure.created':
      return i18n._({ id: 'webhooks.session', message: 'A session was recorded' })
  }
}
