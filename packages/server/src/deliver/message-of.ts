import type { Reminder } from '@afterglow/engine'
import type { AnswerLinks } from './answer-links.ts'
import type { Mail } from './mail.ts'
import { type PushMessage, pushTopic } from './push.ts'
import type { Sms } from './sms.ts'
import { LOCALES, type Locale, MESSAGE_KINDS, type MessageKind } from './words/message-words.ts'
import { lockScreenText, type MessageValues, renderMail, smsText } from './words/render-message.ts'

/** What is to be said and to whom, before it has the form of a channel. */
export interface Message {
  readonly deliveryId: string
  readonly kind: MessageKind
  readonly values: MessageValues
  readonly locale: Locale
  readonly links?: AnswerLinks
  /** Where this server is reached: the domain of its Message-IDs. */
  readonly baseUrl: string
}

/** The same on every repeat, so that two of one delivery can be told from two deliveries. */
function messageIdOf(deliveryId: string, baseUrl: string): string {
  return `<${deliveryId}@${new URL(baseUrl).hostname.replace(/^\[|\]$/g, '')}>`
}

export function mailOf(message: Message, to: string): Mail {
  const { deliveryId, kind, values, locale, links, baseUrl } = message
  return {
    ...renderMail(kind, values, locale),
    to,
    messageId: messageIdOf(deliveryId, baseUrl),
    ...(links && { listUnsubscribeUrl: links.oneClickUrl }),
  }
}

export function smsOf({ deliveryId, kind, values, locale }: Message, to: string): Sms {
  return { to, body: smsText(kind, values, locale), reference: deliveryId }
}

/** A repeat takes the place of the first where that was not shown yet; after its use has passed it is not shown at all. */
export function pushOf(
  { deliveryId, kind, values, locale, links, baseUrl }: Message,
  { ttlSeconds, urgency }: Pick<PushMessage, 'ttlSeconds' | 'urgency'>,
): PushMessage {
  return {
    ...lockScreenText(kind, values, locale),
    navigate: values.link ?? `${baseUrl}/`,
    tag: deliveryId,
    afterglow: {
      delivery: deliveryId,
      kind,
      ...(typeof links?.answerToken === 'string' && { answer: links.answerToken }),
    },
    topic: pushTopic(deliveryId),
    ttlSeconds,
    urgency,
  }
}

/** No message names what is reminded of: a lock screen is read by others. */
export function reminderMessageKind(reminders: readonly Reminder[]): MessageKind {
  if (reminders.length !== 1) return 'digest'
  switch (reminders[0]?.kind) {
    case 'window-opened':
    case 'window-caution':
      return 'window-opened'
    case 'check-in-due':
      return 'check-in-due'
    default:
      return 'reminder'
  }
}

export function messageKindOf(kind: string): MessageKind | null {
  return MESSAGE_KINDS.find((one) => one === kind) ?? null
}

export function localeOf(text: string): Locale {
  return LOCALES.find((one) => one === text) ?? 'en'
}
