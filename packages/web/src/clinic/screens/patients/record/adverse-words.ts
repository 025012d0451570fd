import { unreachable } from '@afterglow/engine'
import type { I18n } from '@lingui/core'
import type { App } from '../../../../app/app-context.ts'
import type { AdverseEventForm } from '../../../api/records.ts'

/** How bad it was. */
export function severityWord(i18n: I18n, severity: AdverseEventForm['severity']): string {
  switch (severity) {
    case 'mild':
      return i18n._({ id: 'patient.adverse.mild', message: 'mild' })
    case 'moderate':
      return i18n._({ id: 'patient.adverse.moderate', message: 'moderate' })
    case 'severe':
      return i18n._({ id: 'patient.adverse.severe', message: 'severe' })
    case 'life-threatening':
      return i18n._({ id: 'patient.adverse.life', message: 'life-threatening' })
    default:
      return unreachable(severity)
  }
}

/** What happened, by its code: what is only found afterwards, or a sign of the skin. */
export function adverseWord({ i18n, texts }: Pick<App, 'i18n' | 'texts'>, code: string): string {
  switch (code) {
    case 'granuloma':
      return i18n._({ id: 'patient.adverse.granuloma', message: 'Granuloma' })
    case 'infection':
      return i18n._({ id: 'patient.adverse.infection', message: 'Infection' })
    case 'allergic-reaction':
      return i18n._({ id: 'patient.adverse.allergy', message: 'Allergic reaction' })
    case 'scar':
      return i18n._({ id: 'patient.adverse.scar', message: 'Scar' })
    case 'burn':
      return i18n._({ id: 'patient.adverse.burn', message: 'Burn' })
    case 'device-fault':
      return i18n._({ id: 'patient.adverse.device', message: 'Fault of the device' })
    case 'other':
      return i18n._({ id: 'patient.adverse.other', message: 'Something else' })
    default:
      return texts.sign(code)
  }
}
