import type { I18n } from '@lingui/core'
import type { App } from '../../../app/app-context.ts'
import type { Undelivered } from '../../api/deliveries.ts'

/** What it was and for whom: `Reminder for Leila Haddad`. */
export function undeliveredTitle(
  { i18n }: Pick<App, 'i18n'>,
  { kind, name, patientId }: Undelivered,
): string {
  const what = kindWord(i18n, kind)
  if (patientId === null)
    return i18n._({
      id: 'clinic-today.undelivered.team',
      message: '{what}, for your team',
      values: { what },
    })
  return i18n._({
    id: 'clinic-today.undelivered.for',
    message: '{what}, for {name}',
    values: { what, name: name ?? '' },
  })
}

function kindWord(i18n: I18n, kind: string): string {
  switch (kind) {
    case 'invitation':
      return i18n._({ id: 'clinic-today.kind.invitation', message: 'Invitation' })
    case 'clinic-replied':
      return i18n._({ id: 'clinic-today.kind.replied', message: 'Your answer' })
    case 'urgent-check-in':
      return i18n._({ id: 'clinic-today.kind.urgent', message: 'Urgent check-in' })
    case 'escalation':
      return i18n._({ id: 'clinic-today.kind.escalation', message: 'Urgent, nobody has it' })
    case 'handed-over':
      return i18n._({ id: 'clinic-today.kind.handed-over', message: 'Handed to a colleague' })
    case 'team-invitation':
      return i18n._({ id: 'clinic-today.kind.team', message: 'Invitation to the team' })
    case 'webhook':
      return i18n._({ id: 'clinic-today.kind.webhook', message: 'Webhook' })
    default:
      return i18n._({ id: 'clinic-today.kind.reminder', message: 'Reminder' })
  }
}

/** Why it did not arrive. The server's own words name what a technician needs; these say what it means. */
export function undeliveredWhy(
  i18n: I18n,
  { state, reason, channel }: Pick<Undelivered, 'state' | 'reason' | 'channel'>,
): string {
  const why = reason ?? ''
  if (channel === 'push' && state === 'gone')
    return i18n._({
      id: 'clinic-today.why.push',
      message: 'Their phone no longer takes notices from the app.',
    })
  if (state === 'gone')
    return channel === 'sms'
      ? i18n._({ id: 'clinic-today.why.number', message: 'The number does not work.' })
      : i18n._({ id: 'clinic-today.why.address', message: 'The address does not work.' })
  if (/^(?:no answer|no mail server|the host)/.test(why))
    return i18n._({ id: 'clinic-today.why.no-answer', message: 'The other side did not answer.' })
  return i18n._({ id: 'clinic-today.why.refused', message: 'The other side refused it.' })
}

/** That a channel is not set up on the server: until then nothing goes out by it. */
export function notSetUpWords(i18n: I18n, channel: string): string {
  switch (channel) {
    case 'sms':
      return i18n._({
        id: 'clinic-today.why.no-sms',
        message: 'Sending SMS is not set up on the server.',
      })
    case 'push':
      return i18n._({
        id: 'clinic-today.why.no-push',
        message: 'Notices from the app are not set up on the server.',
      })
    default:
      return i18n._({
        id: 'clinic-today.why.no-email',
        message: 'Sending e-mail is not set up on the server.',
      })
  }
}

export function notSentWords(i18n: I18n, count: number): string {
  return i18n._({
    id: 'clinic-today.not-sent',
    message: '{count, plural, one {# message was not sent} other {# messages were not sent}}',
    values: { count },
  })
}
