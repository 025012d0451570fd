import { daysBetween } from '@afterglow/engine'
import { type Care, proceduresOf } from '../../../model/care.ts'
import type { SeriesPlan } from '../../../model/series.ts'

/** One session in its place. */
export interface SessionStop {
  readonly kind: 'done' | 'booked' | 'fits'
  readonly number: number
  /** The local date. */
  readonly date: string
  /** Days since the one before; null for the first. */
  readonly gapDays: number | null
  /** Its id, where it is recorded; empty where it is only a date that fits. */
  readonly procedure: string
}

/** Those done, those planned and those that fit, in the order of their dates, each with the gap before it. */
export function sessionStops(care: Care, { past, coming }: SeriesPlan): readonly SessionStop[] {
  const ids = new Map(proceduresOf(care).map(({ id, endedAt }) => [endedAt, id]))
  const recorded = past.map(({ number, date, isBooked, endedAt }) => ({
    kind: isBooked ? ('booked' as const) : ('done' as const),
    number,
    date,
    procedure: ids.get(endedAt) ?? '',
  }))
  const fitting = coming.map(({ number, date }) => ({
    kind: 'fits' as const,
    number,
    date,
    procedure: '',
  }))
  const all = [...recorded, ...fitting].toSorted((one, other) =>
    one.date === other.date ? 0 : one.date < other.date ? -1 : 1,
  )
  return all.map((stop, k) => {
    const before = all[k - 1]
    return { ...stop, gapDays: before ? daysBetween(before.date, stop.date) : null }
  })
}
