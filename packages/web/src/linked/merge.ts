import type { CareEvent, Session } from '@afterglow/engine'
import type { OutboxItem } from './outbox.ts'
import { withoutOpening } from './without-opening.ts'

/**
 * The clinic's session with what was told on this device and is not in it yet: nothing that a person said is forgotten
 * when the clinic's own comes.
 */
export function mergedSession(
  base: Session,
  items: readonly OutboxItem[],
  lost: readonly CareEvent[],
): Session {
  const known = new Set(base.events.map(nameOf))
  const told = [...items.flatMap(toldIn), ...lost.map((event) => ({ event, isTaken: false }))]
  const own = told.filter(({ event }) => !known.has(nameOf(event)))
  return own.toSorted((a, b) => a.event.at - b.event.at).reduce(withTold, base)
}

/** What was told here, and whether the clinic has it, or will. */
interface ToldHere {
  readonly event: CareEvent
  readonly isTaken: boolean
}

function toldIn({ what, refusal }: OutboxItem): readonly ToldHere[] {
  return what.kind === 'event' ? [{ event: what.event, isTaken: refusal === null }] : []
}

function withTold(session: Session, { event, isTaken }: ToldHere): Session {
  const { events } = session
  return { ...session, events: [...events, ...(isTaken ? [event] : withoutOpening(event, events))] }
}

/** What makes two events one: a check-in's words may come back with more than was told. */
export function nameOf(event: CareEvent): string {
  const { type, at } = event
  return [
    type,
    at,
    'subject' in event ? event.subject : '',
    'zone' in event ? event.zone : '',
  ].join(' ')
}

/**
 * The session where nothing may count as open: beside each procedure one that no protocol covers, so that every subject is
 * at least for the clinic to answer, on every screen and on paper.
 */
export function withNothingOpen(session: Session): Session {
  if (session.procedures.some(({ id }) => id.endsWith(TWIN))) return session
  const procedures = session.procedures.flatMap((procedure) => [
    procedure,
    // Nor is any sign judged by the time since: that end is not known.
    { id: twinOf(procedure.id), code: 'other', endedAt: procedure.endedAt, endedAtEstimated: true },
  ])
  return { ...session, procedures, events: session.events.flatMap(withTwin) }
}

/** A clearance would open what the twin shuts. */
function withTwin(event: CareEvent): readonly CareEvent[] {
  if (event.type === 'clearance') return []
  if (event.type !== 'corrected') return [event]
  return [event, { ...event, procedure: twinOf(event.procedure) }]
}

function twinOf(id: string): string {
  return id + TWIN
}

const TWIN = ' unsure'
