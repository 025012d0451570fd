import {
  addToDate,
  assess,
  type Instant,
  instantOf,
  localDate,
  type Status,
  zoneAt,
} from '@afterglow/engine'
import type { PatientCare } from './patient-care.ts'

/** A subject that opens by itself, and how. */
export interface Opening {
  readonly subject: string
  readonly at: Instant
  readonly status: Status
}

export type Openings = (read: PatientCare, at: Instant) => readonly Opening[]

/**
 * What opens on the day that it is where the person is at `at`, in the order in which it opens; pure groups are left out.
 * All windows of a plan take some milliseconds, and a list asks for hundreds: what was worked out is kept under all that it
 * follows from (who, the last event, the version of the plan, the day), the `most` last used.
 */
export function createOpenings(most: number): Openings {
  const kept = new Map<string, readonly Opening[]>()
  return (read, at) => {
    const zone = zoneAt(read.record.zone, read.session?.events ?? [], at)
    const key = keyOf(read, localDate(at, zone))
    const found = kept.get(key) ?? opensOn(read, dayOf(at, zone))
    kept.delete(key)
    kept.set(key, found)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return found
  }
}

/** Events are only ever added: the last one and how many there are say which. */
function keyOf({ record, events, pins, adoptionId }: PatientCare, date: string): string {
  const last = events.at(-1)?.eventId
  const version = pins.map(({ hash }) => hash)
  return JSON.stringify([
    record.patientId,
    record.zone,
    last,
    events.length,
    version,
    adoptionId,
    date,
  ])
}

function opensOn({ care }: PatientCare, { start, end }: Day): readonly Opening[] {
  if (care === null) return []
  const { plan } = care
  const openings = Object.entries(plan.subjects).flatMap(([subject, { group }]) => {
    const opens = group ? null : assess(plan, subject, end - 1).opensAt
    if (opens === null || opens < start || opens >= end) return []
    return [{ subject, at: opens, status: assess(plan, subject, opens).status }]
  })
  return openings.toSorted((one, other) => one.at - other.at)
}

interface Day {
  readonly start: Instant
  readonly end: Instant
}

/** The local day that holds an instant, `[start, end)`. */
function dayOf(at: Instant, zone: string): Day {
  const today = localDate(at, zone)
  const tomorrow = addToDate(today, { kind: 'days', days: 1 })
  return { start: instantOf(today, '00:00', zone), end: instantOf(tomorrow, '00:00', zone) }
}
