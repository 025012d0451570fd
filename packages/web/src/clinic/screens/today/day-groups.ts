import { parseInstant, type Status } from '@afterglow/engine'
import { strictestOf } from '../../../model/strictest.ts'
import type { PatientDay } from '../../api/days.ts'

/** Who is on one day after their session. */
export interface DayGroup {
  readonly day: number
  readonly patients: readonly PatientDay[]
}

/** By day, the first days first. */
export function dayGroups(items: readonly PatientDay[]): readonly DayGroup[] {
  return [...Map.groupBy(items, ({ day }) => day)]
    .map(([day, patients]) => ({ day, patients }))
    .toSorted((one, other) => one.day - other.day)
}

/** A subject that opens today, and for whom. */
export interface OpeningToday {
  readonly subject: string
  /** The strictest of what it opens to. */
  readonly status: Status
  readonly patients: readonly PatientDay[]
}

/** What people ask for most: of two that open for as many, it comes first. */
const ASKED_MOST = [
  'makeup',
  'exercise',
  'swimming',
  'sauna',
  'hot-shower',
  'alcohol',
  'sun-exposure',
  'sunscreen',
  'retinol',
  'vitamin-c',
  'exfoliants',
  'shaving',
]

function placeOf({ subject }: OpeningToday): number {
  const found = ASKED_MOST.indexOf(subject)
  return found < 0 ? ASKED_MOST.length : found
}

/** For the most people first. What is open from the session's end on was never closed, and is left out. */
export function openingsToday(items: readonly PatientDay[]): readonly OpeningToday[] {
  const openings = items.flatMap((patient) => {
    const endedAt = parseInstant(patient.endedAt) ?? Number.NEGATIVE_INFINITY
    return patient.opensToday
      .filter(({ at }) => (parseInstant(at) ?? endedAt) > endedAt)
      .map(({ subject, status }) => ({ subject, status, patient }))
  })
  return [...Map.groupBy(openings, ({ subject }) => subject)]
    .map(([subject, all]) => ({
      subject,
      status: strictestOf(all.map(({ status }) => status)),
      patients: all.map(({ patient }) => patient),
    }))
    .toSorted(
      (one, other) => other.patients.length - one.patients.length || placeOf(one) - placeOf(other),
    )
}
