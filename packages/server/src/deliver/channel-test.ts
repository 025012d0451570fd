import type { Deps } from '../deps.ts'
import { mailOf, type Message, smsOf } from './message-of.ts'
import { type Outgoing, send } from './outgoing.ts'
import type { DeliveryResult } from './delivery-result.ts'

export const TESTED = ['email', 'sms'] as const
export type Tested = (typeof TESTED)[number]

/** Sends one neutral message at once: null where it was taken, or what has to be mended, by the setting that it is about. */
export async function testChannel(
  deps: Pick<Deps, 'channels'>,
  {
    channel,
    to,
    message,
  }: { readonly channel: Tested; readonly to: string; readonly message: Message },
): Promise<string | null> {
  const outgoing: Outgoing =
    channel === 'email'
      ? { channel, mail: mailOf(message, to) }
      : { channel, sms: smsOf(message, to) }
  const { result } = await send(deps, outgoing)
  return result.kind === 'accepted' ? null : mendingOf(channel, result)
}

type Fault = Exclude<DeliveryResult, { readonly kind: 'accepted' }>

function mendingOf(channel: Tested, fault: Fault): string {
  const mending = channel === 'email' ? mailMending(fault) : smsMending(fault)
  return `${mending} (${fault.reason})`
}

function mailMending({ kind, reason }: Fault): string {
  if (kind === 'gone')
    return 'The mail server says that there is no such mailbox as the address you sign in with.'
  if (kind === 'refused')
    return 'The mail server does not take this mail: see that it lets this account send as MAIL_FROM.'
  if (reason.startsWith('SMTP 5'))
    return 'The mail server refuses us: mend the user and password in SMTP_URL.'
  if (reason.startsWith('SMTP 4')) return 'The mail server puts it off: try again in some minutes.'
  return 'No mail server answers: mend the host and the port in SMTP_URL, smtps:// where it wants TLS at once.'
}

function smsMending({ kind, reason }: Fault): string {
  if (kind === 'gone')
    return 'The provider says that nothing can be sent to this number: give that of a mobile phone.'
  if (kind === 'refused')
    return 'The provider does not take it: see that SMS_FROM is a sender of this account.'
  if (reason.includes('answered 401'))
    return 'The provider refuses us: mend SMS_ACCOUNT and SMS_TOKEN.'
  if (reason.includes('answered')) return 'The provider puts it off: try again in some minutes.'
  return 'No provider answers: mend SMS_URL.'
}
