import type { CareEvent, Instant } from '@afterglow/engine'
import type { App, ChangeRecord } from '../app/app-context.ts'
import { withEvent } from '../app/care-context.ts'
import type { PatientRecord } from '../store/record.ts'
import { newKey } from './ask.ts'
import { type OutboxItem, type Outgoing, type OwnEvent, wholeSeconds } from './outbox.ts'
import { OUTBOX } from './outbox-store.ts'

interface Telling {
  readonly change: ChangeRecord
  readonly patientId: string
  readonly at: Instant
}

/** Puts what was told on its way to the clinic: kept first, then in the plan. Null where it could not be kept. */
export async function tell(
  { change, patientId, at }: Telling,
  what: Outgoing,
): Promise<OutboxItem | null> {
  const item = await kept({ id: newKey(), madeAt: at, patientId, what, ...NEW })
  if (item === null) change(withLoss)
  if (what.kind === 'event') change((record) => withOwn(record, what.event))
  return item
}

/** The same of an event, as the screens tell it. */
export async function tellEvent(
  { change, at, record: { clinic } }: Pick<App, 'change' | 'at' | 'record'>,
  event: CareEvent,
): Promise<void> {
  if (clinic === null || !isOwn(event)) throw new Error(`${event.type} is the clinic's to write`)
  const telling = { change, at, patientId: clinic.patientId }
  await tell(telling, { kind: 'event', event: wholeSeconds(event) })
}

const NEW = { state: 'waiting', tries: 0, refusal: null } as const

async function kept(item: Omit<OutboxItem, 'place'>): Promise<OutboxItem | null> {
  try {
    return await OUTBOX.add(item)
  } catch {
    return null
  }
}

function withLoss({ clinic }: PatientRecord): Partial<PatientRecord> {
  return { clinic: clinic && { ...clinic, hasLost: true } }
}

function withOwn({ session }: PatientRecord, event: OwnEvent): Partial<PatientRecord> {
  return session ? { session: withEvent(session, event) } : {}
}

function isOwn(event: CareEvent): event is OwnEvent {
  return !['clearance', 'override', 'corrected'].includes(event.type)
}
