import type { I18n } from '@lingui/core'
import type { Role } from '../api/account.ts'

/** What a role is called. */
export function roleWords(i18n: I18n, role: Role): string {
  switch (role) {
    case 'owner':
      return i18n._({ id: 'role.owner', message: 'Owner' })
    case 'clinician':
      return i18n._({ id: 'role.clinician', message: 'Clinician' })
    case 'front-desk':
      return i18n._({ id: 'role.front-desk', message: 'Front desk' })
    case 'read-only':
      return i18n._({ id: 'role.read-only', message: 'Reading only' })
  }
}

/** What somebody in a role may do. */
export function roleMeaning(i18n: I18n, role: Role): string {
  switch (role) {
    case 'owner':
      return i18n._({
        id: 'role.owner.means',
        message: 'Runs the clinic: settings, team, keys, the protocol, who did what, erasing.',
      })
    case 'clinician':
      return i18n._({
        id: 'role.clinician.means',
        message:
          'Treats: sessions, photos, closing urgent check-ins, clearing and shortening, the protocol.',
      })
    case 'front-desk':
      return i18n._({
        id: 'role.front-desk.means',
        message: 'Receives: patients, sessions, sheets, links, messages, and taking a check-in on.',
      })
    case 'read-only':
      return i18n._({
        id: 'role.read-only.means',
        message: 'Looks at patients, plans and the inbox, not at photos, and changes nothing.',
      })
  }
}
