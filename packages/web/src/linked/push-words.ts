import type { I18n } from '@lingui/core'
import { goneWrong } from './linked-words.ts'
import type { PushTrouble } from './push.ts'

export function pushTroubleText(i18n: I18n, trouble: PushTrouble): string {
  switch (trouble) {
    case 'unreached':
    case 'refused':
      return goneWrong(i18n, trouble)
    case 'not-set-up':
      return i18n._({
        id: 'push.not-set-up',
        message: 'Your clinic does not send reminders to devices.',
      })
    case 'denied':
      return i18n._({ id: 'push.said-no', message: 'The browser was told no. Nothing is sent.' })
    default:
      return trouble satisfies never
  }
}
