import type { Config } from '../config.ts'
import type { Fetch } from './http-exchange.ts'
import { createMailer, type Mailer } from './mail.ts'
import { type PushWorld, type VapidKeys } from './push.ts'
import { type SmsPort, twilioSms } from './sms.ts'
import type { WebhookWorld } from './webhook.ts'

/** The ways out of this server, as it was configured; null where a channel was not. */
export interface Channels {
  readonly mailer: Mailer | null
  readonly push: PushWorld | null
  readonly sms: SmsPort | null
  readonly webhook: WebhookWorld
}

export interface ChannelEffects {
  readonly fetch: Fetch
  readonly now: () => number
  readonly vapid: VapidKeys
}

export function openChannels(config: Config, { fetch, now, vapid }: ChannelEffects): Channels {
  const { SMTP_URL, MAIL_FROM, PUSH_SUBJECT, PUSH_HOSTS } = config
  const mail = SMTP_URL !== undefined && MAIL_FROM !== undefined
  const push = {
    vapid: { ...vapid, subject: PUSH_SUBJECT ?? '' },
    fetch,
    now,
    allowedHosts: PUSH_HOSTS,
  }
  return {
    mailer: mail ? createMailer({ url: SMTP_URL, from: MAIL_FROM }) : null,
    push: PUSH_SUBJECT === undefined ? null : push,
    sms: smsOf(config, fetch),
    webhook: { now, allowLocal: config.WEBHOOKS_TO_LOCALHOST === 'yes' },
  }
}

function smsOf(
  { SMS_URL, SMS_ACCOUNT, SMS_TOKEN, SMS_FROM }: Config,
  fetch: Fetch,
): SmsPort | null {
  if (!SMS_URL || !SMS_ACCOUNT || !SMS_TOKEN || !SMS_FROM) return null
  return twilioSms(
    { url: SMS_URL, accountSid: SMS_ACCOUNT, authToken: SMS_TOKEN, from: SMS_FROM },
    fetch,
  )
}
