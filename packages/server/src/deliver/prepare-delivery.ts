import { formatInstant, type Instant, type Reminder } from '@afterglow/engine'
import { subscriptionsOf } from '../auth/patient-push.ts'
import { ASKED_FOR, consentsOf, mayReach } from '../care/consents.ts'
import type { Deps } from '../deps.ts'
import { type Clinic, readClinic } from '../store/clinic-settings.ts'
import type { Trx } from '../store/database.ts'
import { eventsOf } from '../store/event-log.ts'
import { ADDRESS_CHANGED, isSameAddress } from '../store/old-address.ts'
import { CHANNELS, type PatientRecord } from '../store/patient-record.ts'
import { createAnswerLinks } from './answer-links.ts'
import { checkReminder } from './check-reminder.ts'
import { isExpired, type OpenDelivery } from './delivery-row.ts'
import {
  localeOf,
  mailOf,
  type Message,
  messageKindOf,
  pushOf,
  reminderMessageKind,
  smsOf,
} from './message-of.ts'
import type { Outgoing } from './outgoing.ts'
import { addressOf } from './reach.ts'
import { isSuppressed } from './suppression.ts'
import { openSecrets, secretsAt } from './webhook-secrets.ts'
import type { MessageValues } from './words/render-message.ts'

export type Prepared =
  | { readonly kind: 'send'; readonly outgoing: Outgoing }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'end'; readonly state: 'dropped' | 'gone' | 'dead'; readonly reason: string }

interface Preparing {
  readonly trx: Trx
  readonly deps: Deps
  readonly delivery: OpenDelivery
  readonly at: Instant
}

const LONGEST_TTL_S = 86_400

/** Works out what leaves, from the plan, the consents and the addresses as they are now. */
export async function prepareDelivery(preparing: Preparing): Promise<Prepared> {
  const { delivery, at } = preparing
  if (isExpired(delivery.row, at)) return dropped('expired')
  if (delivery.row.channel === 'webhook') return webhookOf(preparing)
  const { record, reminders } = delivery
  if (record !== null && reminders.length > 0) return reminderOf(preparing, record)
  const to = record === null ? delivery.content.to : await toPatient(preparing, record)
  if (typeof to !== 'string') return to
  const kind = messageKindOf(delivery.row.kind)
  if (kind === null) return ended('dead', 'a kind of message that this release does not know')
  // Given by whoever queued it, for its kind of message.
  const values = delivery.content.values as MessageValues
  const locale = localeOf(record?.locale ?? delivery.content.locale)
  const message = { ...namesOf(preparing), kind, values, locale }
  return addressed(preparing, { message, to, urgency: 'high' })
}

/**
 * Where a patient is written to besides reminders, by what they and their clinic say now; or why they are not. What brings a
 * link to the plan goes to the address that it was made for, or nowhere.
 */
async function toPatient(
  { trx, delivery: { row, content } }: Preparing,
  record: PatientRecord,
): Promise<string | Prepared> {
  if (record.state !== 'active') return dropped('patient-merged')
  const channel = CHANNELS.find((one) => one === row.channel)
  const to = channel === undefined ? null : addressOf(record, channel, true)
  if (channel === undefined || to === null) return dropped('no-address')
  if (row.kind === ASKED_FOR) return isSameAddress(content.to, to) ? to : dropped(ADDRESS_CHANGED)
  const consents = consentsOf(await eventsOf(trx, record))
  return mayReach(consents, channel) ? to : dropped('consent-withdrawn')
}

