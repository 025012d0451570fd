import type { I18n } from '@lingui/core'
import type { EventActor } from '../../api/events.ts'

/** Who said or did something, where nobody is known by name. */
export function actorWord(i18n: I18n, { kind }: EventActor): string {
  switch (kind) {
    case 'patient':
      return i18n._({ id: 'patient.by.patient', message: 'the patient' })
    case 'caregiver':
      return i18n._({ id: 'patient.by.caregiver', message: 'somebody who cares for them' })
    case 'staff':
      return i18n._({ id: 'patient.by.staff', message: 'somebody of the clinic' })
    case 'api-key':
      return i18n._({ id: 'patient.by.system', message: 'another system' })
    case 'link':
      return i18n._({ id: 'patient.by.link', message: 'the link of a message' })
    default:
      return i18n._({ id: 'patient.by.booking', message: 'the booking system' })
  }
}
