import type { I18n } from '@lingui/core'

/** Why words of a person's will not reach the clinic by themselves, and what to do. */
export function notTaken(i18n: I18n, why: 'refused' | 'lost'): string {
  return why === 'refused'
    ? i18n._({
        id: 'unsent.refused',
        message: 'Your clinic’s server did not take it. Tell your clinic yourself.',
      })
    : i18n._({
        id: 'unsent.not-kept',
        message: 'Not sent: this browser could not keep it. Try again, or call.',
      })
}
