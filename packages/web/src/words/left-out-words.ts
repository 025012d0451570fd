import type { LeftOut } from '@afterglow/formats'
import type { I18n } from '@lingui/core'

/** What a short code could not carry. */
export function leftOutWord(i18n: I18n, leftOut: LeftOut): string {
  switch (leftOut) {
    case 'procedures':
      return i18n._({ id: 'left-out.procedures', message: 'your other sessions' })
    case 'names':
      return i18n._({ id: 'left-out.names', message: 'names of medicines' })
    case 'details':
      return i18n._({ id: 'left-out.details', message: 'details of the session' })
    case 'zone':
      return i18n._({ id: 'left-out.zone', message: 'your time zone' })
    case 'check-ins':
      return i18n._({ id: 'left-out.check-ins', message: 'your check-ins' })
    case 'clinic':
      return i18n._({ id: 'left-out.clinic', message: 'what your clinic changed' })
    case 'advice':
      return i18n._({ id: 'left-out.advice', message: 'what your own doctor said' })
    case 'journal':
      return i18n._({ id: 'left-out.journal', message: 'what you did and where you travelled' })
    default:
      return leftOut
  }
}
