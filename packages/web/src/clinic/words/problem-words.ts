import type { I18n } from '@lingui/core'
import type { Problem } from '../api/request.ts'

/** What did not work, and what to do about it. What the server says of a field stands as it said it. */
export function problemWords(i18n: I18n, { status, code, title, detail }: Problem): string {
  const words = WORDS.get(isFromBetween(status, code) ? 'unreached' : code)
  if (words) return words(i18n)
  if (status < 500 || TOLD.has(code)) return detail ?? title
  return i18n._({
    id: 'problem.ours',
    message: 'Something went wrong on the server. Nothing was changed. Try again.',
  })
}

/** A failure that the server did not name came from something before it: nobody knows what was done. */
function isFromBetween(status: number, code: string): boolean {
  return status >= 500 && code === ''
}

/** What failed beyond the server, which says how. */
const TOLD: ReadonlySet<string> = new Set(['not-sent'])

const WORDS: ReadonlyMap<string, (i18n: I18n) => string> = new Map([
  [
    'unreached',
    (i18n: I18n) =>
      i18n._({
        id: 'problem.no-answer',
        message:
          'The server did not answer. If you have just saved something, look whether it is there before you do it again.',
      }),
  ],
  [
    'not-signed-in',
    (i18n: I18n) =>
      i18n._({ id: 'problem.signed-out', message: 'You were signed out. Sign in again.' }),
  ],
  [
    'forbidden',
    (i18n: I18n) =>
      i18n._({
        id: 'problem.forbidden',
        message: 'Your role does not let you do this. Ask an owner of the clinic.',
      }),
  ],
  [
    'clinician-required',
    (i18n: I18n) =>
      i18n._({
        id: 'problem.clinician',
        message: 'Only a clinician may do this. Ask one to do it, or to sign in here.',
      }),
  ],
  [
    'precondition-failed',
    (i18n: I18n) =>
      i18n._({
        id: 'problem.changed',
        message: 'Somebody changed this since you opened it. Look at it again, then save.',
      }),
  ],
  [
    'plan-changed',
    (i18n: I18n) =>
      i18n._({
        id: 'problem.plan-changed',
        message:
          'Their plan has changed since you looked, by a check-in or by a colleague. What it would change now stands here. Look at it, then press again.',
      }),
  ],
  [
    'too-many',
    (i18n: I18n) =>
      i18n._({ id: 'problem.too-many', message: 'Too many tries. Wait a few minutes.' }),
  ],
])
