import type { I18n } from '@lingui/core'
import type { Problem } from '../api/request.ts'
import { problemWords } from './problem-words.ts'

/** What did not work at the door. No answer tells whether an account is there. */
export function authWords(i18n: I18n, problem: Problem): string {
  return WORDS.get(problem.code)?.(i18n) ?? problemWords(i18n, problem)
}

const wrongCode = (i18n: I18n) =>
  i18n._({
    id: 'door.wrong-code',
    message: 'This code is not right, or was used already. Wait for the next one and type it.',
  })

const wrongPassword = (i18n: I18n) =>
  i18n._({ id: 'door.wrong-own-password', message: 'This is not your password. Type it again.' })

const tooMany = (i18n: I18n) =>
  i18n._({ id: 'door.too-many', message: 'Too many tries. Wait 15 minutes and try again.' })

const noPasskey = (i18n: I18n) =>
  i18n._({
    id: 'door.passkey.no',
    message: 'The passkey was not taken. Try again, or use your password.',
  })

const noApp = (i18n: I18n) =>
  i18n._({ id: 'door.totp.none', message: 'No authenticator app is set up.' })

const WORDS: ReadonlyMap<string, (i18n: I18n) => string> = new Map([
  [
    'INVALID_EMAIL_OR_PASSWORD',
    (i18n: I18n) =>
      i18n._({
        id: 'door.wrong',
        message: 'The e-mail address or the password is not right. Check both.',
      }),
  ],
  ['INVALID_CODE', wrongCode],
  ['INVALID_TWO_FACTOR_CODE', wrongCode],
  [
    'INVALID_BACKUP_CODE',
    (i18n: I18n) =>
      i18n._({
        id: 'door.wrong-recovery',
        message: 'This recovery code is not right, or was used already. Type another one.',
      }),
  ],
  [
    'INVALID_TWO_FACTOR_COOKIE',
    (i18n: I18n) =>
      i18n._({ id: 'door.too-late', message: 'That took too long. Sign in again from the start.' }),
  ],
  ['INVALID_PASSWORD', wrongPassword],
  ['TOO_MANY_TRIES', tooMany],
  ['too-many', tooMany],
  [
    'FRESH_SIGN_IN_REQUIRED',
    (i18n: I18n) =>
      i18n._({
        id: 'door.stale',
        message:
          'For this you must have signed in just now. Sign out, sign in again, and repeat it.',
      }),
  ],
  [
    'SECOND_FACTOR_REQUIRED',
    (i18n: I18n) => i18n._({ id: 'door.factor-first', message: 'Set up your second step first.' }),
  ],
  [
    'LAST_SECOND_FACTOR',
    (i18n: I18n) =>
      i18n._({
        id: 'door.last-factor',
        message: 'This is your only second step. Set up another one first.',
      }),
  ],
  [
    'TOTP_ALREADY_ENABLED',
    (i18n: I18n) =>
      i18n._({
        id: 'door.totp.there',
        message: 'An app is set up already. Remove it first, then set up the new one.',
      }),
  ],
  ['TOTP_NOT_ENABLED', noApp],
  ['TWO_FACTOR_NOT_ENABLED', noApp],
  ['BACKUP_CODES_NOT_ENABLED', noApp],
  ['ACCOUNT_TEMPORARILY_LOCKED', tooMany],
  ['TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', tooMany],
  ['NOT_SIGNED_IN', noPasskey],
  ['passkey-stopped', noPasskey],
  [
    'PASSKEY_NOT_REGISTERED',
    (i18n: I18n) =>
      i18n._({
        id: 'door.passkey.not-made',
        message: 'The passkey could not be set up. Try again.',
      }),
  ],
  [
    'passkey-there',
    (i18n: I18n) =>
      i18n._({
        id: 'door.passkey.there',
        message: 'There is a passkey of yours on this device already.',
      }),
  ],
  [
    'PASSWORD_too-short',
    (i18n: I18n) =>
      i18n._({ id: 'password.short', message: 'Type at least 12 characters: a few words do.' }),
  ],
  [
    'PASSWORD_too-long',
    (i18n: I18n) => i18n._({ id: 'password.long', message: 'Type 128 characters at most.' }),
  ],
  [
    'PASSWORD_too-common',
    (i18n: I18n) =>
      i18n._({
        id: 'password.common',
        message: 'This password is among the first that are tried. Choose other words.',
      }),
  ],
  [
    'PASSWORD_holds-own-name',
    (i18n: I18n) =>
      i18n._({
        id: 'password.name',
        message: 'Leave out your name, your e-mail address and the clinic’s name.',
      }),
  ],
])
