import { consentsOf, mayReach } from '../care/consents.ts'
import { type Channel, type PatientRecord } from '../store/patient-record.ts'
import type { StoredEvent } from '../store/event-log.ts'

/** How a patient is reached; a push goes to every browser that they have subscribed by then. */
export interface Reach {
  readonly channel: Channel
  readonly to: string
}

/** What is known of the ways to a patient beside their record. */
export interface Ways {
  readonly events: readonly StoredEvent[]
  readonly hasPush: boolean
  readonly isSuppressed: (reach: Reach) => boolean
}

/** Where it is nobody's own choice: a push shows on the phone, a mail costs nobody anything. */
const ORDER: readonly Channel[] = ['push', 'email', 'sms']

/** The first way, their own choice before ours, that there is, that they consented to and that works; null for none. */
export function reachOf(record: PatientRecord, ways: Ways): Reach | null {
  const consents = consentsOf(ways.events)
  const own = record.preferences.channel
  const order = own === null ? ORDER : [own, ...ORDER.filter((channel) => channel !== own)]
  for (const channel of order) {
    const to = addressOf(record, channel, ways.hasPush)
    if (to === null || !mayReach(consents, channel)) continue
    if (!ways.isSuppressed({ channel, to })) return { channel, to }
  }
  return null
}

/** A patient's address on a channel; for push, whose subscriptions are rows of their own, an empty one. */
export function addressOf(
  { identity }: Pick<PatientRecord, 'identity'>,
  channel: Channel,
  hasPush: boolean,
): string | null {
  switch (channel) {
    case 'email':
      return identity.email
    case 'sms':
      return identity.phone
    case 'push':
      return hasPush ? '' : null
  }
}
