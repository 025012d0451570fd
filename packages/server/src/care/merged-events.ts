import { type Instant, zoneAt } from '@afterglow/engine'
import type { StoredEvent } from '../store/event-log.ts'
import type { PatientCare } from './patient-care.ts'
import { withoutUndone } from './session-of.ts'

/** What a merge tells of its own. */
export type MergeEvent = Pick<StoredEvent, 'type' | 'at' | 'data'>

/**
 * What a clinician opened or moved in one of two records that would count for the sessions of the other: it was said without
 * knowing of these.
 */
export function saidUnknowing(of: PatientCare, other: PatientCare): readonly StoredEvent[] {
  const ends = endsOf(other)
  return withoutUndone(of.events).filter(
    ({ type, at }) =>
      (type === 'clearance' || type === 'override') && ends.some((end) => end <= at),
  )
}

/**
 * Takes it back. A window that a clinician set stays as the word of a person's own doctor does: it only adds. Who knows of
 * all the sessions may say either again.
 */
export function takenBack(said: readonly StoredEvent[], at: Instant): readonly MergeEvent[] {
  return said.flatMap((event): readonly MergeEvent[] => {
    const undone: MergeEvent = { type: 'undone', at, data: { event: event.eventId } }
    if (event.type === 'clearance') return [undone]
    const { subject, window } = event.data
    return [undone, { type: 'patient-reported-advice', at: event.at, data: { subject, window } }]
  })
}

/** Every instant that a session of theirs ended, or was said to have ended. */
function endsOf({ session }: PatientCare): readonly Instant[] {
  if (session === null) return []
  const corrected = session.events.flatMap((one) => (one.type === 'corrected' ? [one.endedAt] : []))
  return [...new Set([...session.procedures.map(({ endedAt }) => endedAt), ...corrected])]
}

/**
 * A session counts its days in the zone where it was done, whatever the zone of the record that it comes into: each end is
 * told with a move there, and with one back a moment later.
 */
export function zonesOf(from: PatientCare, into: PatientCare): readonly MergeEvent[] {
  return endsOf(from).flatMap((end): readonly MergeEvent[] => {
    const [own, theirs] = [zoneIn(from, end), zoneIn(into, end)]
    if (own === theirs) return []
    return [
      { type: 'moved', at: end, data: { zone: own } },
      { type: 'moved', at: end + 1, data: { zone: theirs } },
    ]
  })
}

function zoneIn({ record, session }: PatientCare, at: Instant): string {
  return zoneAt(record.zone, session?.events ?? [], at)
}
