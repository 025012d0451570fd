import { daysBetween, localDate, parseInstant } from '@afterglow/engine'
import type { PatientSeries } from '../../api/series.ts'

/** So many days before and after today every track shows: one measure for all, so that gaps can be compared. */
export const TRACK = { before: 182, after: 91 } as const

const DAYS = TRACK.before + TRACK.after

/** A series on the common measure; places are per cent from its start. */
export interface BoardTrack {
  readonly dots: readonly TrackDot[]
  /** The preferred span of the next session, as far as it is in sight. */
  readonly window: { readonly start: number; readonly end: number } | null
  /** How many sessions lie before what is shown. */
  readonly earlier: number
}

interface TrackDot {
  readonly kind: 'done' | 'planned'
  readonly number: number
  readonly place: number
}

/** `today` and `zone` are those of whoever looks. */
export function boardTrack(
  { done, planned, toConfirm, next }: PatientSeries,
  { today, zone }: { readonly today: string; readonly zone: string },
): BoardTrack {
  const placeOf = (date: string) => ((daysBetween(today, date) + TRACK.before) / DAYS) * 100
  const dateOf = (instant: string) => localDate(parseInstant(instant) ?? 0, zone)
  const last = done.at(-1)?.sessionNumber ?? 0
  const dots: readonly TrackDot[] = [
    ...done.map(({ endedAt, sessionNumber }) => ({
      kind: 'done' as const,
      number: sessionNumber,
      place: placeOf(dateOf(endedAt)),
    })),
    ...[...toConfirm, ...planned].map(({ at }, k) => ({
      kind: 'planned' as const,
      number: Math.max(last, done.length) + k + 1,
      place: placeOf(dateOf(at)),
    })),
  ]
  return {
    dots: dots.filter(({ place }) => place >= 0 && place <= 100),
    window: windowOf(next, placeOf),
    earlier: dots.filter(({ place }) => place < 0).length,
  }
}

/** Where a session is planned already, or all are done, nothing is asked for. */
function windowOf(
  { from, until, state }: PatientSeries['next'],
  placeOf: (date: string) => number,
): BoardTrack['window'] {
  if (from === null || until === null || state === 'done' || state === 'planned') return null
  const start = Math.max(0, placeOf(from))
  const end = Math.min(100, placeOf(until))
  return start < end ? { start, end } : null
}