async function reminderOf(preparing: Preparing, record: PatientRecord): Promise<Prepared> {
  const { trx, deps, delivery, at } = preparing
  const clinic = await readClinic(trx, record.clinicId)
  const check = await checkReminder(trx, deps, { delivery, record, clinic, at })
  if (check.kind === 'drop') return dropped(check.reason)
  if (check.kind === 'wait') return check
  const { reminders } = check
  const channel = CHANNELS.find((one) => one === delivery.row.channel)
  const to = channel === undefined ? null : addressOf(record, channel, true)
  if (channel === undefined || to === null) return dropped('no-address')
  const { deliveryId } = delivery.row
  const links = await createAnswerLinks(trx, deps, { record, deliveryId, channel, reminders, at })
  const message = {
    ...namesOf(preparing),
    kind: reminderMessageKind(reminders),
    locale: localeOf(record.locale),
    links,
    values: {
      link: links.answerUrl ?? `${deps.baseUrl}/#/my-plan`,
      unsubscribeUrl: links.unsubscribeUrl,
      count: reminders.length,
      ...clinicName(clinic),
    },
  }
  return addressed(preparing, { message, to, urgency: urgencyOf(reminders) })
}

function clinicName({ name, settings }: Clinic): { readonly clinic?: string } {
  return settings.nameInMessages ? { clinic: name } : {}
}

function urgencyOf(reminders: readonly Reminder[]): 'low' | 'normal' {
  return reminders.every(({ urgency }) => urgency === 'low') ? 'low' : 'normal'
}

function namesOf({ deps, delivery }: Preparing): Pick<Message, 'deliveryId' | 'baseUrl'> {
  return { deliveryId: delivery.row.deliveryId, baseUrl: deps.baseUrl }
}

interface Addressed {
  readonly message: Message
  readonly to: string
  readonly urgency: 'low' | 'normal' | 'high'
}

async function addressed(
  { trx, deps, delivery, at }: Preparing,
  { message, to, urgency }: Addressed,
): Promise<Prepared> {
  const { record } = delivery
  const { clinicId, channel, expiresAt } = delivery.row
  if (channel === 'push') {
    const browsers = record === null ? [] : await subscriptionsOf(trx, record)
    if (browsers.length === 0) return ended('gone', 'no browser is subscribed any more')
    const life = expiresAt === null ? LONGEST_TTL_S : Math.floor((expiresAt - at) / 1_000)
    const ttlSeconds = Math.min(life, LONGEST_TTL_S)
    return sent({ channel, browsers, message: pushOf(message, { ttlSeconds, urgency }) })
  }
  // What goes to staff is tried every time.
  if (record !== null && (await isSuppressed(trx, deps, { clinicId, channel, address: to })))
    return ended('gone', 'this address did not work before, or its owner complained')
  if (channel === 'email') return sent({ channel, mail: mailOf(message, to) })
  if (channel === 'sms') return sent({ channel, sms: smsOf(message, to) })
  return ended('dead', 'a channel that this release does not know')
}

async function webhookOf({ trx, deps, delivery, at }: Preparing): Promise<Prepared> {
  const { row, content } = delivery
  const { clinicId, deliveryId } = row
  const endpoint = await trx
    .selectFrom('webhookEndpoint')
    .select(['endpointId', 'url', 'sealedSecret'])
    .where('clinicId', '=', clinicId)
    .where('endpointId', '=', content.to)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (endpoint === undefined) return dropped('endpoint-ended')
  const { endpointId, url, sealedSecret } = endpoint
  const owner = { clinicId, field: 'webhook_endpoint.secret', rowId: endpointId } as const
  const secrets = secretsAt(openSecrets(deps, owner, sealedSecret), at)
  // Sealed from what `queueWebhook` gave.
  const { type, patientId, data, occurredAt } = content.values as unknown as WebhookValues
  const event = {
    id: deliveryId,
    type,
    timestamp: formatInstant(occurredAt, 'UTC'),
    data: patientId === null ? data : { ...data, patientId },
  }
  return sent({ channel: 'webhook', endpointId, endpoint: { url, secrets }, event })
}

interface WebhookValues {
  readonly type: string
  /** Null for a test, which is of nobody. */
  readonly patientId: string | null
  readonly data: Readonly<Record<string, string | number | null>>
  readonly occurredAt: Instant
}

function sent(outgoing: Outgoing): Prepared {
  return { kind: 'send', outgoing }
}

function dropped(reason: string): Prepared {
  return ended('dropped', reason)
}

function ended(state: 'dropped' | 'gone' | 'dead', reason: string): Prepared {
  return { kind: 'end', state, reason }
}
