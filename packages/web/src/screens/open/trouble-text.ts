import type { Issue } from '@afterglow/engine'
import type { I18n } from '@lingui/core'

/** Why a link, a code or a file could not be opened, and what to try. */
export function troubleText(i18n: I18n, code: Issue['code']): string {
  switch (code) {
    case 'required':
      return i18n._({ id: 'open.empty', message: 'Nothing is there yet. Type or paste it again.' })
    case 'incomplete':
      return i18n._({
        id: 'open.cut',
        message: 'A part is missing. Open the whole link, or scan the code again.',
      })
    case 'not-supported':
      return i18n._({
        id: 'open.newer',
        message:
          'It was made by a newer version. Load this page again with a network, then try once more.',
      })
    case 'not-found':
      return i18n._({
        id: 'open.zone',
        message: 'It names a time zone that this device does not know.',
      })
    default:
      return i18n._({
        id: 'open.damaged',
        message: 'It cannot be read. Compare it letter by letter, or scan the code again.',
      })
  }
}
