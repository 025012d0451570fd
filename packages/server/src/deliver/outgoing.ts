import type { KeptSubscription } from '../auth/patient-push.ts'
import type { Deps } from '../deps.ts'
import { type DeliveryResult, gone, refused } from './delivery-result.ts'
import type { Mail } from './mail.ts'
import { type PushMessage, sendPush } from './push.ts'
import type { Sms } from './sms.ts'
import { sendWebhook, type WebhookEndpoint, type WebhookEvent } from './webhook.ts'

/** A message with its words and its address, ready to leave. */
export type Outgoing =
  | { readonly channel: 'email'; readonly mail: Mail }
  | { readonly channel: 'sms'; readonly sms: Sms }
  | {
      readonly channel: 'push'
      readonly browsers: readonly KeptSubscription[]
      readonly message: PushMessage
    }
  | {
      readonly channel: 'webhook'
      readonly endpointId: string
      readonly endpoint: WebhookEndpoint
      readonly event: WebhookEvent
    }

export interface Sent {
  readonly result: DeliveryResult
  /** Subscriptions that will never work again. */
  readonly endedSubscriptions: readonly string[]
}

/** Sends outside any transaction: a provider may take its time. */
export async function send(
  { channels }: Pick<Deps, 'channels'>,
  outgoing: Outgoing,
): Promise<Sent> {
  switch (outgoing.channel) {
    case 'email':
      return alone((await channels.mailer?.send(outgoing.mail)) ?? notConfigured('e-mail'))
    case 'sms':
      return alone((await channels.sms?.(outgoing.sms)) ?? notConfigured('SMS'))
    case 'webhook':
      return alone(await sendWebhook(channels.webhook, outgoing.endpoint, outgoing.event))
    case 'push':
      return channels.push === null
        ? alone(notConfigured('push'))
        : pushed(channels.push, outgoing.browsers, outgoing.message)
  }
}

function alone(result: DeliveryResult): Sent {
  return { result, endedSubscriptions: [] }
}

function notConfigured(name: string): DeliveryResult {
  return refused(`this server is not set up to send ${name}`)
}

async function pushed(
  world: NonNullable<Deps['channels']['push']>,
  browsers: readonly KeptSubscription[],
  message: PushMessage,
): Promise<Sent> {
  const results = await Promise.all(
    browsers.map(({ subscription }) => sendPush(world, subscription, message)),
  )
  const ended = browsers.filter((_, k) => results[k]?.kind === 'gone')
  return {
    result: bestOf(results),
    endedSubscriptions: ended.map(({ subscriptionId }) => subscriptionId),
  }
}

const BEST = ['accepted', 'retry', 'refused', 'gone'] as const

/** One browser that took it is enough: where others may be tried again, the person was told. */
function bestOf(results: readonly DeliveryResult[]): DeliveryResult {
  for (const kind of BEST) {
    const found = results.find((one) => one.kind === kind)
    if (found) return found
  }
  return gone('no browser is subscribed any more')
}
