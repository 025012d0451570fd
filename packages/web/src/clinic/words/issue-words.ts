import type { I18n } from '@lingui/core'
import type { Problem } from '../api/request.ts'

/** What the server found wrong with one field, or undefined. Ours come in the reader's language; else as it said it. */
export function issueText(i18n: I18n, problem: Problem | null, field: string): string | undefined {
  const issue = problem?.issues.find(({ expression }) => isOf(expression, field))
  if (issue === undefined) return undefined
  return OWN.get(`${field} ${issue.code}`)?.(i18n) ?? issue.diagnostics
}

/** `settings.alertEmails[2]` is of the field `settings.alertEmails`. */
export function isOf(expression: string, field: string): boolean {
  if (!expression.startsWith(field)) return false
  const rest = expression.slice(field.length)
  return rest === '' || rest.startsWith('[') || rest.startsWith('.')
}

const wrongEmails = (i18n: I18n) =>
  i18n._({
    id: 'issue.emails',
    message: 'One of these is no e-mail address. Check each line.',
  })

const OWN: ReadonlyMap<string, (i18n: I18n) => string> = new Map([
  [
    'email value',
    (i18n: I18n) =>
      i18n._({ id: 'issue.email', message: 'This is not an e-mail address. Check it.' }),
  ],
  [
    'email duplicate',
    (i18n: I18n) =>
      i18n._({ id: 'issue.email-taken', message: 'Somebody has this e-mail address already.' }),
  ],
  [
    'name value',
    (i18n: I18n) =>
      i18n._({
        id: 'issue.name',
        message: 'Type the name. If it is very long, make it shorter.',
      }),
  ],
  ['settings.alertEmails value', wrongEmails],
  ['settings.escalationEmails value', wrongEmails],
  [
    'url value',
    (i18n: I18n) =>
      i18n._({
        id: 'settings.url.wrong',
        message: 'Type a whole address that begins with https://',
      }),
  ],
  [
    'settings.branding.accent value',
    (i18n: I18n) =>
      i18n._({ id: 'issue.accent', message: 'Type a colour such as #0a7c66, or pick one.' }),
  ],
  [
    'to value',
    (i18n: I18n) =>
      i18n._({
        id: 'issue.number',
        message: 'Type the number with its country: +971501234567.',
      }),
  ],
  [
    'userId business-rule',
    (i18n: I18n) =>
      i18n._({
        id: 'issue.last-owner',
        message: 'A clinic keeps at least one owner. Make somebody else an owner first.',
      }),
  ],
  [
    'country value',
    (i18n: I18n) => i18n._({ id: 'issue.country', message: 'Choose the country.' }),
  ],
  ['zone value', (i18n: I18n) => i18n._({ id: 'issue.zone', message: 'Choose the time zone.' })],
  [
    'clinicName value',
    (i18n: I18n) => i18n._({ id: 'issue.clinic-name', message: 'Type the clinic’s name.' }),
  ],
  [
    'password business-rule',
    (i18n: I18n) =>
      i18n._({
        id: 'issue.password',
        message:
          'Choose another one: 12 to 128 characters, no common password, without your name, your e-mail address or the clinic’s name.',
      }),
  ],
  [
    'token not-found',
    (i18n: I18n) =>
      i18n._({
        id: 'issue.token',
        message:
          'This link is used or too old, or the password is not yours. Check the password; if it is right, ask for a new link.',
      }),
  ],
])
