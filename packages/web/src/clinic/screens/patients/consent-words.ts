import type { I18n } from '@lingui/core'

/** What is agreed to, by its scope. */
export function consentWord(i18n: I18n, scope: string): string {
  switch (scope) {
    case 'care':
      return i18n._({ id: 'patient.consent.care', message: 'Aftercare with this app' })
    case 'email':
      return i18n._({ id: 'patient.consent.email', message: 'E-mails' })
    case 'push':
      return i18n._({ id: 'patient.consent.push', message: 'Notices on the phone' })
    case 'sms':
      return i18n._({ id: 'patient.consent.sms', message: 'Text messages' })
    case 'photos-care':
      return i18n._({ id: 'patient.consent.photos-care', message: 'Photos for their care' })
    case 'photos-marketing':
      return i18n._({
        id: 'patient.consent.photos-marketing',
        message: 'Photos to show to others',
      })
    default:
      return scope
  }
}
