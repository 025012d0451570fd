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
        message: 'Runs the clinic: settings, team, keys, the protocol and who looked at what.',
      })
    case 'clinician':
      return i18n._({
        id: 'role.clinician.means',
        message:
          'Treats: records sessions, answers check-ins, clears and shortens, changes the protocol.',
      })
    case 'front-desk':
      return i18n._({
        id: 'role.front-desk.means',
        message: 'Books and hands over: patients, sessions, sheets, links and messages.',
      })
    case 'read-only':
      return i18n._({
        id: 'role.read-only.means',
        message: 'Looks at everything about patients and changes nothing.',
      })
  }
}
