import {
  addToDate,
  daysBetween,
  formatInstant,
  type Instant,
  instantOf,
  isCalendarDate,
  type Procedure,
} from '@afterglow/engine'
import { toldEnd } from '../../../interview/latest-end.ts'
import { type Care, proceduresOf } from '../../../model/care.ts'
import type { SeriesPlan } from '../../../model/series.ts'
import type { GivenProcedure } from '../../api/procedures.ts'

/** A date and time of day as they were typed. */
export interface PlannedWhen {
  readonly date: string
  readonly time: string
}

export interface WhenProblem {
  readonly field: keyof PlannedWhen
  readonly code: 'no-date' | 'past' | 'too-soon' | 'no-time'
  /** Of `too-soon`: the first date that any source allows. */
  readonly first?: string
}

/** What is wrong with a date to be planned; null where nothing is. The least gap is never undercut, on either side. */
export function whenProblem(
  { at, zone }: Care,
  { past, rules }: SeriesPlan,
  { date, time }: PlannedWhen,
): WhenProblem | null {
  if (!isCalendarDate(date)) return { field: 'date', code: 'no-date' }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { field: 'time', code: 'no-time' }
  if (instantOf(date, time, zone) <= at) return { field: 'date', code: 'past' }
  const { atLeast } = rules.spacing.allowableDays
  const near = past.findLast((one) => Math.abs(daysBetween(one.date, date)) < atLeast)
  if (!near) return null
  const first = addToDate(near.date, { kind: 'days', days: atLeast })
  return { field: 'date', code: 'too-soon', first }
}

/** The next session as the last one was done, but for its end and its number. */
export function nextProcedure(
  care: Care,
  { past }: SeriesPlan,
  { date, time }: PlannedWhen,
): GivenProcedure {
  const { session, zone } = care
  const before = past.filter((one) => one.date < date)
  const last = lastProcedure(care)
  const number = Math.max(0, ...before.map((one) => one.number)) + 1
  const endedAt = formatInstant(instantOf(date, time, zone), zone)
  const given = session.procedures.find(({ id }) => id === last?.id)
  const { endedAtEstimated: _, ...as } = given ? givenOf(given) : UNTOLD
  return { ...as, endedAt, sessionNumber: number }
}

/** Where nothing is known of how it was done. */
const UNTOLD: Omit<GivenProcedure, 'endedAt'> = { code: 'microneedling' }

/** A procedure of a session as it is told: what was not told stays untold. */
function givenOf(procedure: Procedure): Omit<GivenProcedure, 'endedAt'> {
  const { code, endedAtEstimated, device, needleDepthMm, sessionNumber } = procedure
  const { bodySites, adjuncts, setting, indications } = procedure
  return {
    code,
    ...(endedAtEstimated !== undefined && { endedAtEstimated }),
    ...(device !== undefined && { device }),
    ...(needleDepthMm !== undefined && { needleDepthMm }),
    ...(bodySites && { bodySites }),
    ...(adjuncts && { adjuncts }),
    ...(setting !== undefined && { setting }),
    ...(indications && { indications }),
    ...(sessionNumber !== undefined && { sessionNumber }),
  }
}

/** A planned session as it stands, to be put back: on the date that it was moved to, where it was moved. */
export function againOf({ session, zone }: Care, procedure: Procedure): GivenProcedure {
  const { endedAtEstimated: _, ...given } = givenOf(procedure)
  const { endedAt, endedAtEstimated } = toldEnd(session, procedure)
  return {
    ...given,
    endedAt: formatInstant(endedAt, zone),
    ...(endedAtEstimated !== undefined && { endedAtEstimated }),
  }
}

/** The time of day at which the last session ended: the likeliest for the next. */
export function usualTime(care: Care): string {
  const last = lastProcedure(care)
  return last ? formatInstant(last.endedAt, care.zone).slice(11, 16) : ''
}

/** The last one that has ended, else the last one planned; what an add-on brought along is none. */
function lastProcedure(care: Care): { readonly id: string; readonly endedAt: Instant } | undefined {
  const given = new Set(care.session.procedures.map(({ id }) => id))
  const own = proceduresOf(care)
    .filter(({ id, protocol }) => protocol !== null && given.has(id))
    .toSorted((one, other) => one.endedAt - other.endedAt)
  return own.findLast(({ endedAt }) => endedAt <= care.at) ?? own.at(-1)
}
