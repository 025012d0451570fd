import type { I18n } from '@lingui/core'

/** What somebody who reads the audit looks for most; everything else is chosen in the table, by its code. */
export const ACTIONS = [
  'patient.read',
  'patient.export',
  'patient.erase',
  'patient.merge',
  'override.create',
  'clearance.create',
  'adoption.publish',
  'clinic.change',
  'team.roles',
  'team.invite',
  'team.remove',
  'api-key.create',
] as const
type Action = (typeof ACTIONS)[number]

export function actionWords(i18n: I18n, action: Action): string {
  return WORDS[action](i18n)
}

const WORDS: Readonly<Record<Action, (i18n: I18n) => string>> = {
  'patient.read': (i18n) =>
    i18n._({ id: 'audit.patient.read', message: 'A patient’s record was opened' }),
  'patient.export': (i18n) =>
    i18n._({ id: 'audit.patient.export', message: 'A patient’s record was taken out' }),
  'patient.erase': (i18n) => i18n._({ id: 'audit.patient.erase', message: 'A patient was erased' }),
  'patient.merge': (i18n) =>
    i18n._({ id: 'audit.patient.merge', message: 'Two records became one' }),
  'override.create': (i18n) => i18n._({ id: 'audit.override', message: 'A time was changed' }),
  'clearance.create': (i18n) => i18n._({ id: 'audit.clearance', message: 'A subject was cleared' }),
  'adoption.publish': (i18n) =>
    i18n._({ id: 'audit.adoption', message: 'A protocol was published' }),
  'clinic.change': (i18n) => i18n._({ id: 'audit.clinic', message: 'Settings were changed' }),
  'team.roles': (i18n) => i18n._({ id: 'audit.team.roles', message: 'Roles were changed' }),
  'team.invite': (i18n) => i18n._({ id: 'audit.team.invite', message: 'Somebody was invited' }),
  'team.remove': (i18n) => i18n._({ id: 'audit.team.remove', message: 'Somebody was removed' }),
  'api-key.create': (i18n) => i18n._({ id: 'audit.key', message: 'An API key was made' }),
}
