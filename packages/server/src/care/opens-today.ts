import {
  addToDate,
  assess,
  type Instant,
  instantOf,
  localDate,
  type Status,
} from '@afterglow/engine'
import { type PatientCare, zoneOf } from './patient-care.ts'

/** A subject that opens by itself, and how. */
export interface Opening {
  readonly subject: string
  readonly at: Instant
  readonly status: Status
}

/** What opens on the day that it is where the person is at `at`, in the order in which it opens. Pure groups are left out. */
export function opensToday(read: PatientCare, at: Instant): readonly Opening[] {
  if (read.care === null) return []
  const { plan } = read.care
  const { start, end } = dayOf(at, zoneOf(read, at))
  const openings = Object.entries(plan.subjects).flatMap(([subject, { group }]) => {
    const opens = group ? null : assess(plan, subject, end - 1).opensAt
    if (opens === null || opens < start || opens >= end) return []
    return [{ subject, at: opens, status: assess(plan, subject, opens).status }]
  })
  return openings.toSorted((one, other) => one.at - other.at)
}

/** The local day that holds an instant, `[start, end)`. */
function dayOf(at: Instant, zone: string): { readonly start: Instant; readonly end: Instant } {
  const today = localDate(at, zone)
  const tomorrow = addToDate(today, { kind: 'days', days: 1 })
  return { start: instantOf(today, '00:00', zone), end: instantOf(tomorrow, '00:00', zone) }
}
