import type { I18n } from '@lingui/core'
import type { Joined } from '../../linked/join.ts'
import { goneWrong } from '../../linked/linked-words.ts'

/** Why it did not open, and what to do; empty where nothing is wrong. */
export function joinTrouble(i18n: I18n, joined: Joined): string {
  switch (joined.kind) {
    case 'joined':
    case 'code-wanted':
      return ''
    case 'code-wrong':
      return i18n._({
        id: 'join.wrong',
        message: 'These are not the six digits. Look again: after a few wrong tries the link ends.',
      })
    case 'ended':
      return i18n._({
        id: 'join.code-ended',
        message: 'This code is no longer good. Show a new one on the other screen.',
      })
    case 'too-often':
      return i18n._({ id: 'join.too-often', message: 'Too many tries. Wait ten minutes.' })
    case 'unreached':
    case 'refused':
      return goneWrong(i18n, joined.kind)
    default:
      return joined satisfies never
  }
}
