import { formatInstant, type Instant } from '@afterglow/engine'
import type { CalendarEvent, CalendarRevision } from './calendar-event.ts'
import { icsOf } from './ics.ts'

/** What a calendar told of a plan from an instant on, until the next version. */
export interface CalendarVersion {
  readonly stamp: Instant
  /** Higher than that of every version before. */
  readonly sequence: number
  readonly events: readonly CalendarEvent[]
}

export interface CalendarFeed {
  readonly name: string
  /** The same for every file about one plan. */
  readonly planId: string
  /** Every version that there was, the oldest first. */
  readonly versions: readonly CalendarVersion[]
  /** What was dropped after this instant is still told of, as cancelled. */
  readonly droppedSince: Instant
}

/**
 * A calendar to subscribe to. Each entry has the stamp and the sequence of the version that it last changed with, so that
 * whoever fetches it again sees a change where there is one and nowhere else. What a version drops stays, cancelled.
 */
export function toIcalFeed({ name, planId, versions, droppedSince }: CalendarFeed): string {
  const { stamp, sequence } = versions.at(-1) ?? { stamp: 0, sequence: 0 }
  const told = [...latestOf(versions).values()].filter(
    ({ revision }) => !revision.isCancelled || revision.stamp > droppedSince,
  )
  return icsOf({ name, planId, stamp, sequence }, told.toSorted(byStart))
}

type Told = CalendarEvent & { readonly revision: CalendarRevision }

function latestOf(versions: readonly CalendarVersion[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>()
  for (const { stamp, sequence, events } of versions) {
    const ids = new Set(events.map(({ id }) => id))
    for (const [id, before] of told) {
      if (ids.has(id) || before.revision.isCancelled) continue
      told.set(id, { ...before, revision: { stamp, sequence, isCancelled: true } })
    }
    for (const event of events) {
      const before = told.get(event.id)
      const isTold = before && !before.revision.isCancelled && textOf(before) === textOf(event)
      const revision = isTold ? before.revision : { stamp, sequence, isCancelled: false }
      told.set(event.id, { ...event, revision })
    }
  }
  return told
}

/** What a reader of the calendar sees of it; when it alerts is no change of the entry. */
function textOf({ id, start, summary, description }: CalendarEvent): string {
  return JSON.stringify([id, start, summary, description])
}

/** Those of a day stand before its hours. */
function byStart(a: Told, b: Told): number {
  return keyOf(a) < keyOf(b) ? -1 : 1
}

function keyOf({ start, id }: Told): string {
  const day = 'date' in start ? start.date : formatInstant(start.at, 'UTC')
  return `${day} ${id}`
}
