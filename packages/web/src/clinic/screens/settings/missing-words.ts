import type { I18n } from '@lingui/core'
import type { Missing } from './missing.ts'

export function missingWords(i18n: I18n, missing: Missing): string {
  switch (missing) {
    case 'country':
      return i18n._({ id: 'settings.missing.country', message: 'No country yet' })
    case 'phone':
      return i18n._({
        id: 'settings.missing.phone',
        message: 'No phone number yet: patients cannot call you from the app',
      })
    case 'emergency-number':
      return i18n._({
        id: 'settings.missing.emergency',
        message: 'No emergency number confirmed yet',
      })
    case 'hours':
      return i18n._({
        id: 'settings.missing.hours',
        message: 'No hours yet: patients are told that nobody has said when messages are read',
      })
  }
}
