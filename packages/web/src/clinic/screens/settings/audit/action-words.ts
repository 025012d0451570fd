import type { I18n } from '@lingui/core'
import { CLINIC_ACTIONS } from './clinic-action-words.ts'
import { PATIENT_ACTIONS } from './patient-action-words.ts'

/** What somebody who reads the audit looks for most; everything else is chosen in the table. */
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

/** In plain words; by its code where a newer server writes what this console has no words for. */
export function actionWords(i18n: I18n, action: string): string {
  return WORDS.get(action)?.(i18n) ?? action
}

/** All that there are words for. */
export function actionsWithWords(): readonly string[] {
  return [...WORDS.keys()]
}

const WORDS: ReadonlyMap<string, (i18n: I18n) => string> = new Map(
  Object.entries({ ...CLINIC_ACTIONS, ...PATIENT_ACTIONS }),
)
