import type { Instant } from '@afterglow/engine'
import type { Deps } from '../deps.ts'
import type { Actor } from '../http/principal.ts'
import { timestampOf, type Trx } from '../store/database.ts'
import { eventsOf, type StoredEvent } from '../store/event-log.ts'
import { CHANNELS, type Channel, type PatientRecord } from '../store/patient-record.ts'
import { recordEvents } from './record-event.ts'

/** What a patient is asked for apart from everything else, each given and withdrawn by itself. */
export const CONSENT_SCOPES = [
  'care',
  'email',
  'push',
  'sms',
  'photos-care',
  'photos-marketing',
] as const
export type ConsentScope = (typeof CONSENT_SCOPES)[number]
export type Consents = Readonly<Record<ConsentScope, boolean>>

/** One time that a consent was given or withdrawn, and by which version of the notice. */
export interface ConsentGiven {
  readonly scope: ConsentScope
  readonly given: boolean
  readonly noticeVersion: string
}

/** Care is what the patient came for; nothing else is taken as agreed to. */
const AT_FIRST: Consents = {
  care: true,
  email: false,
  push: false,
  sms: false,
  'photos-care': false,
  'photos-marketing': false,
}

/** What is consented to now: of each scope the last that was said. */
export function consentsOf(events: readonly StoredEvent[]): Consents {
  const said = consentEvents(events).map(({ data }) => [data.scope, data.given] as const)
  return { ...AT_FIRST, ...Object.fromEntries(said) }
}

/** Whether a patient may be written to on a channel without having asked for it just now. */
export function mayReach(consents: Consents, channel: Channel): boolean {
  return consents.care && consents[channel]
}

export interface ConsentEvent extends StoredEvent {
  readonly data: ConsentGiven & Readonly<Record<string, unknown>>
}

export function consentEvents(events: readonly StoredEvent[]): readonly ConsentEvent[] {
  return events.filter(isConsentEvent)
}

/** Written by `recordConsent` alone; a scope that another release may have had is none of ours. */
function isConsentEvent(event: StoredEvent): event is ConsentEvent {
  const { type, data } = event
  return type === 'consent' && CONSENT_SCOPES.some((one) => one === data['scope'])
}

/** Sent because somebody asked for that one: no consent starts or stops it. */
export const ASKED_FOR = 'invitation'

export interface Consenting {
  readonly trx: Trx
  readonly deps: Deps
  readonly at: Instant
  readonly actor: Actor
}

/**
 * Records a consent or its withdrawal, which stops what is queued on that channel at once. The same said twice by the
 * same notice is kept once; false then.
 */
export async function recordConsent(
  { trx, deps, at, actor }: Consenting,
  { record, consent }: { readonly record: PatientRecord; readonly consent: ConsentGiven },
): Promise<boolean> {
  await holdPlan(trx, record)
  const events = await eventsOf(trx, record)
  const last = consentEvents(events).findLast(({ data }) => data.scope === consent.scope)
  if (last?.data.given === consent.given && last.data.noticeVersion === consent.noticeVersion)
    return false
  const { scope, given, noticeVersion } = consent
  const data = { scope, given, noticeVersion }
  const recordedAt = recordedAfter(events, at)
  const event = { eventId: deps.createId(), type: 'consent', at, recordedAt, actor } as const
  const recorded = await recordEvents(trx, deps, { record, events: [{ ...event, data }] })
  if (!recorded.ok) throw new Error('a consent is nothing that a plan could refuse')
  if (!given) await stopDeliveries(trx, record, { scope, at })
  return true
}

/** After all that was recorded: of what is said twice in one millisecond the last counts, and not either. */
export function recordedAfter(events: readonly StoredEvent[], at: Instant): Instant {
  const last = events.at(-1)
  return last === undefined ? at : Math.max(at, last.recordedAt + 1)
}

/** Two who say something at the same time would each not see what the other said. */
async function holdPlan(trx: Trx, { clinicId, patientId }: PatientRecord): Promise<void> {
  await trx
    .selectFrom('carePlan')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .forUpdate()
    .execute()
}

async function stopDeliveries(
  trx: Trx,
  { clinicId, patientId }: PatientRecord,
  { scope, at }: { readonly scope: ConsentScope; readonly at: Instant },
): Promise<void> {
  const channels = CHANNELS.filter((channel) => scope === 'care' || scope === channel)
  if (channels.length === 0) return
  await trx
    .updateTable('delivery')
    .set({ state: 'dropped', reason: 'consent-withdrawn', settledAt: timestampOf(at) })
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('channel', 'in', channels)
    .where('state', '=', 'queued')
    .where('kind', '!=', ASKED_FOR)
    .execute()
}
