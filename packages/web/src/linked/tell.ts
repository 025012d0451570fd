import type { CareEvent, Instant } from '@afterglow/engine'
import type { App, ChangeRecord } from '../app/app-context.ts'
import { withLost, withOwn } from '../app/care-context.ts'
import type { PatientRecord } from '../store/record.ts'
import { newKey } from './ask.ts'
import { nameOf } from './merge.ts'
import { type OutboxItem, type Outgoing, type OwnEvent, wholeSeconds } from './outbox.ts'
import { OUTBOX } from './outbox-store.ts'

interface Telling {
  readonly change: ChangeRecord
  readonly patientId: string
  readonly at: Instant
}

/**
 * Puts what was told on its way to the clinic: kept first, then in the plan. Null where it could not be kept. Whoever tells a
 * message or a photo then has it still, and says so; all else is lost, and Today says it.
 */
export async function tell(
  { change, patientId, at }: Telling,
  what: Outgoing,
): Promise<OutboxItem | null> {
  const item = await kept({ id: newKey(), madeAt: at, patientId, what, ...NEW })
  if (what.kind === 'event')
    change((record) => (item ? withOwn(record, what.event) : withLost(record, what.event)))
  else if (item === null && what.kind === 'consent') change(withLoss)
  return item
}

/** The same of an event, as the screens tell it. */
export async function tellEvent(
  { change, at, record: { clinic, session } }: Pick<App, 'change' | 'at' | 'record'>,
  event: CareEvent,
): Promise<string | null> {
  if (clinic === null || !isOwn(event)) throw new Error(`${event.type} is the clinic's to write`)
  const telling = { change, at, patientId: clinic.patientId }
  const own = afterOthers(wholeSeconds(event), session?.events ?? [])
  const item = await tell(telling, { kind: 'event', event: own })
  return item?.id ?? null
}

/** What two events are one by is their instant: where the clock stands still, a second one is of a second later. */
export function afterOthers(event: OwnEvent, others: readonly CareEvent[]): OwnEvent {
  const names = new Set(others.map(nameOf))
  return names.has(nameOf(event)) ? afterOthers({ ...event, at: event.at + 1000 }, others) : event
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

function isOwn(event: CareEvent): event is OwnEvent {
  return !['clearance', 'override', 'corrected'].includes(event.type)
}
